import { t } from '@grafana/i18n';
import type { NearMiss } from '../../domain/fold/nearMiss';
import { marginOf } from '../../domain/projection/margin';
import { marginText } from '../../domain/story/marginText';
import type { Speech } from '../../domain/story/speech';
import { unescaped } from '../words/unescaped';

/** What a row says of a near miss: the margin where the projection gives one, then what almost happened. */
export function rowSentence({ projection, actedAt, almost }: NearMiss, speech: Speech): string {
  const margin = marginOf(projection, actedAt);
  if (margin.atLeast === null && margin.around === null) {
    return almost;
  }
  const known = t('row.margin', 'Margin: {{margin}}.', { margin: marginText(margin, speech), ...unescaped });
  return `${known} ${almost}`.trim();
}
