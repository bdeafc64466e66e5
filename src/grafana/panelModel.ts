import { fieldOf, textOf } from '../domain/json/fieldOf';
import type { Outcome } from './outcome';
import { readDashboard, type DashboardAnswer } from './dashboard';
import type { Send } from './send';
import { pathPart } from '../domain/text/link';

/** What the stored panel says that the menu's context does not: field config, transformations, where its dashboard lives. */
export interface PanelModel {
  /** False when the dashboard holds no such panel (unsaved, repeated by a newer schema): then no limit is proposed. */
  found: boolean;
  title: string;
  /** Grafana's FieldConfigSource: `{defaults, overrides}`; undefined when there is none. */
  fieldConfig: unknown;
  /** Grafana's DataTransformerConfig list: `{id, options, …}`. */
  transformations: readonly unknown[];
  dashboardTitle: string;
  folderUid: string;
  /** Empty where the API does not tell (v2 dashboards). */
  folderTitle: string;
  /** Of the dashboard. */
  tags: readonly string[];
  /** May the current user add annotations to the dashboard? */
  canAnnotate: boolean;
  /** The dashboard is owned by provisioning or a plugin: no place for a journal. */
  managed: boolean;
}

interface Panel {
  title: string;
  fieldConfig: unknown;
  transformations: readonly unknown[];
  /** Uid of the library panel that holds the rest, or empty. */
  library: string;
}

/** Reads v1 dashboards (rows nested), v2 dashboards and library panels; anything else is a model with `found: false`. */
export async function readPanelModel(
  send: Send,
  dashboardUid: string,
  panelId: number,
  signal?: AbortSignal
): Promise<Outcome<PanelModel>> {
  const dashboard = await readDashboard(send, dashboardUid, signal);
  if (!dashboard.ok) {
    return dashboard;
  }
  const { schema, body } = dashboard.value;
  const panel = schema === 'v1' ? panelOfV1(body, panelId) : panelOfV2(body, panelId);
  if (panel === null || panel.library === '') {
    return { ok: true, value: modelOf(dashboard.value, panel) };
  }
  const library = await send({
    method: 'GET',
    path: `/api/library-elements/${pathPart(panel.library)}`,
    signal,
  });
  if (!library.ok) {
    return library;
  }
  const model = plainPanel(fieldOf(library.value, 'result', 'model'));
  return { ok: true, value: modelOf(dashboard.value, { ...model, title: panel.title || model.title }) };
}

function modelOf(
  { title, folderUid, folderTitle, tags, canAnnotate, managed }: DashboardAnswer,
  panel: Panel | null
): PanelModel {
  return {
    found: panel !== null,
    title: panel?.title ?? '',
    fieldConfig: panel?.fieldConfig,
    transformations: panel?.transformations ?? [],
    dashboardTitle: title,
    folderUid,
    folderTitle,
    tags,
    canAnnotate,
    managed,
  };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function plainPanel(panel: unknown): Panel {
  return {
    title: textOf(panel, 'title'),
    fieldConfig: fieldOf(panel, 'fieldConfig'),
    transformations: listOf(fieldOf(panel, 'transformations')),
    library: '',
  };
}

function panelOfV1(dashboard: unknown, panelId: number): Panel | null {
  const top = listOf(fieldOf(dashboard, 'panels'));
  // Collapsed rows hold their panels themselves.
  const all = top.flatMap((panel) => [panel, ...listOf(fieldOf(panel, 'panels'))]);
  const panel = all.find((candidate) => fieldOf(candidate, 'id') === panelId);
  return panel === undefined ? null : { ...plainPanel(panel), library: textOf(panel, 'libraryPanel', 'uid') };
}

function panelOfV2(spec: unknown, panelId: number): Panel | null {
  const elements = fieldOf(spec, 'elements');
  const all: unknown[] = typeof elements === 'object' && elements !== null ? Object.values(elements) : [];
  const element = all.find((candidate) => fieldOf(candidate, 'spec', 'id') === panelId);
  if (element === undefined) {
    return null;
  }
  return {
    title: textOf(element, 'spec', 'title'),
    fieldConfig: fieldOf(element, 'spec', 'vizConfig', 'spec', 'fieldConfig'),
    transformations: listOf(fieldOf(element, 'spec', 'data', 'spec', 'transformations')).map(transformationOfV2),
    library: textOf(element, 'spec', 'libraryPanel', 'uid'),
  };
}

// v2beta1 wraps the config: {kind: <id>, spec: {id?, options, …}}; later versions name the transformation `group`.
function transformationOfV2(transformation: unknown): unknown {
  const spec = fieldOf(transformation, 'spec');
  const id = textOf(spec, 'id') || textOf(transformation, 'group') || textOf(transformation, 'kind');
  return typeof spec === 'object' && spec !== null ? { ...spec, id } : transformation;
}
