import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Checkbox, useStyles2 } from '@grafana/ui';
import React from 'react';
import { useHeldOpen } from '../components/fields/useHeldOpen';
import { useReadersLine, WhoReads } from '../recording/WhoReads';
import type { ChosenPlace } from '../recording/usePlace';
import type { PanelCopy } from './material/copyPanel';
import type { CaptureModel } from './model/useCapture';
import { sayingVariables, valuesOf } from '../domain/record/variables';
import type { NearMissRecord } from '../domain/record/record';
import type { Speech } from '../domain/story/speech';
import { t } from '../i18n/t';
import { WhatFits } from './WhatFits';

interface Props {
  /** Of the line. */
  id: string;
  capture: CaptureModel;
  panel: Pick<PanelCopy, 'queries' | 'variables' | 'variableTexts'>;
  /** What would be stored now. */
  recordOf: () => NearMissRecord;
  chosen: ChosenPlace;
  /** Somebody tried to save before choosing who will read it. */
  unchosen: boolean;
  speech: Speech;
}

/** Before the first word, in a line that opens: who will read it and what goes along, and what of that may stay behind. */
export function GoesAlong({ id, capture, panel, recordOf, chosen, unchosen, speech }: Props) {
  const styles = useStyles2(getStyles);
  const { state, series, dispatch } = capture;
  const { leftOut } = state;
  const readers = useReadersLine(chosen);
  const { place, skipped, denied } = chosen;
  // What is said inside must be seen then.
  const mustChoose = place === null || skipped !== null || (place.kind === 'journal' && denied !== null);
  const fold = useHeldOpen(unchosen || mustChoose);
  return (
    <section aria-label={t('along.label', 'Who will read it, and what goes along')}>
      <details className={styles.part} {...fold}>
        <summary id={id}>{t('along.line', '{{readers}} · what goes along', { readers })}</summary>
        <WhoReads {...chosen} unchosen={unchosen} onChange={(place) => dispatch({ type: 'place', place })} />
        <div className={styles.choices}>
          <span className={styles.always}>{alwaysText(series.name, panel)}</span>
          <Checkbox
            label={t('along.values', 'the measured values')}
            value={!leftOut.values}
            onChange={() => dispatch({ type: 'leave-out', part: { values: !leftOut.values } })}
          />
          {panel.queries.length > 0 && (
            <Checkbox
              label={t('along.query', 'the query, with its data source')}
              value={!leftOut.query}
              onChange={() => dispatch({ type: 'leave-out', part: { query: !leftOut.query } })}
            />
          )}
        </div>
        {capture.all.length > 1 && !leftOut.values && (
          <p>
            {t(
              'along.further',
              'The values go with those of the panel’s other series, under their names, as far as there is room.'
            )}
          </p>
        )}
        <WhatFits recordOf={recordOf} speech={speech} />
      </details>
    </section>
  );
}

/** Names everything of `capturedRecord` that comes from the dashboard and cannot stay behind; a test compares the two. */
function alwaysText(series: string, panel: Pick<PanelCopy, 'variables' | 'variableTexts'>): string {
  const values = [...sayingVariables(panel, t('along.all-values', 'All')), ...silentNames(panel)];
  return values.length > 0
    ? t(
        'along.always-variables',
        'With your words go a link to the panel, the names of the dashboard, the panel and “{{series}}”, the variables ({{variables}}), the times, the limit with its unit, what was projected, and',
        { series, variables: values.join(', ') }
      )
    : t(
        'along.always',
        'With your words go a link to the panel, the names of the dashboard, the panel and “{{series}}”, the times, the limit with its unit, what was projected, and',
        { series }
      );
}

/** Of variables whose values say nothing to a person, such as a data source, and go along for the way back all the same. */
function silentNames({ variables, variableTexts }: Pick<PanelCopy, 'variables' | 'variableTexts'>): string[] {
  return Object.entries(variables).flatMap(([name, value]) => {
    const isSilent = sayingVariables({ variables: { [name]: value }, variableTexts }, '').length === 0;
    return isSilent && valuesOf(value).some(Boolean) ? [name] : [];
  });
}

const getStyles = (theme: GrafanaTheme2) => ({
  part: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    '& > summary': { cursor: 'pointer' },
    '& > *:not(summary)': { marginTop: theme.spacing(0.5) },
    '& p': { marginBottom: 0 },
  }),
  choices: css({ alignItems: 'center', display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5, 2) }),
  always: css({ overflowWrap: 'anywhere' }),
});
