/** A line of comma-separated values (RFC 4180) without its end; null is an empty cell. */
export function csvLine(cells: ReadonlyArray<string | number | null>): string {
  return cells.map(csvCell).join(',');
}

// What a spreadsheet would run as a formula, also behind blanks and signs that do not show, and where one that separates
// by semicolons or tabs would begin a cell of its own. A number is one, whatever its sign; a text that looks like one is not.
const FORMULA = /(?<=(^|[;\t\r\n])[\s\p{Cc}\p{Cf}]*)[=+\-@＝＋－＠]/gu;
const BLANK_BEFORE = /^[\t\r\n]/;

function csvCell(cell: string | number | null): string {
  if (cell === null) {
    return '';
  }
  if (typeof cell === 'number') {
    return Number.isFinite(cell) ? String(cell) : '';
  }
  const disarmed = cell.replace(FORMULA, "'$&");
  const text = BLANK_BEFORE.test(disarmed) ? `'${disarmed}` : disarmed;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
