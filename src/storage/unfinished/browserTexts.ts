/** The browser's storage, which throws when it is full, and on every touch when it is blocked. */
export interface BrowserTexts {
  /** null when there is no such text, or it cannot be read. */
  get(key: string): string | null;
  /** False when the browser would not keep it. */
  set(key: string, text: string): boolean;
  remove(key: string): void;
  /** The keys that begin so. */
  keys(prefix: string): readonly string[];
}

/** Texts in the browser; `browser` is asked each time, because even touching it may throw where cookies are blocked. */
export function browserTexts(browser: () => Storage): BrowserTexts {
  return {
    get: (key) => attempt(() => browser().getItem(key), null),
    set: (key, text) =>
      attempt(() => {
        browser().setItem(key, text);
        return true;
      }, false),
    remove: (key) => attempt(() => browser().removeItem(key), undefined),
    keys: (prefix) => attempt(() => Object.keys(browser()), []).filter((key) => key.startsWith(prefix)),
  };
}

// Callers are told by the answer: a text that could not be kept here is kept in memory, and people are told.
function attempt<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}
