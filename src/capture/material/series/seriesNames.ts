import type { PanelSeries } from '../../../domain/projection/panelSeries';
import { textOf } from '../../../domain/json/fieldOf';
import type { DrawnSeries } from './drawnSeries';

interface Named {
  /** As shown, variables filled. */
  panelTitle: string;
  /** Query models of the panel. */
  queries: readonly unknown[];
}

/** Where data sources keep what is asked for, and where the legend that somebody set for it. */
const EXPRESSIONS = ['expr', 'query', 'expression', 'target', 'rawSql'];
const LEGENDS = ['legendFormat', 'alias', 'legend', 'label'];
/** What Grafana and data sources call a value that nobody named. */
const UNNAMED = /^value( #\w+)?$/i;
const VARIABLE = /\$\{[^}]*\}|\[\[[^\]]*\]\]|\$\w+/;

/**
 * The series under names that tell them apart: the panel's title for the only one that nobody named, and for those of one
 * name what their labels, else their queries, else their order say.
 */
export function namedSeries(drawn: readonly DrawnSeries[], { panelTitle, queries }: Named): DrawnSeries[] {
  const [only, ...others] = drawn;
  const titled = only && others.length === 0 && panelTitle !== '' && isUnnamed(only, queries);
  const names = titled ? [panelTitle] : toldApart(drawn.map(({ series }) => series));
  return drawn.map(({ series, field }, i) => ({ field, series: { ...series, name: names[i] ?? series.name } }));
}

function isUnnamed({ series, field }: DrawnSeries, queries: readonly unknown[]): boolean {
  if (field.config.displayName) {
    return false;
  }
  const own = queries.filter((query) => series.refId === undefined || textOf(query, 'refId') === series.refId);
  if (UNNAMED.test(series.name) || own.some((query) => textOf(query, 'refId') === series.name)) {
    return true;
  }
  const without = own.filter((query) => LEGENDS.every((key) => ['', '__auto'].includes(textOf(query, key))));
  return without.some((query) => EXPRESSIONS.some((key) => isCalledBy(series.name, textOf(query, key))));
}

/** A name that is the expression, but for spaces and the values of variables in it. */
function isCalledBy(name: string, expression: string): boolean {
  const [first = '', ...parts] = compact(expression).split(VARIABLE);
  const last = parts.pop();
  let rest = compact(name);
  if ([first, ...parts, last ?? ''].join('') === '' || !rest.startsWith(first)) {
    return false;
  }
  rest = rest.slice(first.length);
  for (const part of parts) {
    const at = rest.indexOf(part);
    if (at < 0) {
      return false;
    }
    rest = rest.slice(at + part.length);
  }
  return last === undefined ? rest === '' : rest.endsWith(last);
}

function compact(text: string): string {
  return text.replace(/\s+/g, '');
}

/** The names of the series, each with what tells it from others of its name. */
export function toldApart(all: readonly PanelSeries[]): string[] {
  const alike = new Map<string, PanelSeries[]>();
  for (const one of all) {
    alike.set(one.name, [...(alike.get(one.name) ?? []), one]);
  }
  const telling = new Map([...alike].map(([name, group]) => [name, tellingOf(group)]));
  const told = all.map((one) => `${one.name}${telling.get(one.name)?.(one) ?? ''}`);
  const taken = new Set(told);
  const used = new Set<string>();
  return told.map((name) => {
    let free = name;
    for (let count = 2; used.has(free) || (free !== name && taken.has(free)); count++) {
      free = `${name} (${count})`;
    }
    used.add(free);
    return free;
  });
}

/** What to add to each name of a group: the one label that differs in all, else all that differ, else the query. */
function tellingOf(group: readonly PanelSeries[]): (one: PanelSeries) => string {
  if (group.length < 2) {
    return () => '';
  }
  const keys = [...new Set(group.flatMap(({ labels }) => Object.keys(labels)))].sort();
  const values = (key: string) => new Set(group.map(({ labels }) => labels[key])).size;
  const differing = keys.filter((key) => values(key) > 1);
  const enough = differing.find((key) => values(key) === group.length);
  const shown = enough === undefined ? differing : [enough];
  if (shown.length > 0) {
    return ({ labels }) => ` (${shown.map((key) => `${key}=${labels[key] ?? ''}`).join(', ')})`;
  }
  const queries = new Set(group.map(({ refId }) => refId)).size;
  return ({ refId }) => (queries > 1 && refId ? ` (${refId})` : '');
}
