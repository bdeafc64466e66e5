import { csvLine } from './csvLine';

type Cell = string | number | null;

/** A column: its name in the first row, and what a row has there. */
export type CsvColumn<T> = readonly [name: string, cell: (row: T) => Cell];

/** A row of names, then one row each; lines end in CR LF (RFC 4180), and formulas are disarmed. */
export function csvTable<T>(columns: ReadonlyArray<CsvColumn<T>>, rows: readonly T[]): string {
  const lines = rows.map((row) => csvLine(columns.map(([, cell]) => cell(row))));
  return [csvLine(columns.map(([name]) => name)), ...lines].map((line) => `${line}\r\n`).join('');
}

/** A length of time (ms) as the whole minutes that it holds: rounded up, "at least" so many would not be true. */
export function csvMinutes(ms: number | null): number | null {
  return ms === null ? null : Math.floor(ms / 60_000);
}
