import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Checkbox, useStyles2 } from '@grafana/ui';
import React from 'react';
import { WhoReads } from '../components/recording/WhoReads';
import type { JournalMapping } from '../domain/settings';
import type { Speech } from '../domain/speech';
import type { PanelCopy } from './copyPanel';
import type { CaptureModel } from './useCapture';

interface Props {
  id: string;
  capture: CaptureModel;
  panel: PanelCopy;
  journals: readonly JournalMapping[];
  speech: Speech;
}

/** Before the first word: who will read it and what goes along, and what of that may stay behind. */
export function GoesAlong({ id, capture, panel, journals, speech }: Props) {
  const styles = useStyles2(getStyles);
  const { state, series, dispatch } = capture;
  const { leftOut, place } = state;
  return (
    <section id={id} className={styles.part} aria-label={t('along.label', 'Who will read it, and what goes along')}>
      <WhoReads place={place} journals={journals} onChange={(chosen) => dispatch({ type: 'place', place: chosen })} />
      <p>
        {t('along.names', 'With your words go the names “{{dashboard}}”, “{{panel}}” and “{{series}}”, and:', {
          dashboard: panel.dashboardTitle,
          panel: panel.panelTitle,
          series: series.name,
          interpolation: { escapeValue: false },
        })}
      </p>
      <div className={styles.choices}>
        <Checkbox
          label={valuesText(capture, speech)}
          value={!leftOut.values}
          onChange={() => dispatch({ type: 'leave-out', part: { values: !leftOut.values } })}
        />
        {panel.queries.length > 0 && (
          <Checkbox
            label={t('along.query', 'the query of the panel, unless it is too long')}
            value={!leftOut.query}
            onChange={() => dispatch({ type: 'leave-out', part: { query: !leftOut.query } })}
          />
        )}
      </div>
    </section>
  );
}

function valuesText({ state }: CaptureModel, speech: Speech): string {
  const { from, to } = state.stretch;
  return t('along.values', 'the measured values, as long again before and after the stretch ({{from}} to {{to}})', {
    from: speech.time(from - (to - from)),
    to: speech.time(to + (to - from)),
    interpolation: { escapeValue: false },
  });
}

const getStyles = (theme: GrafanaTheme2) => ({
  part: css({
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
    display: 'grid',
    gap: theme.spacing(0.5),
    padding: theme.spacing(1, 1.5),
    '& p': { margin: 0 },
  }),
  choices: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5, 3) }),
});
