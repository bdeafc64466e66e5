import { seededRandom } from './seededRandom';
import type { Shape } from './shapeOf';
import { valueAt } from './valueAt';

const LONGEST_RUN = 9;
const ALIKE = 0.3;
const SPEED_SPREAD = 0.3;

/** How one path is drawn: `loyal` runs start where the series stood as it stands now, others anywhere from `from` on. */
export interface ReplayPlan {
  seed: number;
  loyal: boolean;
  from: number;
}

/**
 * When one possible future first climbs by `gap` (units of the shape): runs of 1 to 9 of the series' own steps, one
 * after the other, at a speed of its own. Returns buckets after the last one, Infinity when not within `horizon`. The
 * draws do not depend on the gap, so a farther limit is never met earlier.
 */
export function replay({ heights, states }: Shape, gap: number, horizon: number, plan: ReplayPlan): number {
  const random = seededRandom(plan.seed);
  const pace = Math.exp(SPEED_SPREAD * normal(random));
  const end = heights.length - 1;
  const order = plan.loyal ? byState(states, plan.from, end) : undefined;
  let state = valueAt(states, end);
  let height = 0;
  let elapsed = 0;
  while (elapsed < horizon) {
    let at = order ? similar(order, states, state, random) : plan.from + Math.floor(random() * (end - plan.from));
    for (let left = 1 + Math.floor(random() * LONGEST_RUN); left > 0 && at < end; left--, at++) {
      const step = valueAt(heights, at + 1) - valueAt(heights, at);
      if (height + step >= gap) {
        return elapsed + (gap - height) / step / pace;
      }
      height += step;
      elapsed += 1 / pace;
    }
    state = valueAt(states, at);
  }
  return Infinity;
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());
}

function byState(states: Float64Array, from: number, end: number): number[] {
  const order: number[] = [];
  for (let i = from; i < end; i++) {
    order.push(i);
  }
  return order.sort((a, b) => valueAt(states, a) - valueAt(states, b) || a - b);
}

/** One of the nearest 30 % of buckets by state. */
function similar(order: readonly number[], states: Float64Array, state: number, random: () => number): number {
  const count = Math.max(1, Math.round(ALIKE * order.length));
  let start = 0;
  while (start + count < order.length && closerAbove(order, states, state, start, count)) {
    start++;
  }
  return valueAt(order, start + Math.floor(random() * count));
}

function closerAbove(
  order: readonly number[],
  states: Float64Array,
  state: number,
  start: number,
  count: number
): boolean {
  const below = state - valueAt(states, valueAt(order, start));
  return valueAt(states, valueAt(order, start + count)) - state < below;
}
