import { LAST_MOMENT } from '../json/moment';
import {
  readFlag,
  readMoment,
  readNullable,
  readNumber,
  readObject,
  readOneOf,
  readOr,
  readText,
} from '../json/reader';
import type { Projection, RefusalReason } from '../projection/projection';
import type { Stretch } from '../series/stretch';
import { readStretch } from './readGraph';

const REASON_SET: Readonly<Record<RefusalReason, true>> = {
  'too-few-points': true,
  constant: true,
  'heading-away': true,
  'already-past': true,
  'no-trend': true,
  'counter-resets': true,
  'season-longer-than-stretch': true,
  'limit-unreachable': true,
  'beyond-horizon': true,
  'points-not-kept': true,
};
const REASONS = Object.keys(REASON_SET).filter((name): name is RefusalReason => Object.hasOwn(REASON_SET, name));
const readCrossing = readNullable(readMoment);

/** A stored projection; undefined without its window, its chance or (when refused) its reason. */
export const readProjection = readObject<Projection>((part, miss) => {
  const ok = readFlag(part.ok, miss);
  const window = readStretch(part.window, miss);
  if (ok === undefined || window === undefined) {
    return undefined;
  }
  const basis = {
    window,
    horizon: horizonAfter(window, part.horizon, miss),
    points: readOr(part.points, 0, readNumber, miss),
  };
  if (!ok) {
    const reason = readOneOf(REASONS)(part.reason, miss);
    return reason && { ...basis, ok, reason };
  }
  const p = readNumber(part.p, miss);
  if (p === undefined) {
    return undefined;
  }
  return {
    ...basis,
    ok,
    crossing: readOr(part.crossing, null, readCrossing, miss),
    lo: readOr(part.lo, null, readCrossing, miss),
    hi: readOr(part.hi, null, readCrossing, miss),
    p: Math.min(1, Math.max(0, p)),
    method: readOr(part.method, '', readText, miss),
  };
});

/** In ms; what is missing, or would end after the last moment, becomes twice the window. */
function horizonAfter({ from, to }: Stretch, raw: unknown, miss: () => void): number {
  const longest = LAST_MOMENT - to;
  const usual = Math.min(2 * (to - from), longest);
  const horizon = readOr(raw, usual, readNumber, miss);
  if (horizon >= 0 && horizon <= longest) {
    return horizon;
  }
  miss();
  return usual;
}
