import { css } from '@emotion/css';
import {
  dateMath,
  dateTime,
  EventBusSrv,
  getTimeZone,
  LoadingState,
  PluginContextProvider,
  rangeUtil,
  type GrafanaTheme2,
  type PanelPlugin,
  type PanelPluginMeta,
  type TimeRange,
} from '@grafana/data';
import { selectors } from '@grafana/e2e-selectors';
import { config, getBackendSrv, locationService } from '@grafana/runtime';
import {
  Alert,
  Combobox,
  ErrorBoundaryAlert,
  Field,
  Input,
  Menu,
  PanelChrome,
  PanelContextProvider,
  RefreshPicker,
  TimeRangePicker,
  useStyles2,
} from '@grafana/ui';
import { useEffect, useMemo, useState } from 'react';
import { useLocation, useParams } from 'react-router-dom-v5-compat';
import { loadModule } from './amd';
import { findLinks, type MenuLink } from './extensions';
import { configureFrames } from './fieldConfig';
import { Graph } from './graph';
import { readAnnotations, runPanel, toAnnotationFrame, type Answer, type Dashboard, type Panel, type Variable } from './queries';
import { useSize } from './shell';
import { replaceVariables, setVariables, valueOf } from './templates';

const ROW_HEIGHT = 30;
const GAP = 8;
const ROOT = '${root}';

type Shared = { dashboard: Dashboard; range: TimeRange; timeZone: string; turn: number };

/** `now-3h`, epoch ms or an ISO date; relative ends stay text in `raw`. */
function readRange(from: string, to: string, timeZone: string): TimeRange {
  const end = (text: string) => (/^\d+$/.test(text) ? dateTime(Number(text)) : text.startsWith('now') ? text : dateTime(text));
  const raw = { from: end(from), to: end(to) };
  const at = (value: typeof raw.from, roundUp: boolean) => dateMath.toDateTime(value, { roundUp, timezone: timeZone });
  return { from: at(raw.from, false) ?? dateTime(), to: at(raw.to, true) ?? dateTime(), raw };
}

const toUrl = ({ raw }: TimeRange) => {
  const text = (end: typeof raw.from) => (typeof end === 'string' ? end : String(end.valueOf()));
  return { from: text(raw.from), to: text(raw.to) };
};

const setRange = (from: number, to: number) => locationService.partial({ from: String(Math.round(from)), to: String(Math.round(to)) });

function usePanel(model: Panel): Panel | undefined {
  const [panel, setPanel] = useState(model.libraryPanel ? undefined : model);
  useEffect(() => {
    if (model.libraryPanel) {
      const kept = { id: model.id, gridPos: model.gridPos, libraryPanel: model.libraryPanel };
      getBackendSrv()
        .get(`/api/library-elements/${model.libraryPanel.uid}`)
        .then(({ result }) => setPanel({ ...result.model, ...kept }), console.error);
    } else {
      setPanel(model);
    }
  }, [model]);
  return panel;
}

function useAnswer(panel: Panel, { range, turn }: Shared) {
  const [answer, setAnswer] = useState<Answer>();
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    if (!panel.targets?.length) {
      return;
    }
    runPanel(panel, range).then(
      (next) => {
        setAnswer(next);
        setFailure(next.raw.errors?.[0]?.message);
      },
      (error) => setFailure(error?.data?.message ?? String(error))
    );
  }, [panel, range, turn]);
  return { answer, failure };
}

/** Extension links: 13's `${root}` group at the top level, everything else under Extensions. */
function linkItems(links: MenuLink[]) {
  const item = ({ id, title, path, onClick, icon }: MenuLink) => (
    <Menu.Item
      key={id}
      label={title.slice(0, 25)}
      icon={icon}
      url={path}
      onClick={onClick}
      testId={selectors.components.Panels.Panel.menuItems(title)}
    />
  );
  const atTop = links.filter(({ group }) => group?.name === ROOT);
  const below = links.filter(({ group }) => group?.name !== ROOT);
  const extensions = selectors.components.Panels.Panel.menuItems('Extensions');
  return [
    ...atTop.map(item),
    ...(below.length > 0
      ? [<Menu.Item key="extensions" label="Extensions" icon="plug" testId={extensions} childItems={below.map(item)} />]
      : []),
  ];
}

function panelMenu(panel: Panel, answer: Answer | undefined, { dashboard, range, timeZone }: Shared) {
  const context = {
    ...{ id: panel.id, pluginId: panel.type, title: panel.title, timeRange: range.raw, timeZone: getTimeZone({ timeZone }) },
    dashboard: { uid: dashboard.uid, title: dashboard.title, tags: dashboard.tags ?? [] },
    ...{ targets: panel.targets, scopedVars: {}, data: answer?.raw },
  };
  const view = new URLSearchParams(locationService.getSearch());
  const viewing = view.has('viewPanel');
  const look = () => locationService.partial({ viewPanel: viewing ? null : `panel-${panel.id}` });
  return (
    <Menu>
      <Menu.Item
        label={viewing ? 'Back to dashboard' : 'View'}
        icon="eye"
        onClick={look}
        testId={selectors.components.Panels.Panel.menuItems('View')}
      />
      {linkItems(findLinks('grafana/dashboard/panel/menu', context))}
    </Menu>
  );
}

/** A panel of a plugin: its module, with its own plugin context. */
function PluginPanel({
  panel,
  shared,
  answer,
  width,
  height,
}: {
  panel: Panel;
  shared: Shared;
  answer?: Answer;
  width: number;
  height: number;
}) {
  const meta: PanelPluginMeta | undefined = config.panels[panel.type];
  const [plugin, setPlugin] = useState<PanelPlugin>();
  const [options, setOptions] = useState(panel.options ?? {});
  const [failure, setFailure] = useState<string>();
  const [bus] = useState(() => new EventBusSrv());
  useEffect(() => {
    if (meta) {
      loadModule(meta.module).then(
        (module) => {
          const loaded = module.plugin as PanelPlugin;
          loaded.meta = meta;
          setPlugin(loaded);
        },
        (error) => setFailure(String(error))
      );
    }
  }, [meta]);
  const Body = plugin?.panel;
  if (!meta || failure) {
    return <Alert title={`Panel plugin not found: ${panel.type}`}>{failure}</Alert>;
  }
  if (!plugin || !Body) {
    return null;
  }
  return (
    <PluginContextProvider meta={meta}>
      <Body
        {...{ id: panel.id, title: panel.title, width, height, transparent: false, renderCounter: shared.turn }}
        data={answer?.raw ?? { state: LoadingState.Done, series: [], timeRange: shared.range }}
        timeRange={shared.range}
        timeZone={getTimeZone({ timeZone: shared.timeZone })}
        options={{ ...plugin.defaults, ...options }}
        fieldConfig={panel.fieldConfig ?? { defaults: {}, overrides: [] }}
        replaceVariables={(text) => replaceVariables(text, shared.dashboard)}
        onOptionsChange={setOptions}
        onFieldConfigChange={() => undefined}
        onChangeTimeRange={({ from, to }) => setRange(from, to)}
        eventBus={bus}
      />
    </PluginContextProvider>
  );
}

type Marks = Awaited<ReturnType<typeof readAnnotations>>;

function PanelBody({ panel, shared, marks, width, height }: { panel: Panel; shared: Shared; marks: Marks; width: number; height: number }) {
  const { answer, failure } = useAnswer(panel, shared);
  const { timeZone, dashboard } = shared;
  const [bus] = useState(() => new EventBusSrv());
  const data = useMemo(() => {
    const here = marks.filter(({ panelId }) => !panelId || panelId === panel.id);
    const color = dashboard.annotations?.list?.[0]?.iconColor;
    const series = answer ? configureFrames(answer.drawn, panel.fieldConfig ?? { defaults: {}, overrides: [] }, timeZone) : [];
    return answer && { ...answer.raw, series, annotations: [toAnnotationFrame(here, color)] };
  }, [answer, marks, panel, timeZone, dashboard]);
  const description = panel.description ? () => panel.description ?? '' : undefined;
  return (
    <PanelContextProvider value={{ eventsScope: '__global_', eventBus: bus }}>
      <PanelChrome
        {...{ width, height, title: replaceVariables(panel.title, dashboard), description, statusMessage: failure }}
        menu={() => panelMenu(panel, answer, shared)}
        padding={panel.type === 'timeseries' ? 'md' : 'none'}
      >
        {(innerWidth: number, innerHeight: number) => (
          <ErrorBoundaryAlert boundaryName="panel">
            {panel.type !== 'timeseries' && <PluginPanel {...{ panel, shared, answer, width: innerWidth, height: innerHeight }} />}
            {panel.type === 'timeseries' && data && (
              <Graph
                {...{ data, timeZone, width: innerWidth, height: innerHeight }}
                options={panel.options ?? {}}
                onChangeTimeRange={({ from, to }) => setRange(from, to)}
              />
            )}
          </ErrorBoundaryAlert>
        )}
      </PanelChrome>
    </PanelContextProvider>
  );
}

function PlacedPanel({ model, width, alone, ...rest }: { model: Panel; shared: Shared; marks: Marks; width: number; alone: boolean }) {
  const styles = useStyles2(getStyles);
  const panel = usePanel(model);
  const column = (width + GAP) / 24;
  const narrow = alone || width < 768;
  const { x, y, w, h } = model.gridPos;
  const size = { width: narrow ? width : w * column - GAP, height: alone ? window.innerHeight - 160 : h * (ROW_HEIGHT + GAP) - GAP };
  const place = narrow ? { position: 'relative' as const, marginBottom: GAP } : { left: x * column, top: y * (ROW_HEIGHT + GAP) };
  return (
    <section className={styles.placed} style={{ ...size, ...place }} data-viz-panel-key={`panel-${model.id}`}>
      {panel && <PanelBody panel={panel} {...rest} {...size} />}
    </section>
  );
}

function VariableInput({ variable, dashboard }: { variable: Variable; dashboard: Dashboard }) {
  const id = `var-${variable.name}`;
  const change = (value: string) => locationService.partial({ [id]: value }, true);
  const values = variable.query.split(',').map((value: string) => ({ label: value.trim(), value: value.trim() }));
  const value = valueOf(variable.name, dashboard);
  return (
    <Field label={variable.label ?? variable.name} htmlFor={id} noMargin>
      {variable.type === 'custom' ? (
        <Combobox
          id={id}
          width="auto"
          minWidth={12}
          options={values}
          value={value}
          onChange={(option: { value: string }) => change(option.value)}
        />
      ) : (
        <Input
          id={id}
          defaultValue={value}
          onBlur={(event) => change(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && change(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

function useDashboard(uid: string) {
  const [found, setFound] = useState<{ dashboard?: Dashboard; failure?: string }>({});
  useEffect(() => {
    getBackendSrv()
      .get(`/api/dashboards/uid/${uid}`, undefined, undefined, { showErrorAlert: false })
      .then(
        ({ dashboard }) => setFound({ dashboard }),
        (error) => setFound({ failure: error?.data?.message ?? 'Dashboard not found' })
      );
  }, [uid]);
  return found;
}

export function DashboardPage() {
  const { uid = '' } = useParams();
  const { dashboard, failure } = useDashboard(uid);
  if (failure) {
    return <Alert title="Dashboard cannot be shown">{failure}</Alert>;
  }
  return dashboard ? <ShownDashboard key={uid} dashboard={dashboard} /> : null;
}

function ShownDashboard({ dashboard }: { dashboard: Dashboard }) {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  const query = useMemo(() => new URLSearchParams(search), [search]);
  const { from: first = 'now-6h', to: last = 'now' } = dashboard.time ?? {};
  const [from, to] = [query.get('from') ?? first, query.get('to') ?? last];
  const timeZone = query.get('timezone') ?? (dashboard.timezone || config.bootData.user.timezone);
  const [turn, setTurn] = useState(0);
  const [every, setEvery] = useState(dashboard.refresh ?? '');
  const [marks, setMarks] = useState<Marks>([]);
  const { ref, width } = useSize();
  const range = useMemo(() => readRange(from, to, timeZone), [from, to, timeZone, turn]);
  const shared = useMemo(() => ({ dashboard, range, timeZone, turn }), [dashboard, range, timeZone, turn]);
  setVariables(dashboard, query, range);
  useEffect(() => {
    readAnnotations(dashboard, range).then(setMarks, console.error);
  }, [dashboard, range]);
  useEffect(() => {
    const timer = every ? setInterval(() => setTurn((now) => now + 1), rangeUtil.intervalToMs(every)) : undefined;
    return () => clearInterval(timer);
  }, [every]);
  const span = range.to.valueOf() - range.from.valueOf();
  const shift = (by: number) => setRange(range.from.valueOf() + by, range.to.valueOf() + by);
  const only = query.get('viewPanel')?.replace('panel-', '');
  const panels = (dashboard.panels ?? []).flatMap((panel) => [panel, ...(panel.panels ?? [])]).filter(({ type }) => type !== 'row');
  const visible = panels.filter(({ id }) => only === undefined || String(id) === only);
  const bottom = Math.max(0, ...visible.map(({ gridPos: { y, h } }) => y + h)) * (ROW_HEIGHT + GAP);
  return (
    <div>
      <div className={styles.controls}>
        {(dashboard.templating?.list ?? []).map((variable) => (
          <VariableInput key={variable.name} variable={variable} dashboard={dashboard} />
        ))}
        <div className={styles.space} />
        <TimeRangePicker
          {...{ value: range, timeZone, onMoveBackward: () => shift(-span / 2), onMoveForward: () => shift(span / 2) }}
          onChange={(next) => locationService.partial(toUrl(next))}
          onChangeTimeZone={(zone) => locationService.partial({ timezone: zone })}
          onZoom={() => setRange(range.from.valueOf() - span / 2, range.to.valueOf() + span / 2)}
        />
        <RefreshPicker value={every} onIntervalChanged={setEvery} onRefresh={() => setTurn(turn + 1)} />
      </div>
      <div ref={ref} className={styles.grid} style={{ height: only || width < 768 ? undefined : bottom }}>
        {width > 0 &&
          visible.map((model) => <PlacedPanel key={model.id} {...{ model, shared, marks, width }} alone={only !== undefined} />)}
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  controls: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), alignItems: 'flex-end', marginBottom: theme.spacing(1) }),
  space: css({ flexGrow: 1 }),
  grid: css({ position: 'relative' }),
  placed: css({ position: 'absolute' }),
});
