import type { OddMoment } from '../record/oddMoment';
import type { Speech } from './speech';

/** The question that an odd moment raises, with what may have been meant; `now` in epoch ms. */
export function oddMomentText(at: number, { why, meant }: OddMoment, now: number, speech: Speech): string {
  const values = {
    time: speech.dated(at),
    ahead: speech.duration(at - now),
    meant: meant === null ? '' : speech.dated(meant),
  };
  if (meant !== null) {
    return speech.phrase(
      'odd-moment.unit',
      'This is {{time}}. It looks like another unit than milliseconds: was it {{meant}}?',
      values
    );
  }
  return why === 'future'
    ? speech.phrase('odd-moment.future', 'This lies {{ahead}} in the future. Is it right?', values)
    : speech.phrase('odd-moment.early', 'This is {{time}}. Is it right?', values);
}
