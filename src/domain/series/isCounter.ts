interface NamedSeries {
  /** As the panel shows it. */
  name: string;
  values: readonly number[];
  /** Query models as Grafana gives them: the one of the series, or all of the panel's where that is not known. */
  queries: readonly unknown[];
}

/** How Prometheus, OpenMetrics and those who follow them name what only counts up. */
const COUNTS_UP = /[a-z0-9]_(total|count|sum)\b/i;
/** Functions that make a rate, a change or a number of series of it, in PromQL, InfluxQL, Flux and Graphite. */
const NO_LONGER =
  /\b(i?rate|increase|i?delta|deriv|resets|changes|count|count_values|\w*derivative|difference|persecond|\w*_over_time)\b\s*(\(|by\b|without\b)/i;
/** The keys under which data sources keep what was asked. */
const ASKED = ['expr', 'query', 'target', 'measurement', 'rawSql'];
/** A counter falls at its resets alone. */
const MOST_FALLS = 1 / 10;

/**
 * Whether a series is a raw counter, so that a fall is a reset: by the names in its query (its own name when the query
 * says nothing), and only if at most one in ten of its moves is a fall, as names like `threads_count` are given to gauges too.
 */
export function isCounter({ name, values, queries }: NamedSeries): boolean {
  const asked = queries.map(askedText).filter((text) => text !== '');
  const countsUp =
    asked.length > 0 ? asked.every((text) => COUNTS_UP.test(text) && !NO_LONGER.test(text)) : COUNTS_UP.test(name);
  return countsUp && hardlyFalls(values);
}

function askedText(query: unknown): string {
  if (typeof query !== 'object' || query === null) {
    return '';
  }
  const parts = Object.entries(query).filter(([key]) => ASKED.includes(key));
  return parts
    .map(([, value]: [string, unknown]) => (typeof value === 'string' ? value : ''))
    .join(' ')
    .trim();
}

function hardlyFalls(values: readonly number[]): boolean {
  const measured = values.filter(Number.isFinite);
  const steps = measured.map((value, i) => value - (measured[i - 1] ?? value)).filter((step) => step !== 0);
  const falls = steps.filter((step) => step < 0).length;
  return falls <= Math.max(1, MOST_FALLS * steps.length);
}
