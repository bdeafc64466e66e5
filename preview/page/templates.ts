import { type ScopedVars, type TimeRange } from '@grafana/data';
import { type TemplateSrv } from '@grafana/runtime';
import { type Dashboard, type Variable } from './queries';

/** The dashboard on screen; `${name}` and `$name` are read from it. */
let now: { dashboard?: Dashboard; query: URLSearchParams; range?: TimeRange } = { query: new URLSearchParams() };

export function setVariables(dashboard: Dashboard, query: URLSearchParams, range: TimeRange) {
  now = { dashboard, query, range };
}

/** The address wins over the model. */
export function valueOf(name: string, dashboard: Dashboard | undefined): string {
  const variable = dashboard?.templating?.list?.find((each) => each.name === name);
  return now.query.get(`var-${name}`) ?? String(variable?.current?.value ?? variable?.query ?? '');
}

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
    return String(scoped[name]?.value ?? builtIn[name] ?? (known ? valueOf(name, dashboard) : match));
  });
}

export const templateSrv: TemplateSrv = {
  getVariables: () =>
    (now.dashboard?.templating?.list ?? []).map((each): Variable => {
      const value = valueOf(each.name, now.dashboard);
      return Object.assign({}, each, { current: { text: value, value, selected: true } });
    }),
  replace: (text = '', scoped) => replaceVariables(text, now.dashboard, scoped),
  containsTemplate: (text = '') => /\$\{?\w/.test(text),
  updateTimeRange: () => undefined,
};
