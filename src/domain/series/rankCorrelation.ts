import { valueAt } from './points';

/**
 * Spearman's rank correlation of values with their own order, -1 to 1; equal values share a rank, and a list without
 * any difference gives 0. https://en.wikipedia.org/wiki/Spearman%27s_rank_correlation_coefficient
 */
export function rankCorrelation(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const ranks = ranksOf(values);
  let both = 0;
  let own = 0;
  let order = 0;
  ranks.forEach((rank, i) => {
    both += (rank - middle) * (i - middle);
    own += (rank - middle) ** 2;
    order += (i - middle) ** 2;
  });
  return own * order > 0 ? both / Math.sqrt(own * order) : 0;
}

function ranksOf(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => valueAt(values, a) - valueAt(values, b));
  const ranks = values.map(() => 0);
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && values[order[to] ?? -1] === values[order[from] ?? -1]) {
      to++;
    }
    for (const index of order.slice(from, to)) {
      ranks[index] = (from + to - 1) / 2;
    }
  }
  return ranks;
}
