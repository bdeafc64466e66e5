import type { MarginSpan } from '../../domain/insight/narrowestMargins';
import { marginText } from '../../domain/story/marginText';
import type { Speech } from '../../domain/story/speech';
import { t } from '../../i18n/t';

/** A margin with both of its ends, where it has an upper one. */
export function marginWords({ atLeast, atMost }: MarginSpan, speech: Speech): string {
  const known = marginText({ atLeast, around: null }, speech);
  return atMost === null
    ? known
    : t('insights.at-most', '{{known}}, at most {{duration}}', { known, duration: speech.duration(atMost, Math.ceil) });
}
