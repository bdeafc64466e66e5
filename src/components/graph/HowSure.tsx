import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import React, { useMemo, useState } from 'react';
import type { EvidenceSeries } from '../../domain/series/evidence';
import { unmeasuredIn } from '../../domain/series/gapsOf';
import { type SeriesTraits, otherStretches } from '../../domain/projection/projectStretch';
import { refusalText } from '../../domain/story/refusalText';
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
  const horizon = speech.duration(projection.horizon);
  const span = { from: speech.time(window.from), to: speech.time(window.to) };
  return (
    <dl>
      <dt>{t('sure.method', 'Method')}</dt>
      <dd>
        <Trans i18nKey="sure.method-text">
          We take the peaks of the stretch, cut it into 40 steps and replay those steps 400 times from where it stood:
          half of the time in runs that start at moments like the present one, so that saws, stairs and seasons stay in
          phase, and half in short runs from anywhere. As growths stop, a later crossing counts less: what had lasted an
          hour goes on for one more hour in about one case of two.
        </Trans>
      </dd>
      <dt>{t('sure.window', 'What it looked at')}</dt>
      <dd>
        {t('sure.window-text', '', {
          defaultValue_one:
            '{{count}} point between {{from}} and {{to}}, none from after acting. It speaks of the {{horizon}} after that, no further.',
          defaultValue_other:
            '{{count}} points between {{from}} and {{to}}, none from after acting. It speaks of the {{horizon}} after that, no further.',
          count: points,
          horizon,
          ...span,
        })}
        {unmeasured > 0 &&
          ` ${t('sure.unmeasured', '{{duration}} of it not measured.', { duration: speech.duration(unmeasured) })}`}
      </dd>
      {projection.ok && (
        <>
          <dt>{t('sure.chance', 'Chance')}</dt>
          <dd>{chanceText(projection, speech)}</dd>
        </>
      )}
      <dt>{t('sure.half', 'From half the stretch')}</dt>
      <dd>{half ? shortly(half, speech) : t('sure.no-half', 'The stretch has no length.')}</dd>
      <dt>{t('sure.double', 'From double the stretch')}</dt>
      <dd>{double ? shortly(double, speech) : t('sure.no-double', 'The points do not reach back that far.')}</dd>
    </dl>
  );
}

type Answered = Extract<Projection, { ok: true }>;

function chanceText({ p, hi, horizon }: Answered, speech: Speech): string {
  const chance = t('sure.chance-text', 'Of growths like this one {{share}} reach the limit within the {{horizon}}.', {
    share: shareText(p),
    horizon: speech.duration(horizon),
  });
  const open = t('sure.no-latest', 'As the others stop or turn before, there is no latest time.');
  return hi === null ? `${chance} ${open}` : chance;
}

/** Another stretch's answer, or why it gives none. */
function shortly(projection: Projection, speech: Speech): string {
  if (!projection.ok) {
    return t('sure.refused', 'No answer. {{why}}', { why: refusalText(projection.reason, speech) });
  }
  const { crossing, lo, p, horizon } = projection;
  const values = {
    time: crossing === null ? '' : speech.time(crossing),
    lo: lo === null ? '' : speech.time(lo),
    share: shareText(p),
    horizon: speech.duration(horizon),
  };
  return crossing === null
    ? t('sure.hardly', 'Hardly before {{lo}}, and when we cannot say; {{share}} get there within {{horizon}}.', values)
    : t('sure.around', 'Around {{time}}, hardly before {{lo}}; {{share}} get there within {{horizon}}.', values);
}

function shareText(p: number): string {
  if (p >= 0.95) {
    return t('sure.nearly-all', 'nearly all');
  }
  return t('sure.share', 'about {{count}} in 10', { count: Math.max(1, Math.min(9, Math.round(10 * p))) });
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    '& > summary': { cursor: 'pointer' },
    '& dl': { margin: theme.spacing(1, 0, 0) },
    '& dt': { fontWeight: theme.typography.fontWeightMedium },
    '& dd': { color: theme.colors.text.secondary, margin: theme.spacing(0, 0, 1) },
  });
