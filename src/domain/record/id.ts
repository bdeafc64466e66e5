const ID = /^[\w-]{1,64}$/;

/** Whether a text may serve as an id in addresses and tags: 1 to 64 url-safe characters (ours have 12). */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && ID.test(text);
}
