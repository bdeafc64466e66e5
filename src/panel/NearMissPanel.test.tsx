import {
  DataHoverEvent,
  dateTime,
  EventBusSrv,
  OrgRole,
  type PanelProps,
  PluginContextProvider,
  type PluginMeta,
  standardEditorsRegistry,
  usePluginContext,
} from '@grafana/data';
import { config, setPluginComponentHook } from '@grafana/runtime';
import { render, screen } from '@testing-library/react';
import React from 'react';
import { PANEL_ID } from '../panelId';
import { NEAR_MISSES_COMPONENT } from '../pluginIds';
import { DEFAULT_OPTIONS, type NearMissesOptions } from './NearMissesOptions';
import { NearMissPanel } from './NearMissPanel';
import type { NearMissesProps } from './NearMissesProps';
import { plugin } from './module';
import panelJson from './plugin.json';

const RANGE = { from: dateTime(1000), to: dateTime(9000), raw: { from: 'now-1h', to: 'now' } };

function propsWith(over: Partial<PanelProps<NearMissesOptions>> = {}) {
  const props: Partial<PanelProps<NearMissesOptions>> = {
    options: DEFAULT_OPTIONS,
    width: 400,
    height: 300,
    timeZone: 'utc',
    timeRange: RANGE,
    renderCounter: 0,
    replaceVariables: (text) => text,
    ...over,
  };
  return props as PanelProps<NearMissesOptions>;
}

/** As Grafana hands it to a panel: without `dependencies`. */
const meta = { id: PANEL_ID } as PluginMeta;

const inPanel = (props: PanelProps<NearMissesOptions>) => (
  <PluginContextProvider meta={meta}>
    <NearMissPanel {...props} />
  </PluginContextProvider>
);

let seen: NearMissesProps[] = [];
function Exposed(props: NearMissesProps) {
  seen.push(props);
  return <p>the app&apos;s component</p>;
}

/** Grafana's rule in development mode: only a plugin that declares the component gets it. */
function exposedToThoseWhoDeclareIt(id: string) {
  const declared = usePluginContext()?.meta.dependencies?.extensions?.exposedComponents ?? [];
  return { isLoading: false, component: declared.includes(id) ? Exposed : null };
}

describe('the near-miss panel', () => {
  beforeEach(() => {
    seen = [];
    setPluginComponentHook(exposedToThoseWhoDeclareIt as never);
  });

  it('gets the component from the app in development mode, though its own context declares nothing', () => {
    render(inPanel(propsWith()));
    expect(screen.getByText("the app's component")).toBeInTheDocument();
  });

  it('hands over small props, because Grafana clones them deeply at each render', () => {
    render(inPanel(propsWith()));
    expect(seen[0]).toMatchObject({
      options: DEFAULT_OPTIONS,
      width: 400,
      height: 300,
      timeZone: 'utc',
      from: 1000,
      to: 9000,
    });
    expect(seen[0]).not.toHaveProperty('eventBus');
    expect(seen[0]).not.toHaveProperty('data');
  });

  it('hands over a way to tell the other panels what is pointed at', () => {
    const eventBus = new EventBusSrv();
    const heard: unknown[] = [];
    eventBus.subscribe(DataHoverEvent, ({ payload }) => heard.push(payload));
    render(inPanel(propsWith({ eventBus })));
    seen[0]?.publish?.(new DataHoverEvent({ point: { time: 5 } }));
    expect(heard).toEqual([{ point: { time: 5 } }]);
  });

  it('says when the dashboard is refreshed, also with a fixed range, and not at other renders', () => {
    const { rerender } = render(inPanel(propsWith()));
    rerender(inPanel(propsWith({ width: 500 })));
    expect(seen[1]?.asOf).toBe(seen[0]?.asOf);
    jest.spyOn(Date, 'now').mockReturnValue(1_900_000_000_000);
    rerender(inPanel(propsWith({ timeRange: { ...RANGE } })));
    expect(seen[2]?.asOf).toBe(1_900_000_000_000);
    jest.restoreAllMocks();
  });

  it('says that it is loading', () => {
    setPluginComponentHook(() => ({ isLoading: true, component: null }));
    render(inPanel(propsWith()));
    expect(screen.getByRole('status')).toHaveTextContent('Loading near misses');
  });

  it('says what to do when the app is disabled or missing', () => {
    config.bootData.user.orgRole = OrgRole.Viewer;
    setPluginComponentHook(() => ({ isLoading: false, component: null }));
    render(inPanel(propsWith()));
    expect(screen.getByRole('alert')).toHaveTextContent('The Near Miss app is disabled or not installed');
    expect(screen.getByRole('link', { name: 'plugin’s page' })).toHaveAttribute(
      'href',
      '/plugins/resilience-nearmiss-app'
    );
  });

  it('says that near misses are not shown where nobody is signed in, as on a shared dashboard', () => {
    config.bootData.user.orgRole = '';
    setPluginComponentHook(() => ({ isLoading: false, component: null }));
    render(inPanel(propsWith()));
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Near misses are not shown on shared dashboards; sign in to see them.'
    );
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('works where there is no plugin context at all', () => {
    setPluginComponentHook((() => ({ isLoading: false, component: Exposed })) as never);
    render(<NearMissPanel {...propsWith()} />);
    expect(screen.getByText("the app's component")).toBeInTheDocument();
  });

  it('is declared as it is used', () => {
    expect(panelJson.id).toBe(PANEL_ID);
    expect(panelJson.skipDataQuery).toBe(true);
    expect(panelJson.dependencies.extensions.exposedComponents).toEqual([NEAR_MISSES_COMPONENT]);
  });

  it('brings the options of an older version into shape', async () => {
    const panel = { options: { view: 'story', days: 0, limit: '7' } };
    expect(await plugin.onPanelMigration?.({ ...panel, id: 1 } as never)).toEqual({
      ...DEFAULT_OPTIONS,
      view: 'story',
      days: 0,
    });
  });

  it('offers an option with its default for everything it can show', () => {
    const editors = ['radio', 'select', 'text', 'number', 'boolean'].map((id) => ({
      id,
      name: id,
      editor: () => null,
    }));
    standardEditorsRegistry.setInit(() => editors);
    expect(plugin.defaults).toEqual(DEFAULT_OPTIONS);
  });
});
