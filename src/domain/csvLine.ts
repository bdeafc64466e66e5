/** A line of comma-separated values (RFC 4180) without its end; null is an empty cell. */
export function csvLine(cells: ReadonlyArray<string | number | null>): string {
  return cells.map(csvCell).join(',');
}

// What a spreadsheet would run as a formula. A number is one, whatever its sign; a text that looks like one is not.
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

function csvCell(cell: string | number | null): string {
  if (cell === null) {
    return '';
  }
  if (typeof cell === 'number') {
    return Number.isFinite(cell) ? String(cell) : '';
  }
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
