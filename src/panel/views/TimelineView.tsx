import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2, systemDateFormats } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { type KeyboardEvent, type MouseEvent, useMemo, useState } from 'react';
import type { NearMiss } from '../../domain/fold/nearMiss';
import { headline } from '../../domain/record/headline';
import type { Speech } from '../../domain/story/speech';
import { ListView } from './ListView';
import { type Mark, timelineOf } from './timelineOf';
import { NAME_WIDTH, TimelineLane } from './TimelineLane';
import type { Stretch } from '../../domain/series/stretch';
import { t } from '../../i18n/t';

interface Props {
  nearMisses: readonly NearMiss[];
  speech: Speech;
  timeZone: string;
  width: number;
  range: Stretch;
}

const DAY = 24 * 60 * 60_000;
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };

/** When near misses came about, by service; those of the chosen mark are listed below. One stop for Tab, arrows inside. */
export function TimelineView({ nearMisses, speech, timeZone, width, range }: Props) {
  const styles = useStyles2(getStyles);
  const places = Math.max(8, Math.min(40, Math.floor(width / 24)));
  const named = width > 420;
  const lanes = useMemo(() => timelineOf(nearMisses, range, places), [nearMisses, range, places]);
  const marks = useMemo(
    () => lanes.flatMap((lane) => lane.marks).sort((a, b) => a.at - b.at || newestIn(a) - newestIn(b)),
    [lanes]
  );
  const [chosen, setChosen] = useState('');
  const at = marks.findIndex(({ key }) => key === chosen);
  const mark = marks[at] ?? marks[marks.length - 1];

  const choose = ({ target }: MouseEvent) => {
    const key = target instanceof Element ? target.closest('[data-mark]')?.getAttribute('data-mark') : null;
    setChosen(key ?? mark?.key ?? '');
  };
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = STEPS[event.key];
    if (step === undefined || !mark) {
      return;
    }
    event.preventDefault();
    const next = marks[Math.max(0, Math.min(marks.length - 1, marks.indexOf(mark) + step))] ?? mark;
    setChosen(next.key);
    event.currentTarget.querySelector<HTMLElement>(`[data-mark="${CSS.escape(next.key)}"]`)?.focus();
  };
  return (
    <>
      <div role="toolbar" aria-label={t('timeline.label', 'Timeline')} onClick={choose} onKeyDown={move}>
        {lanes.map((lane) => (
          <TimelineLane
            key={lane.name ?? '…'}
            lane={lane}
            chosen={mark?.key ?? ''}
            named={named}
            labelOf={(one) => markLabel(one, speech)}
          />
        ))}
      </div>
      <div className={styles.axis} style={{ paddingLeft: named ? NAME_WIDTH : 0 }} aria-hidden>
        {ticks(range, width > 600 ? 6 : 3).map((tick) => (
          <span key={tick}>{tickText(tick, range, timeZone)}</span>
        ))}
      </div>
      {mark && <ListView nearMisses={mark.nearMisses} speech={speech} />}
    </>
  );
}

function newestIn({ nearMisses }: Mark): number {
  return Math.max(...nearMisses.map(({ actedAt }) => actedAt));
}

function markLabel({ nearMisses }: Mark, speech: Speech): string {
  const [first] = nearMisses;
  if (!first || nearMisses.length > 1) {
    return t('timeline.several', '{{count}} near misses, the newest: {{newest}}', {
      count: nearMisses.length,
      newest: first ? headline(first) : '',
      interpolation: { escapeValue: false },
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
  axis: css({
    color: theme.colors.text.secondary,
    display: 'flex',
    fontSize: theme.typography.bodySmall.fontSize,
    justifyContent: 'space-between',
    marginBottom: theme.spacing(1),
  }),
});
