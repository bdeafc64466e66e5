/** A browser's storage whose keys are its own properties, as `Object.keys` of the real one gives them. */
export function browserStorage(): Storage {
  const methods: ThisType<Record<string, string>> & object = {
    getItem(key: string): string | null {
      return Object.hasOwn(this, key) ? (this[key] ?? null) : null;
    },
    setItem(key: string, text: string): void {
      this[key] = text;
    },
    removeItem(key: string): void {
      delete this[key];
    },
  };
  return Object.create(methods);
}
