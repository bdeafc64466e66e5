import { type ScopedVars, type TimeRange } from '@grafana/data';
import { type TemplateSrv } from '@grafana/runtime';
import { type Dashboard, type Variable } from './queries';

/** The dashboard on screen; `${name}` and `$name` are read from it. */
let now: { dashboard?: Dashboard; query: URLSearchParams; range?: TimeRange } = { query: new URLSearchParams() };

export function setVariables(dashboard: Dashboard, query: URLSearchParams, range: TimeRange) {
  now = { dashboard, query, range };
}

/** The address wins over the model. */
export function valuesOf(name: string, dashboard: Dashboard | undefined): string[] {
  const variable = dashboard?.templating?.list?.find((each) => each.name === name);
  const chosen = now.query.getAll(`var-${name}`);
  return chosen.length > 0 ? chosen : [variable?.current?.value ?? variable?.query ?? ''].flat().map(String);
}

/** As Grafana writes several values where nothing else is asked for. */
const written = (values: string[]) => (values.length === 1 ? String(values[0]) : `{${values.join(',')}}`);

export function replaceVariables(text: string, dashboard = now.dashboard, scoped: ScopedVars = {}): string {
  return text.replace(/\$\{([\w.]+)(?::\w+)?\}|\$(\w+)/g, (match, braced?: string, plain?: string) => {
    const name = braced ?? plain ?? '';
    const builtIn: Record<string, unknown> = {
      '__dashboard.uid': dashboard?.uid,
      '__dashboard.title': dashboard?.title,
      __dashboard: dashboard?.title,
      __from: now.range?.from.valueOf(),
      __to: now.range?.to.valueOf(),
    };
    const known = dashboard?.templating?.list?.some((each) => each.name === name);
    return String(scoped[name]?.value ?? builtIn[name] ?? (known ? written(valuesOf(name, dashboard)) : match));
  });
}

export const templateSrv: TemplateSrv = {
  getVariables: () =>
    (now.dashboard?.templating?.list ?? []).map((each): Variable => {
      const values = valuesOf(each.name, now.dashboard);
      const value = values.length === 1 ? values[0] : values;
      return Object.assign({}, each, { current: { text: value, value, selected: true } });
    }),
  replace: (text = '', scoped) => replaceVariables(text, now.dashboard, scoped),
  containsTemplate: (text = '') => /\$\{?\w/.test(text),
  updateTimeRange: () => undefined,
};
