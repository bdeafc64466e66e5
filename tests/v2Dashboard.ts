import { call } from './host';

interface V2Panel {
  title: string;
  targets: ReadonlyArray<Readonly<{ refId?: string }>>;
  fieldConfig: unknown;
  options?: unknown;
}

/** Makes a dashboard of the v2 schema with that panel alone; its uid, null where the host has no such API. */
export async function v2Dashboard(
  uid: string,
  folder: string,
  { title, targets, fieldConfig, options = {} }: V2Panel,
  time = { from: 'now-6h', to: 'now' }
): Promise<string | null> {
  const queries = targets.map((target, index) => ({
    kind: 'PanelQuery',
    spec: {
      refId: target.refId ?? `Q${index}`,
      hidden: false,
      query: {
        kind: 'DataQuery',
        group: 'grafana-testdata-datasource',
        version: 'v0',
        datasource: { name: 'testdata' },
        spec: target,
      },
    },
  }));
  const panel = {
    kind: 'Panel',
    spec: {
      id: 1,
      title,
      description: '',
      links: [],
      data: { kind: 'QueryGroup', spec: { queries, transformations: [], queryOptions: {} } },
      vizConfig: { kind: 'VizConfig', group: 'timeseries', version: '12.3.0', spec: { options, fieldConfig } },
    },
  };
  const item = {
    kind: 'GridLayoutItem',
    spec: { x: 0, y: 0, width: 24, height: 12, element: { kind: 'ElementReference', name: 'panel-1' } },
  };
  const body = {
    apiVersion: 'dashboard.grafana.app/v2beta1',
    kind: 'Dashboard',
    metadata: { name: uid, namespace: 'default', annotations: { 'grafana.app/folder': folder } },
    spec: {
      title: uid,
      annotations: [],
      cursorSync: 'Off',
      editable: true,
      elements: { 'panel-1': panel },
      layout: { kind: 'GridLayout', spec: { items: [item] } },
      links: [],
      liveNow: false,
      preload: false,
      tags: [],
      timeSettings: {
        timezone: 'browser',
        ...time,
        autoRefresh: '',
        autoRefreshIntervals: [],
        hideTimepicker: false,
        fiscalYearStartMonth: 0,
      },
      variables: [],
    },
  };
  try {
    await call('POST', '/apis/dashboard.grafana.app/v2beta1/namespaces/default/dashboards', body);
    return uid;
  } catch (error) {
    if (/: 404 /.test(String(error))) {
      return null;
    }
    throw error;
  }
}
