import { dateTime, FieldType, LoadingState, type PluginExtensionPanelContext } from '@grafana/data';
import { A_RISING_TREND } from './aRisingTrend';

const { series } = A_RISING_TREND;
const from = series.times[0] ?? 0;
const to = series.times.at(-1) ?? 0;

/** What Grafana gives a panel-menu link: a panel of two series, one of them flat, on a saved dashboard. */
export function aPanelContext(over: Partial<PluginExtensionPanelContext> = {}): PluginExtensionPanelContext {
  const range = { from: dateTime(from), to: dateTime(to) };
  const time = { name: 'Time', type: FieldType.time, config: {}, values: [...series.times] };
  const field = (name: string, values: number[]) => ({ name, type: FieldType.number, config: {}, values });
  const frame = (name: string, values: number[]) => ({
    refId: 'A',
    length: values.length,
    fields: [time, field(name, values)],
  });
  return {
    pluginId: 'timeseries',
    id: 4,
    title: 'Orders waiting',
    timeZone: 'utc',
    timeRange: { from: 'now-6h', to: 'now' },
    dashboard: { uid: 'checkout', title: 'Checkout service', tags: [] },
    targets: [{ refId: 'A', datasource: { type: 'testdata', uid: 'testdata' } }],
    data: {
      state: LoadingState.Done,
      timeRange: { ...range, raw: range },
      series: [
        frame(
          'consumers',
          series.values.map((_, index) => 3 + (index % 2))
        ),
        frame('orders waiting', [...series.values]),
      ],
    },
    ...over,
  };
}

/** As Grafana hands it over: every object behind a proxy that throws on writing. */
export function readOnly<T extends object>(value: T): T {
  return new Proxy(value, {
    set: () => false,
    deleteProperty: () => false,
    defineProperty: () => false,
    get(target, name, receiver) {
      const inner: unknown = Reflect.get(target, name, receiver);
      const isMoment = typeof inner === 'object' && inner !== null && '_isAMomentObject' in inner;
      return typeof inner === 'object' && inner !== null && !isMoment ? readOnly(inner) : inner;
    },
  });
}

/** A v1 dashboard whose panel 4 is the one of `aPanelContext`, with thresholds at 15,000 and 25,000. */
export function aDashboard(panel: object = {}, meta: object = {}) {
  return {
    meta: { folderUid: 'shop', annotationsPermissions: { dashboard: { canAdd: true } }, ...meta },
    dashboard: {
      title: 'Checkout service',
      annotations: { list: [{ builtIn: 1, enable: true }] },
      panels: [
        {
          id: 4,
          title: 'Orders waiting',
          fieldConfig: {
            defaults: {
              unit: 'short',
              thresholds: { mode: 'absolute', steps: [{ value: null }, { value: 15_000 }, { value: 25_000 }] },
              custom: { thresholdsStyle: { mode: 'line' } },
            },
            overrides: [],
          },
          ...panel,
        },
      ],
    },
  };
}
