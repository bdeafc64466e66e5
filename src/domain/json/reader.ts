import { isMoment } from './moment';
import { isObject } from './json';

/**
 * Reads one stored part: the value, or undefined when it has none that we know. It calls `miss` whenever something was
 * there that it could not read, also when the rest of a list could be.
 */
export type PartReader<T> = (raw: unknown, miss: () => void) => T | undefined;

/** A text of any length, empty too. */
export const readText: PartReader<string> = (raw, miss) => (typeof raw === 'string' ? raw : missed(miss));

/** A number that can be reckoned with: neither NaN nor infinite. */
export const readNumber: PartReader<number> = (raw, miss) =>
  typeof raw === 'number' && Number.isFinite(raw) ? raw : missed(miss);

/** Epoch ms, of a year that a calendar has. */
export const readMoment: PartReader<number> = (raw, miss) =>
  typeof raw === 'number' && isMoment(raw) ? raw : missed(miss);

/** Yes or no as JSON has them: 0, 1 and texts are missed. */
export const readFlag: PartReader<boolean> = (raw, miss) => (typeof raw === 'boolean' ? raw : missed(miss));

/** Whatever is there, unread: for what other plugins wrote and we only hand on. */
export const readAnything: PartReader<unknown> = (raw) => raw;

/** One of the given words. */
export function readOneOf<T extends string>(words: readonly T[]): PartReader<T> {
  return (raw, miss) => words.find((word) => word === raw) ?? missed(miss);
}

/** null is a value here, not something missing. */
export function readNullable<T>(read: PartReader<T>): PartReader<T | null> {
  return (raw, miss) => (raw === null ? null : read(raw, miss));
}

/** A list without the members that cannot be read. */
export function readList<T>(read: PartReader<T>): PartReader<readonly T[]> {
  return (raw, miss) => {
    if (!Array.isArray(raw)) {
      return missed(miss);
    }
    const items: T[] = [];
    for (const item of raw) {
      const value = read(item, miss);
      if (value !== undefined) {
        items.push(value);
      }
    }
    return items;
  };
}

/** An object's values by name, without those that cannot be read. */
export function readByName<T>(read: PartReader<T>): PartReader<Readonly<Record<string, T>>> {
  return (raw, miss) => {
    if (!isObject(raw)) {
      return missed(miss);
    }
    const pairs: Array<[string, T]> = [];
    for (const [name, item] of Object.entries(raw)) {
      const value = read(item, miss);
      if (value !== undefined) {
        pairs.push([name, value]);
      }
    }
    return Object.fromEntries(pairs);
  };
}

/** An object read as a whole by `read`; something that is no object is missed. */
export function readObject<T>(
  read: (part: Readonly<Record<string, unknown>>, miss: () => void) => T | undefined
): PartReader<T> {
  return (raw, miss) => (isObject(raw) ? read(raw, miss) : missed(miss));
}

/** The part when it is there and readable, else the default; absent is not missed. */
export function readOr<T>(raw: unknown, otherwise: T, read: PartReader<T>, miss: () => void): T {
  return raw === undefined ? otherwise : (read(raw, miss) ?? otherwise);
}

function missed(miss: () => void): undefined {
  miss();
  return undefined;
}
