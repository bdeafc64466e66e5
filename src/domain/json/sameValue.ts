import { isObject } from './json';

/** Whether two field values mean the same; the order of lists (what saved it, services, links) does not matter. */
export function sameValue(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(canonical).sort().join()}]`;
  }
  if (isObject(value)) {
    const parts = Object.keys(value)
      .sort()
      .map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`);
    return `{${parts.join()}}`;
  }
  return JSON.stringify(value) ?? 'undefined';
}
