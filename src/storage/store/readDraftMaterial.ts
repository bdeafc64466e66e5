import type { AppSettings } from '../../domain/record/settings';
import { readFolderLine } from '../../grafana/folders';
import type { Outcome } from '../../grafana/outcome';
import { type PanelModel, readPanelModel } from '../../grafana/panelModel';
import { readPluginSettings } from '../../grafana/pluginSettings';
import type { Send } from '../../grafana/send';
import type { DraftState, NearMissStore } from './nearMissStore';

/** What completing a draft works with. */
export interface DraftMaterial {
  draft: DraftState;
  settings: AppSettings;
  /** null for a draft of the organization, and when the reader may not open its dashboard. */
  panel: PanelModel | null;
  /** Of its dashboard, nearest first. */
  folders: readonly string[];
}

/** Reads the draft and what decides where its near miss goes; all or nothing, or it would be offered to the wrong readers. */
export async function readDraftMaterial(
  { store, send }: { store: NearMissStore; send: Send },
  annotationId: number,
  signal: AbortSignal
): Promise<Outcome<DraftMaterial>> {
  const [draft, settings] = await Promise.all([
    store.readDraft(annotationId, signal),
    readPluginSettings(send, signal),
  ]);
  if (!draft.ok) {
    return draft;
  }
  if (!settings.ok) {
    return settings;
  }
  const { dashboardUid, panelId } =
    draft.value.is === 'completed' ? { dashboardUid: '', panelId: 0 } : draft.value.draft;
  const panel: Outcome<PanelModel | null> = dashboardUid
    ? await readPanelModel(send, dashboardUid, panelId, signal)
    : { ok: true, value: null };
  if (!panel.ok && panel.failure.kind !== 'missing' && panel.failure.kind !== 'forbidden') {
    return panel;
  }
  const model = panel.ok ? panel.value : null;
  const folders = await readFolderLine(send, model?.folderUid ?? '', signal);
  return folders.ok
    ? { ok: true, value: { draft: draft.value, settings: settings.value, panel: model, folders: folders.value } }
    : folders;
}
