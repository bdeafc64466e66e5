import type { Margin } from '../projection/margin';
import type { Speech } from './speech';

/** The margin in words, from its lower end, which is never rounded up: "at least 16 min (9 in 10)". */
export function marginText({ atLeast, around }: Margin, speech: Speech): string {
  if (atLeast !== null) {
    const duration = speech.duration(atLeast, Math.floor);
    return speech.phrase('margin.at-least', 'at least {{duration}} (9 in 10)', { duration });
  }
  return around === null
    ? speech.phrase('margin.unknown', 'margin not known')
    : speech.phrase('margin.around', 'around {{duration}}', { duration: speech.duration(around) });
}
