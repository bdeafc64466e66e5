import type { ScopedVars } from '@grafana/data';

/**
 * Of the dashboard's variables those that a panel sees otherwise, each with its one value: what its row or tab is repeated
 * by. In `scope` they have no entry; Grafana finds them from the object that the panel's request names there.
 */
export function repeatedBy(
  names: readonly string[],
  scope: ScopedVars,
  replace: (text: string, scope?: ScopedVars) => string
): ScopedVars {
  const differing = names.flatMap((name) => {
    const text = replace(`\${${name}:text}`, scope);
    return name in scope || text === replace(`\${${name}:text}`)
      ? []
      : [[name, { text, value: replace(`\${${name}:raw}`, scope) }] as const];
  });
  return Object.fromEntries(differing);
}
