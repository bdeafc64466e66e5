import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import React, { useMemo, useState } from 'react';
import type { EvidenceSeries } from '../../domain/series/evidence';
import { unmeasuredIn } from '../../domain/series/gapsOf';
import { type SeriesTraits, otherStretches } from '../../domain/projection/projectStretch';
import { oddsOfStopping, suchText } from '../../domain/story/oddsText';
import { refusalInShort } from '../../domain/story/picture/refusalInShort';
import type { Speech } from '../../domain/story/speech';
import type { Projection } from '../../domain/projection/projection';
import type { Limit } from '../../domain/projection/limit';
import { usePrinting } from '../words/usePrinting';
import { t } from '../../i18n/t';

interface Props {
  /** What the stretch was taken from; at best it begins a stretch earlier. */
  series: EvidenceSeries;
  limit: Limit;
  projection: Projection;
  traits: SeriesTraits;
  speech: Speech;
}

/** From this part of what it looked at on, what was not measured is said without being asked. */
const MATTERS = 0.1;

/** How the answer came about and how much it hangs on the stretch, for whoever asks. */
export function HowSure(props: Props) {
  const styles = useStyles2(getStyles);
  const [unfolded, setUnfolded] = useState(false);
  const printing = usePrinting();
  const open = unfolded || printing;
  const { series, projection } = props;
  const { window } = projection;
  const unmeasured = useMemo(() => unmeasuredIn(series, window), [series, window]);
  const matters = unmeasured > MATTERS * (window.to - window.from);
  return (
    <details className={styles} open={open} onToggle={(event) => !printing && setUnfolded(event.currentTarget.open)}>
      <summary>
        {t('sure.summary', 'How sure are we?')}
        {matters &&
          ` ${t('sure.unmeasured-stretch', '{{duration}} of the stretch not measured.', { duration: props.speech.duration(unmeasured) })}`}
      </summary>
      {open && <Answer {...props} unmeasured={unmeasured} />}
    </details>
  );
}

function Answer({ series, limit, projection, traits, speech, unmeasured }: Props & { unmeasured: number }) {
  const { window, points } = projection;
  const { half, double } = useMemo(
    () => otherStretches(series, window, limit.value, traits),
    [series, window, limit.value, traits]
  );
  const span = { from: speech.time(window.from), to: speech.time(window.to, window.from) };
  return (
    <dl>
      {projection.ok && <Chance projection={projection} limit={limit} speech={speech} />}
      <dt>{t('sure.window', 'What it looked at')}</dt>
      <dd>
        {t('sure.window-text', '', {
          defaultValue_one: '{{count}} point between {{from}} and {{to}}, none from after acting.',
          defaultValue_other: '{{count}} points between {{from}} and {{to}}, none from after acting.',
          count: points,
          ...span,
        })}
        {unmeasured > 0 &&
          ` ${t('sure.unmeasured', '{{duration}} of it not measured.', { duration: speech.duration(unmeasured) })}`}
      </dd>
      <dt>{t('sure.half', 'From half the stretch')}</dt>
      <dd>{half ? shortly(half, limit, speech) : t('sure.no-half', 'The stretch has no length.')}</dd>
      <dt>{t('sure.double', 'From double the stretch')}</dt>
      <dd>{double ? shortly(double, limit, speech) : t('sure.no-double', 'The points do not reach back that far.')}</dd>
      <dt>{t('sure.method', 'Method')}</dt>
      <dd>
        <Trans i18nKey="sure.method-text">
          We take the peaks of the stretch, cut it into 40 steps and replay those steps 400 times from where it stood:
          half of the time in runs that start at moments like the present one, so that saws, stairs and seasons stay in
          phase, and half in short runs from anywhere. As such series often stop, a later crossing counts less: what had
          lasted an hour goes on for one more hour in about 1 case of 2. It speaks of twice the stretch, no further.
        </Trans>
      </dd>
    </dl>
  );
}

type Answered = Extract<Projection, { ok: true }>;
type Told = Pick<Props, 'limit' | 'speech'>;

/** How many would have crossed, and how early. */
function Chance({ projection, limit, speech }: Told & { projection: Answered }) {
  const { hi } = projection;
  const early = earlyText(projection, speech);
  return (
    <>
      <dt>{t('sure.chance', 'Chance')}</dt>
      <dd>
        {t('sure.within', '{{chance}} within {{horizon}}.', {
          chance: chanceText(projection, limit, speech),
          horizon: speech.duration(projection.horizon),
        })}
        {hi === null && ` ${t('sure.no-latest', 'The others stop or turn before, so there is no latest time.')}`}
      </dd>
      {early && (
        <>
          <dt>{t('sure.early', 'How early')}</dt>
          <dd>{early}</dd>
        </>
      )}
    </>
  );
}

/** "Of 10 such climbs, 9 would have crossed": the other side of the odds that the sentence names. */
function chanceText({ p }: Answered, { direction }: Limit, speech: Speech): string {
  const such = suchText(direction, speech);
  const odds = oddsOfStopping(p);
  if (odds === 'hardly any') {
    return t('sure.nearly-all', 'Nearly all {{such}} would have crossed', { such });
  }
  if (odds === 'nearly all') {
    return t('sure.hardly-any', 'Hardly any {{such}} would have crossed', { such });
  }
  const [stop, of] = odds;
  return t('sure.odds', 'Of {{of}} {{such}}, {{cross}} would have crossed', { of, such, cross: of - stop });
}

function earlyText({ crossing, lo, hi }: Answered, speech: Speech): string {
  const said = [
    lo !== null && t('sure.lo', '9 in 10: not before {{time}}.', { time: speech.time(lo) }),
    crossing !== null &&
      t('sure.middle', 'Half of those that go on: by {{time}}.', { time: speech.time(crossing, lo ?? undefined) }),
    hi !== null && t('sure.hi', '9 in 10: not after {{time}}.', { time: speech.time(hi, crossing ?? lo ?? undefined) }),
  ];
  return said.filter(Boolean).join(' ');
}

/** Another stretch's answer, or why it gives none. */
function shortly(projection: Projection, limit: Limit, speech: Speech): string {
  return projection.ok
    ? `${chanceText(projection, limit, speech)}. ${earlyText(projection, speech)}`.trim()
    : t('sure.refused', 'No answer: {{why}}.', { why: refusalInShort(projection.reason, speech) });
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    '& > summary': { cursor: 'pointer' },
    '& dl': { margin: theme.spacing(1, 0, 0) },
    '& dt': { fontWeight: theme.typography.fontWeightMedium },
    '& dd': { color: theme.colors.text.secondary, margin: theme.spacing(0, 0, 1) },
  });
