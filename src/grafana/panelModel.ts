import { fieldOf } from '../domain/json/fieldOf';
import type { Outcome } from './outcome';
import { readDashboard, type DashboardAnswer } from './dashboard';
import type { PanelSought } from './panel/findPanel';
import { panelOfV1, panelOfV2, plainPanel, type StoredPanel } from './panel/storedPanel';
import type { Send } from './send';
import { pathPart } from '../domain/text/link';

/** What the stored panel says that the menu's context does not: field config, transformations, where its dashboard lives. */
export interface PanelModel extends StoredPanel {
  /** False when the dashboard holds no such panel (unsaved, repeated by a newer schema): then no limit is proposed. */
  found: boolean;
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

/**
 * Reads v1 dashboards (rows nested), v2 dashboards and library panels; anything else is a model with `found: false`.
 * What the browser shows of the panel (`shown`) helps where a dashboard stores it without an id.
 */
export async function readPanelModel(
  send: Send,
  dashboardUid: string,
  panelId: number,
  signal?: AbortSignal,
  shown?: Omit<PanelSought, 'id'>
): Promise<Outcome<PanelModel>> {
  const dashboard = await readDashboard(send, dashboardUid, signal);
  if (!dashboard.ok) {
    return dashboard;
  }
  const { schema, body } = dashboard.value;
  const sought = { id: panelId, ...shown };
  const panel = schema === 'v1' ? panelOfV1(body, sought) : panelOfV2(body, sought);
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
  return {
    ok: true,
    value: modelOf(dashboard.value, { ...model, title: panel.title || model.title, library: panel.library }),
  };
}

function modelOf(
  { title, folderUid, folderTitle, tags, canAnnotate, managed }: DashboardAnswer,
  panel: StoredPanel | null
): PanelModel {
  return {
    ...(panel ?? plainPanel(undefined)),
    found: panel !== null,
    dashboardTitle: title,
    folderUid,
    folderTitle,
    tags,
    canAnnotate,
    managed,
  };
}
