/** A field of something from outside; undefined when there is no such thing. */
export function fieldOf(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, name) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, name) : undefined),
    value
  );
}

/** The text at that place; empty when it is none. */
export function textOf(value: unknown, ...path: readonly string[]): string {
  const text = fieldOf(value, ...path);
  return typeof text === 'string' ? text : '';
}

/** The list at that place; empty when it is none. */
export function listOf(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const list = fieldOf(value, ...path);
  return Array.isArray(list) ? list : [];
}
