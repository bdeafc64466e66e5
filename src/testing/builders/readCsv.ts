/** RFC 4180, read as strictly as it is written: cells by comma, lines by CR LF, a doubled quote within quotes. */
export function readCsv(csv: string): string[][] {
  const lines: string[][] = [[]];
  for (const [all, cell = '', end] of csv.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/g)) {
    if (all !== '' || end === ',') {
      lines.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    }
    if (end === '\r\n') {
      lines.push([]);
    }
  }
  return lines.filter((line) => line.length > 0);
}

/** The rows below the names, each by them. */
export function rowsOf(csv: string): Array<Record<string, string | undefined>> {
  const [names = [], ...rows] = readCsv(csv);
  return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index]])));
}
