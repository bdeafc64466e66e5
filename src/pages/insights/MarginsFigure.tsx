import { useStyles2 } from '@grafana/ui';
import React, { useId, useMemo } from 'react';
import { logAxis } from '../../domain/insight/logAxis';
import type { MarginSpan } from '../../domain/insight/narrowestMargins';
import { headline } from '../../domain/record/headline';
import type { Speech } from '../../domain/story/speech';
import { Figure, type Scoped } from './Figure';
import { MarginAxis } from './MarginAxis';
import { MarginTrack } from './MarginTrack';
import { NearMissLink } from './NearMissLink';
import { SavedByMark } from './SavedByMark';
import { getRowStyles } from './rowStyles';
import { marginWords } from './marginWords';
import { savedByLabels } from './savedByLabels';
import { t } from '../../i18n/t';

interface Props extends Scoped {
  margins: readonly MarginSpan[];
  /** Of how many near misses. */
  count: number;
  speech: Speech;
}

/** More than these are read by nobody; the table holds all. */
const MOST = 40;
const MINUTE = 60_000;

/** How long it was from acting to the incident that would have been, the narrowest first. */
export function MarginsFigure({ margins, count, speech, ...scoped }: Props) {
  const rows = useStyles2(getRowStyles);
  const fade = useId().replaceAll(':', '');
  const axis = useMemo(() => logAxis(margins), [margins]);
  const shown = margins.slice(0, MOST);
  const values = { n: count, known: margins.length, shown: shown.length };
  return (
    <Figure
      {...scoped}
      name="margins"
      question={t('insights.margins', 'How much time was left?')}
      n={
        shown.length < margins.length
          ? t('insights.margins-n-of', 'n = {{n}}, {{known}} with a margin; showing {{shown}} of {{known}}', values)
          : t('insights.margins-n', 'n = {{n}}, {{known}} with a margin', values)
      }
      meaning={t(
        'insights.margins-meaning',
        'From acting to the earliest likely crossing (9 in 10: not before). It fades to the right where it may never have come.'
      )}
      danger={t('insights.margins-danger', 'The narrowest is not the worst: much hangs on where the limit was set.')}
      table={() => ({
        head: [
          t('insights.near-miss', 'Near miss'),
          t('insights.at-least-min', 'At least (min)'),
          t('insights.at-most-min', 'At most (min)'),
          t('list.saved', 'Saved by'),
        ],
        rows: margins.map(({ nearMiss, atLeast, atMost }) => [
          headline(nearMiss),
          minutes(atLeast, Math.floor),
          atMost === null ? t('insights.open', 'open') : minutes(atMost, Math.ceil),
          savedByLabels(nearMiss.savedBy),
        ]),
      })}
    >
      <MarginAxis axis={axis} fade={fade} speech={speech} />
      <ol className={rows.list}>
        {shown.map((margin) => (
          <li key={margin.nearMiss.id} className={rows.row}>
            <span>
              <NearMissLink nearMiss={margin.nearMiss} />
              <br />
              <span className={rows.quiet}>
                <SavedByMark savedBy={margin.nearMiss.savedBy} /> {savedByLabels(margin.nearMiss.savedBy)} ·{' '}
                {marginWords(margin, speech)}
              </span>
            </span>
            <MarginTrack margin={margin} axis={axis} fade={fade} />
          </li>
        ))}
      </ol>
    </Figure>
  );
}

/** To a tenth, because some margins are seconds; a bound is never said to be closer than it is. */
function minutes(ms: number, round: (tenths: number) => number): number {
  return round((10 * ms) / MINUTE) / 10;
}
