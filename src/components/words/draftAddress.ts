import { pathPart } from '../../domain/text/pathPart';
import { rangeAroundDraft } from './rangeAroundDraft';
import type { Draft } from '../../domain/codec/decoded';

/** The dashboard (and panel) of a draft at its time, below Grafana's root; null for a draft of the organization. */
export function draftAddress(draft: Draft): string | null {
  const { dashboardUid, panelId } = draft;
  if (!dashboardUid) {
    return null;
  }
  const { from, to } = rangeAroundDraft(draft);
  const query = new URLSearchParams({ from: String(from), to: String(to) });
  if (panelId > 0) {
    query.set('viewPanel', String(panelId));
  }
  return `/d/${pathPart(dashboardUid)}?${query}`;
}
