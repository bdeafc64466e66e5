import type { Draft } from '../../domain/foldedNearMiss';

/** Around the draft so much is shown that its ends can be seen; an instant gets half an hour each way. */
const AROUND_AN_INSTANT = 30 * 60_000;

/** The dashboard (and panel) of a draft at its time, below Grafana's root; null for a draft of the organization. */
export function draftAddress({ dashboardUid, panelId, time, timeEnd }: Draft): string | null {
  if (!dashboardUid) {
    return null;
  }
  const around = Math.max(timeEnd - time, 0) || AROUND_AN_INSTANT;
  const query = new URLSearchParams({ from: String(time - around), to: String(Math.max(time, timeEnd) + around) });
  if (panelId > 0) {
    query.set('viewPanel', String(panelId));
  }
  return `/d/${encodeURIComponent(dashboardUid)}?${query}`;
}
