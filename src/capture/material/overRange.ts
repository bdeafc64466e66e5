import { fieldOf, textOf } from '../../domain/json/fieldOf';
import { isObject } from '../../domain/json/json';

/** How a data source is told to answer for a range in place of one moment. */
const RANGED: Readonly<Record<string, { isMoment: (query: unknown) => boolean; ranged: object }>> = {
  prometheus: {
    isMoment: (query) => fieldOf(query, 'instant') === true,
    ranged: { instant: false, range: true, format: 'time_series' },
  },
  loki: {
    isMoment: (query) => textOf(query, 'queryType') === 'instant' || fieldOf(query, 'instant') === true,
    ranged: { queryType: 'range', instant: false, range: true },
  },
};

/** Types that speak as another does. */
const KIN: Readonly<Record<string, string>> = {
  'grafana-amazonprometheus-datasource': 'prometheus',
  'grafana-azureprometheus-datasource': 'prometheus',
};

/** The queries with those that asked for one moment asking for a range; null when there is none that is known to do so. */
export function overRange(queries: readonly unknown[]): readonly unknown[] | null {
  const asked = queries.map((query) => {
    const type = textOf(query, 'datasource', 'type');
    const way = RANGED[KIN[type] ?? type];
    return way?.isMoment(query) && isObject(query) ? { query: { ...query, ...way.ranged }, ranged: true } : { query };
  });
  return asked.some(({ ranged }) => ranged) ? asked.map(({ query }) => query) : null;
}
