import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { Limit, Projection } from '../domain/nearMiss';
import { projectionSentence } from '../domain/projectionSentence';
import type { Speech } from '../domain/speech';
import { unescaped } from './unescaped';

interface Props {
  /** Of the series. */
  name: string;
  limit: Limit;
  projection: Projection;
  actedAt: number;
  speech: Speech;
}

/** What would have happened, or why nothing honest can be said, with the method and the window it stands on. */
export function ProjectionSentence({ name, limit, projection, actedAt, speech }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div role="status">
      <p className={styles.sentence}>{projectionSentence({ name, limit, projection, actedAt }, speech)}</p>
      {projection.ok && <p className={styles.basis}>{basisText(projection, speech)}</p>}
    </div>
  );
}

function basisText({ method, points, window, horizon }: Extract<Projection, { ok: true }>, speech: Speech): string {
  return t(
    'projection.basis',
    'Method: {{method}}, from {{points}} points between {{from}} and {{to}}. It can speak of the {{horizon}} after that, no further.',
    {
      method,
      points,
      from: speech.time(window.from),
      to: speech.time(window.to),
      horizon: speech.duration(horizon),
      ...unescaped,
    }
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  sentence: css({ margin: 0 }),
  basis: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize, margin: 0 }),
});
