import { fieldOf } from '../../domain/json/fieldOf';

/** A number that an old panel kept, often as a text; an empty one is 0, as Grafana reads it. Undefined when it is none. */
export function legacyNumber(value: unknown, ...path: readonly string[]): number | undefined {
  const given = fieldOf(value, ...path);
  const number = typeof given === 'string' ? Number(given) : given;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
