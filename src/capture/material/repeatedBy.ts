import type { ScopedVars } from '@grafana/data';

const VARIABLE = 'var-';

/**
 * Of the dashboard's variables, which the address (`search`) names, those that a panel sees otherwise, each with its one
 * value: what its row or tab is repeated by. In `scope` they have no entry; Grafana finds them from the object that the
 * panel's request names there.
 */
export function repeatedBy(
  search: string,
  scope: ScopedVars,
  replace: (text: string, scope?: ScopedVars) => string
): ScopedVars {
  const keys = [...new Set(new URLSearchParams(search).keys())].filter((key) => key.startsWith(VARIABLE));
  const names = keys.map((key) => key.slice(VARIABLE.length)).filter((name) => !(name in scope));
  const differing = names.flatMap((name) => {
    const text = replace(`\${${name}:text}`, scope);
    return text === replace(`\${${name}:text}`)
      ? []
      : [[name, { text, value: replace(`\${${name}:raw}`, scope) }] as const];
  });
  return Object.fromEntries(differing);
}
