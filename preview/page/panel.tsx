import { css } from '@emotion/css';
import { EventBusSrv, getTimeZone, LoadingState, PluginContextProvider, type PanelPlugin, type TimeRange } from '@grafana/data';
import { selectors } from '@grafana/e2e-selectors';
import { config, getBackendSrv, locationService } from '@grafana/runtime';
import { Alert, ErrorBoundaryAlert, Menu, PanelChrome, PanelContextProvider } from '@grafana/ui';
import { useMemo, useState } from 'react';
import { useAsync } from 'react-use';
import { loadModule } from './amd';
import { findLinks, type MenuLink } from './extensions';
import { configureFrames } from './fieldConfig';
import { Graph } from './graph';
import { runPanel, toAnnotationFrame, type Annotation, type Answer, type Dashboard, type Panel } from './queries';
import { replaceVariables } from './templates';

export const CELL = 38;
const GAP = 8;
const ROOT = '${root}';
const NO_CONFIG = { defaults: {}, overrides: [] };

/** What all panels of a dashboard share; `turn` counts refreshes. */
export type Shared = { dashboard: Dashboard; range: TimeRange; timeZone: string; turn: number; marks: Annotation[] };

export const setRange = ({ from, to }: { from: number; to: number }) =>
  locationService.partial({ from: String(Math.round(from)), to: String(Math.round(to)) });

/** Grafana migrates the graph panel of old in the browser. */
const drawnBy = (type: string) => (type === 'graph' ? 'timeseries' : type);

const menuItem = (name: string) => selectors.components.Panels.Panel.menuItems(name);

/** Extension links: 13's `${root}` group at the top level, everything else under Extensions. */
function linkItems(links: MenuLink[]) {
  const item = ({ id, title, path, onClick, icon }: MenuLink) => (
    <Menu.Item key={id} label={title.slice(0, 25)} url={path} {...{ icon, onClick }} testId={menuItem(title)} />
  );
  const atTop = links.filter(({ group }) => group?.name === ROOT).map(item);
  const below = links.filter(({ group }) => group?.name !== ROOT).map(item);
  const extensions = <Menu.Item key="extensions" label="Extensions" icon="plug" testId={menuItem('Extensions')} childItems={below} />;
  return below.length > 0 ? [...atTop, extensions] : atTop;
}

function panelMenu(
  { id, type, title, targets, scopedVars = {} }: Panel,
  answer: Answer | undefined,
  { dashboard, range, timeZone }: Shared
) {
  const context = {
    ...{
      id,
      pluginId: drawnBy(type),
      title: replaceVariables(title, dashboard, scopedVars),
      timeRange: range.raw,
      timeZone: getTimeZone({ timeZone }),
    },
    dashboard: { uid: dashboard.uid, title: dashboard.title, tags: dashboard.tags ?? [] },
    ...{ targets, scopedVars, data: answer?.raw },
  };
  const viewing = locationService.getSearch().has('viewPanel');
  const look = () => locationService.partial({ viewPanel: viewing ? null : `panel-${id}` });
  return (
    <Menu>
      <Menu.Item label={viewing ? 'Back to dashboard' : 'View'} icon="eye" onClick={look} testId={menuItem('View')} />
      {linkItems(findLinks('grafana/dashboard/panel/menu', context))}
    </Menu>
  );
}

type BodyProps = { panel: Panel; shared: Shared; answer?: Answer; width: number; height: number };

/** A panel of a plugin: its module, with its own plugin context. */
function PluginPanel({ panel, shared, answer, width, height }: BodyProps) {
  const meta = config.panels[panel.type];
  const module = useAsync(async () => (meta ? loadModule(meta.module) : undefined), [meta]);
  const [options, setOptions] = useState(panel.options ?? {});
  const [bus] = useState(() => new EventBusSrv());
  const plugin = module.value?.plugin as PanelPlugin | undefined;
  if (!meta || module.error) {
    return <Alert title={`Panel plugin not found: ${panel.type}`}>{module.error?.message}</Alert>;
  }
  if (!plugin?.panel) {
    return null;
  }
  plugin.meta = meta;
  return (
    <PluginContextProvider meta={meta}>
      <plugin.panel
        {...{ id: panel.id, title: panel.title, width, height, transparent: false, renderCounter: shared.turn }}
        data={answer?.raw ?? { state: LoadingState.Done, series: [], timeRange: shared.range }}
        timeRange={shared.range}
        timeZone={getTimeZone({ timeZone: shared.timeZone })}
        options={{ ...plugin.defaults, ...options }}
        fieldConfig={panel.fieldConfig ?? NO_CONFIG}
        replaceVariables={(text) => replaceVariables(text, shared.dashboard, panel.scopedVars)}
        onOptionsChange={setOptions}
        onFieldConfigChange={() => undefined}
        onChangeTimeRange={setRange}
        eventBus={bus}
      />
    </PluginContextProvider>
  );
}

function GraphPanel({ panel, shared: { dashboard, marks, timeZone }, answer, width, height }: BodyProps) {
  const data = useMemo(() => {
    const here = marks.filter(({ panelId }) => !panelId || panelId === panel.id);
    const annotations = [toAnnotationFrame(here, dashboard.annotations?.list?.[0]?.iconColor)];
    return answer && { ...answer.raw, series: configureFrames(answer.drawn, panel.fieldConfig ?? NO_CONFIG, timeZone), annotations };
  }, [answer, marks, panel, timeZone, dashboard]);
  return data ? <Graph {...{ data, timeZone, width, height }} options={panel.options ?? {}} onChangeTimeRange={setRange} /> : null;
}

function PanelFrame({ panel, shared, width, height }: BodyProps) {
  const { value: answer, error } = useAsync(
    async () => (panel.targets?.length ? runPanel(panel, shared.range) : undefined),
    [panel, shared.range, shared.turn]
  );
  const [bus] = useState(() => new EventBusSrv());
  const description = panel.description ? () => panel.description ?? '' : undefined;
  const Body = drawnBy(panel.type) === 'timeseries' ? GraphPanel : PluginPanel;
  const statusMessage = answer?.raw.errors?.[0]?.message ?? (error && 'The query failed');
  return (
    <PanelContextProvider value={{ eventsScope: '__global_', eventBus: bus }}>
      <PanelChrome
        {...{ width, height, title: replaceVariables(panel.title, shared.dashboard, panel.scopedVars), description, statusMessage }}
        menu={() => panelMenu(panel, answer, shared)}
      >
        {(innerWidth: number, innerHeight: number) => (
          <ErrorBoundaryAlert boundaryName="panel">
            <Body {...{ panel, shared, answer }} width={innerWidth} height={innerHeight} />
          </ErrorBoundaryAlert>
        )}
      </PanelChrome>
    </PanelContextProvider>
  );
}

/** A library panel's model lies elsewhere; its place and id stay the dashboard's. */
async function wholeModel(model: Panel): Promise<Panel> {
  const uid = model.libraryPanel?.uid;
  return uid ? { ...(await getBackendSrv().get(`/api/library-elements/${uid}`)).result.model, ...model } : model;
}

/** A panel in its cell of the 24 columns; below another on a narrow screen, and `alone` when it is the only one viewed. */
export function PlacedPanel({ model, shared, width, alone }: { model: Panel; shared: Shared; width: number; alone: boolean }) {
  const { value: panel } = useAsync(() => wholeModel(model), [model]);
  const column = (width + GAP) / 24;
  const stacked = alone || width < 768;
  const { x, y, w, h } = model.gridPos;
  const size = { width: stacked ? width : w * column - GAP, height: alone ? window.innerHeight - 160 : h * CELL - GAP };
  const place = stacked ? css({ marginBottom: GAP }) : css({ position: 'absolute', left: x * column, top: y * CELL });
  return (
    <section className={place} style={size} data-viz-panel-key={`panel-${model.id}`}>
      {panel && <PanelFrame {...{ panel, shared, ...size }} />}
    </section>
  );
}
