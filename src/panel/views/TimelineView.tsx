import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2, systemDateFormats } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import React, { type FocusEvent, type KeyboardEvent, type MouseEvent, useMemo, useState } from 'react';
import type { NearMiss } from '../../domain/fold/nearMiss';
import { headline } from '../../domain/record/headline';
import type { Speech } from '../../domain/story/speech';
import type { PanelFilter } from '../panelFilter';
import { type GroupBy, groupName } from './groupNearMisses';
import { OPEN_TAIL } from './LaneShapes';
import { ListView } from './ListView';
import { MarkName, useMarkName } from './MarkName';
import { LEAST_WIDTH, type MarkShape, markShape } from './markShape';
import { type Mark, timelineOf } from './timelineOf';
import { TimelineLane } from './TimelineLane';
import { useKeptFocus } from './useKeptFocus';
import type { Stretch } from '../../domain/series/stretch';
import { t } from '../../i18n/t';

interface Props {
  nearMisses: readonly NearMiss[];
  groupBy: GroupBy;
  speech: Speech;
  timeZone: string;
  width: number;
  filter: PanelFilter;
}

const DAY = 24 * 60 * 60_000;
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };
/** With more near misses than these there are fewer places, since each that is taken is an element. */
const MANY = 150;

/** When near misses came about; those of the chosen mark are listed below. One stop for Tab, arrows inside. */
export function TimelineView({ nearMisses, groupBy, speech, timeZone, width, filter }: Props) {
  const styles = useStyles2(getStyles);
  const nameWidth = width > 420 ? 112 : 64;
  const track = width - nameWidth - OPEN_TAIL;
  const { range } = filter;
  const lanes = useMemo(() => drawn(nearMisses, filter, track, groupBy), [nearMisses, filter, track, groupBy]);
  const marks = useMemo(
    () => lanes.flatMap(({ lane }) => lane.marks).sort((a, b) => a.at - b.at || newestIn(a) - newestIn(b)),
    [lanes]
  );
  const [chosen, setChosen] = useState('');
  // By near miss: a refresh may bring a newer one into its place, or move it to another place.
  const mark = marks.find((one) => one.nearMisses.some(({ id }) => id === chosen)) ?? marks[marks.length - 1];
  const { name, listeners } = useMarkName();
  const focus = useKeptFocus();

  const pick = (one: Mark | undefined) => setChosen(one?.nearMisses[0]?.id ?? '');
  const choose = ({ target }: MouseEvent | FocusEvent) => {
    const key = target instanceof Element ? target.closest('[data-mark]')?.getAttribute('data-mark') : null;
    pick(marks.find((one) => one.key === key) ?? mark);
  };
  const enter = (event: FocusEvent<HTMLDivElement>) => {
    listeners.onFocus(event);
    focus.enter();
    choose(event);
  };
  const leave = () => {
    listeners.onBlur();
    focus.leave();
  };
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    listeners.onKeyDown(event);
    const step = STEPS[event.key];
    if (step === undefined || !mark) {
      return;
    }
    event.preventDefault();
    const next = marks[Math.max(0, Math.min(marks.length - 1, marks.indexOf(mark) + step))] ?? mark;
    pick(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-mark="${CSS.escape(next.key)}"]`)?.focus();
  };
  return (
    <>
      <div
        role="toolbar"
        className={styles.lanes}
        aria-label={t('timeline.label', 'Timeline')}
        {...listeners}
        ref={focus.group}
        onBlur={leave}
        onClick={choose}
        onFocus={enter}
        onKeyDown={move}
      >
        {lanes.map(({ lane, shapes }) => (
          <TimelineLane
            key={lane.name ?? '…'}
            {...{ lane, shapes, nameWidth, width: track, chosen: mark?.key ?? '' }}
            name={laneName(lane.name, groupBy)}
            labelOf={(one) => markLabel(one, speech)}
          />
        ))}
        {name && <MarkName {...name} />}
      </div>
      <div className={styles.axis} style={{ paddingLeft: nameWidth, paddingRight: OPEN_TAIL }} aria-hidden>
        {ticks(range, width > 600 ? 6 : 3).map((tick) => (
          <span key={tick}>{tickText(tick, range, timeZone)}</span>
        ))}
      </div>
      <Legend shapes={lanes.flatMap(({ shapes }) => shapes)} />
      {mark && <ListView nearMisses={mark.nearMisses} groupBy="" speech={speech} />}
    </>
  );
}

function Legend({ shapes }: { shapes: readonly MarkShape[] }) {
  const styles = useStyles2(getStyles);
  if (!shapes.some(({ stretch }) => stretch)) {
    return null;
  }
  return (
    <p className={styles.note}>
      <Trans i18nKey="timeline.legend">
        Bar: what was acted on. Tick: the act. Line: the margin, dashed where open.
      </Trans>{' '}
      {shapes.some(({ enlarged }) => enlarged) && (
        <Trans i18nKey="timeline.enlarged">Enlarged, in true proportion.</Trans>
      )}
    </p>
  );
}

/** The lanes, and the shapes of those marks that are of one near miss. */
function drawn(nearMisses: readonly NearMiss[], { range, services }: PanelFilter, track: number, groupBy: GroupBy) {
  const places = Math.max(8, Math.min(nearMisses.length > MANY ? 24 : 100, Math.floor(track / LEAST_WIDTH)));
  const x = (at: number) => (track * (at - range.from)) / Math.max(1, range.to - range.from);
  return timelineOf(nearMisses, range, places, groupBy, services).map((lane) => ({
    lane,
    shapes: lane.marks.flatMap(({ at, nearMisses: [first, ...more] }) =>
      first && more.length === 0 ? markShape(first, x, at * track) : []
    ),
  }));
}

function laneName(key: string | null, groupBy: GroupBy): string {
  return key === null ? t('timeline.others', 'Others') : groupName(key, groupBy);
}

function newestIn({ nearMisses }: Mark): number {
  return nearMisses[0]?.actedAt ?? 0;
}

function markLabel({ nearMisses }: Mark, speech: Speech): string {
  const [first] = nearMisses;
  if (!first || nearMisses.length > 1) {
    return t('timeline.several', '{{count}} near misses, the newest: {{newest}}', {
      count: nearMisses.length,
      newest: first ? headline(first) : '',
    });
  }
  return `${headline(first)}, ${speech.time(first.actedAt)}`;
}

function ticks({ from, to }: Stretch, count: number): number[] {
  return Array.from({ length: count }, (_, index) => from + ((to - from) * index) / (count - 1));
}

function tickText(at: number, { from, to }: Stretch, timeZone: string): string {
  const { day, minute } = systemDateFormats.interval;
  return dateTimeFormat(at, { timeZone, format: to - from > 2 * DAY ? day : minute });
}

const getStyles = (theme: GrafanaTheme2) => ({
  lanes: css({ position: 'relative' }),
  axis: css({
    color: theme.colors.text.secondary,
    display: 'flex',
    fontSize: theme.typography.bodySmall.fontSize,
    justifyContent: 'space-between',
  }),
  note: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize, margin: 0 }),
});
