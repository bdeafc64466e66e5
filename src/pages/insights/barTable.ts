import type { NumberTable } from '../../domain/insight/tableCsv';
import type { Bar } from './Bars';
import { t } from '../../i18n/t';

/** The numbers of bars, under the name of what they are bars of. */
export function barTable(name: string, bars: readonly Bar[]): NumberTable {
  return {
    head: [name, t('insights.count', 'Near misses')],
    rows: bars.map(({ label, count }) => [label, count]),
  };
}
