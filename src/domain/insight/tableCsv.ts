import { csvLine } from '../text/csvLine';

/** Numbers as people read them below a chart. */
export interface NumberTable {
  head: readonly string[];
  /** As many cells a row as in the head. */
  rows: ReadonlyArray<ReadonlyArray<string | number>>;
}

/**
 * The table as CSV (RFC 4180, lines end in CR LF); the last line says in its first cell what the numbers cannot say, so that
 * it goes where they go.
 */
export function tableCsv({ head, rows }: NumberTable, danger: string): string {
  const last = head.map((_, at) => (at === 0 ? danger : null));
  return [head, ...rows, last].map((cells) => `${csvLine(cells)}\r\n`).join('');
}
