import { css } from '@emotion/css';
import { type GrafanaTheme2, getTimeZone } from '@grafana/data';
import { useChromeHeaderHeight } from '@grafana/runtime';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { useHeldOpen } from '../../../components/fields/useHeldOpen';
import type { Speech } from '../../../domain/story/speech';
import { sameValue } from '../../../domain/json/sameValue';
import { isHalfTyped } from '../../../recording/graph/frozenGraph';
import { GraphCorrection } from '../../../recording/graph/GraphCorrection';
import type { NearMissEdit } from './useNearMissEdit';
import { t } from '../../../i18n/t';

interface Props {
  edit: NearMissEdit;
  /** Whether it is open at first. */
  opened: boolean;
  speech: Speech;
}

/** The graph of a form: open where nobody has looked at it since it was kept, else folded; or why there is nothing to correct. */
export function CorrectGraph({ edit: { nearMiss, correction, correct }, opened, speech }: Props) {
  const styles = useStyles2(getStyles);
  const header = useChromeHeaderHeight() ?? 0;
  const isChanged = correction !== null && !sameValue(correction.choice, correction.graph.shown);
  // What cannot be saved must be in sight.
  const fold = useHeldOpen(correction !== null && isHalfTyped(correction.choice), opened || isChanged);
  if (!correction) {
    return nearMiss.stretch ? (
      <p className={styles.none}>
        {t(
          'correct.left-out',
          'The values of its graph were not kept, so series, stretch and limit stay as they were recorded.'
        )}
      </p>
    ) : null;
  }
  return (
    <details
      className={styles.details}
      // Where it stays in sight, that is below Grafana's header.
      style={{ top: header + 8 }}
      {...fold}
    >
      <summary>{t('correct.summary', 'The graph: series, stretch and limit')}</summary>
      {fold.open && <GraphCorrection {...correction} timeZone={getTimeZone()} speech={speech} onChange={correct} />}
    </details>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  none: css({ color: theme.colors.text.secondary, margin: 0 }),
  details: css({
    minWidth: 0,
    '& > summary': { color: theme.colors.text.link },
    '&[open] > summary': { marginBottom: theme.spacing(1) },
  }),
});
