import { css } from '@emotion/css';
import { dateMath, dateTime, rangeUtil, type GrafanaTheme2, type TimeRange } from '@grafana/data';
import { config, getBackendSrv, locationService } from '@grafana/runtime';
import { Alert, Combobox, Field, Input, RefreshPicker, TimeRangePicker, useStyles2 } from '@grafana/ui';
import { useEffect, useMemo, useState } from 'react';
import { useLocation, useParams } from 'react-router-dom-v5-compat';
import { useAsync, useInterval, useMeasure } from 'react-use';
import { CELL, PlacedPanel, setRange } from './panel';
import { readAnnotations, type Dashboard, type Variable } from './queries';
import { repeated } from './repeated';
import { setVariables, valuesOf } from './templates';

/** `now-3h`, epoch ms or an ISO date; relative ends stay text in `raw`. */
function readRange(from: string, to: string, timezone: string): TimeRange {
  const end = (text: string) => (text.startsWith('now') ? text : dateTime(/^\d+$/.test(text) ? Number(text) : text));
  const raw = { from: end(from), to: end(to) };
  const at = (value: typeof raw.from, roundUp: boolean) => dateMath.toDateTime(value, { roundUp, timezone }) ?? dateTime();
  return { from: at(raw.from, false), to: at(raw.to, true), raw };
}

function VariableInput({ variable, dashboard }: { variable: Variable; dashboard: Dashboard }) {
  const id = `var-${variable.name}`;
  const change = (next: string) => locationService.partial({ [id]: next }, true);
  const options = variable.query.split(',').map((each) => ({ label: each.trim(), value: each.trim() }));
  const [value = ''] = valuesOf(variable.name, dashboard);
  const choose = (option: { value: string }) => change(option.value);
  return (
    <Field label={variable.label ?? variable.name} htmlFor={id} noMargin>
      {variable.type === 'custom' ? (
        <Combobox {...{ id, options, value }} width="auto" minWidth={12} onChange={choose} />
      ) : (
        <Input
          id={id}
          defaultValue={value}
          onBlur={({ currentTarget }) => change(currentTarget.value)}
          onKeyDown={({ key, currentTarget }) => key === 'Enter' && change(currentTarget.value)}
        />
      )}
    </Field>
  );
}

export function DashboardPage() {
  const { uid = '' } = useParams();
  const { value, error } = useAsync(
    () => getBackendSrv().get(`/api/dashboards/uid/${uid}`, undefined, undefined, { showErrorAlert: false }),
    [uid]
  );
  if (error) {
    const { data } = error as Error & { data?: { message?: string } };
    return <Alert title="Dashboard cannot be shown">{data?.message}</Alert>;
  }
  return value ? <ShownDashboard key={uid} dashboard={value.dashboard} /> : null;
}

/** The dashboard on screen where Grafana keeps its own, as far as the plugin reads it. */
function putScene(state: object) {
  Object.assign(window, { __grafanaSceneContext: { state } });
  return () => void Reflect.deleteProperty(window, '__grafanaSceneContext');
}

function TimeControls({
  range,
  timeZone,
  dashboard,
  refresh,
}: {
  range: TimeRange;
  timeZone: string;
  dashboard: Dashboard;
  refresh: () => void;
}) {
  const [every, setEvery] = useState(dashboard.refresh ?? '');
  useInterval(refresh, every ? rangeUtil.intervalToMs(every) : null);
  const [from, to] = [range.from.valueOf(), range.to.valueOf()];
  const half = (to - from) / 2;
  const toText = (end: TimeRange['raw']['from']) => (typeof end === 'string' ? end : String(end.valueOf()));
  return (
    <>
      <TimeRangePicker
        {...{ value: range, timeZone }}
        onMoveBackward={() => setRange({ from: from - half, to: to - half })}
        onMoveForward={() => setRange({ from: from + half, to: to + half })}
        onZoom={() => setRange({ from: from - half, to: to + half })}
        onChange={({ raw }) => locationService.partial({ from: toText(raw.from), to: toText(raw.to) })}
        onChangeTimeZone={(timezone) => locationService.partial({ timezone })}
      />
      <RefreshPicker value={every} onIntervalChanged={setEvery} onRefresh={refresh} />
    </>
  );
}

function ShownDashboard({ dashboard }: { dashboard: Dashboard }) {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  const query = useMemo(() => new URLSearchParams(search), [search]);
  const from = query.get('from') ?? dashboard.time?.from ?? 'now-6h';
  const to = query.get('to') ?? dashboard.time?.to ?? 'now';
  const timeZone = query.get('timezone') ?? (dashboard.timezone || config.bootData.user.timezone);
  const [turn, setTurn] = useState(0);
  const [ref, { width }] = useMeasure<HTMLDivElement>();
  // A refresh moves the ends of a relative range.
  const range = useMemo(() => readRange(from, to, timeZone), [from, to, timeZone, turn]);
  const [markTurn, setMarkTurn] = useState(0);
  const { value: marks = [] } = useAsync(() => readAnnotations(dashboard, range), [dashboard, range, markTurn]);
  useEffect(() => {
    const query = dashboard.annotations?.list?.find((each) => each.builtIn);
    const builtIn = { state: { isEnabled: query?.enable !== false, query }, runLayer: () => setMarkTurn((now) => now + 1) };
    return putScene({ $data: { state: { annotationLayers: [builtIn] } } });
  }, [dashboard]);
  useEffect(() => {
    document.title = `${dashboard.title} - Near Miss preview`;
  }, [dashboard]);
  setVariables(dashboard, query, range);
  const only = query.get('viewPanel')?.replace('panel-', '');
  const panels = repeated(dashboard).filter(({ type }) => type !== 'row');
  const visible = panels.filter(({ id }) => only === undefined || String(id) === only);
  const height = CELL * Math.max(0, ...visible.map(({ gridPos: { y, h } }) => y + h));
  const shared = { dashboard, range, timeZone, turn, marks };
  return (
    <div>
      <div className={styles.controls}>
        {(dashboard.templating?.list ?? []).map((variable) => (
          <VariableInput key={variable.name} {...{ variable, dashboard }} />
        ))}
        <div className={styles.space} />
        <TimeControls {...{ range, timeZone, dashboard }} refresh={() => setTurn((now) => now + 1)} />
      </div>
      <div ref={ref} className={styles.grid} style={{ height: only || width < 768 ? undefined : height }}>
        {width > 0 &&
          visible.map((model) => (
            <PlacedPanel
              key={`${model.id} ${model.gridPos.x} ${model.gridPos.y}`}
              {...{ model, shared, width }}
              alone={only !== undefined}
            />
          ))}
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  controls: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), alignItems: 'flex-end', marginBottom: theme.spacing(1) }),
  space: css({ flexGrow: 1 }),
  grid: css({ position: 'relative' }),
});
