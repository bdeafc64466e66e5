import { DEFAULT_OPTIONS, type NearMissesOptions } from './NearMissesOptions';

/**
 * Options as any version, or anybody by hand, stored them: what is not of the type that it should be becomes the default, and what
 * is not known here stays as it is, so that a dashboard may go back and forth between versions.
 */
export function migrateOptions(stored: unknown): NearMissesOptions {
  const given: object = Object(stored);
  const wrong = Object.entries(DEFAULT_OPTIONS).filter(
    ([key, value]) => typeof Reflect.get(given, key) !== typeof value
  );
  return { ...DEFAULT_OPTIONS, ...given, ...Object.fromEntries(wrong) };
}
