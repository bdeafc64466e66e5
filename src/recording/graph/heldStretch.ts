import type { EvidenceSeries } from '../../domain/series/evidence';
import type { Stretch } from '../../domain/series/stretch';

type Points = Pick<EvidenceSeries, 'times' | 'values'>;

/** From the first to the last point that was measured up to `now`; null where there are no two. */
export function measuredSpan({ times, values }: Points, now: number): Stretch | null {
  let span: Stretch | null = null;
  times.forEach((at, index) => {
    if (at <= now && Number.isFinite(values[index])) {
      span = { from: Math.min(span?.from ?? at, at), to: Math.max(span?.to ?? at, at) };
    }
  });
  return spanWithLength(span);
}

function spanWithLength(span: Stretch | null): Stretch | null {
  return span && span.from < span.to ? span : null;
}

/** Both ends of what was asked for within the span; one that lies all outside is moved to its edge, as long as it was at most. */
export function heldStretch(asked: Stretch, span: Stretch): Stretch {
  const length = Math.min(asked.to - asked.from, span.to - span.from);
  if (asked.from >= span.to) {
    return { from: span.to - length, to: span.to };
  }
  if (asked.to <= span.from) {
    return { from: span.from, to: span.from + length };
  }
  return { from: Math.max(asked.from, span.from), to: Math.min(asked.to, span.to) };
}

/** Whether anything was measured in the stretch, both ends in it: without a point there is no graph to keep. */
export function isMeasured({ times, values }: Points, { from, to }: Stretch): boolean {
  return times.some((at, index) => at >= from && at <= to && Number.isFinite(values[index]));
}
