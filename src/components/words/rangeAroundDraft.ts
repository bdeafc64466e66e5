import type { Draft } from '../../domain/codec/decoded';
import type { Stretch } from '../../domain/series/stretch';

const AROUND_AN_INSTANT = 30 * 60_000;

/** As much before and after a draft as it is long, so that its ends can be seen; an instant gets half an hour each way. */
export function rangeAroundDraft({ time, timeEnd }: Pick<Draft, 'time' | 'timeEnd'>): Stretch {
  const around = Math.max(timeEnd - time, 0) || AROUND_AN_INSTANT;
  return { from: time - around, to: Math.max(time, timeEnd) + around };
}
