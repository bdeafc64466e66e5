import { fieldOf, textOf } from '../json/fieldOf';

/** How Grafana names the data source of its expressions, today and before. */
const EXPRESSIONS = ['__expr__', '-100'];

/**
 * Of a panel's queries those that a series is made of, most first: its own (`refId`) with all that its expression names, and
 * those that they name, then its own alone. Each in the panel's order; nothing where none has that refId.
 */
export function queriesOfSeries(queries: readonly unknown[], refId: string): ReadonlyArray<readonly unknown[]> {
  const own = queries.filter((query) => refId !== '' && textOf(query, 'refId') === refId);
  const needed = new Set(own);
  // A set that grows is walked to its new end.
  for (const query of needed) {
    namedBy(query, queries).forEach((named) => needed.add(named));
  }
  const all = queries.filter((query) => needed.has(query));
  return own.length === 0 ? [] : all.length > own.length ? [all, own] : [own];
}

/** `$A + ${B}` of a calculation, `A` of a reduction, what conditions and SQL name. Only expressions name others. */
function namedBy(query: unknown, queries: readonly unknown[]): readonly unknown[] {
  const source = fieldOf(query, 'datasource');
  const isExpression = EXPRESSIONS.some(
    (one) => one === source || one === textOf(source, 'uid') || one === textOf(source, 'type')
  );
  if (!isExpression) {
    return [];
  }
  const said = JSON.stringify([fieldOf(query, 'expression'), fieldOf(query, 'conditions')]);
  return queries.filter((one) => one !== query && names(said, textOf(one, 'refId')));
}

function names(said: string, refId: string): boolean {
  const escaped = refId.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return refId !== '' && new RegExp(`(?<![\\p{L}\\p{N}_])${escaped}(?![\\p{L}\\p{N}_])`, 'u').test(said);
}
