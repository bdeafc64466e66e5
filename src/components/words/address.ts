import type { Source } from '../../domain/record/record';
import type { Draft } from '../../domain/codec/decoded';
import type { Stretch } from '../../domain/series/stretch';
import { pathPart } from '../../domain/text/link';

const AROUND_AN_INSTANT = 30 * 60_000;

/** As much before and after a draft as it is long, so that its ends can be seen; an instant gets half an hour each way. */
export function rangeAroundDraft({ time, timeEnd }: Pick<Draft, 'time' | 'timeEnd'>): Stretch {
  const around = Math.max(timeEnd - time, 0) || AROUND_AN_INSTANT;
  return { from: time - around, to: Math.max(time, timeEnd) + around };
}

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

/**
 * The dashboard with the one panel shown alone, at the time and with the variable values it was seen with; below Grafana's root.
 * `viewPanel` takes the panel's id on every Grafana this runs on.
 */
export function sourceAddress({ dashboardUid, panelId, range, variables }: Source): string {
  const query = new URLSearchParams({ from: String(range.from), to: String(range.to) });
  for (const [name, value] of Object.entries(variables)) {
    query.append(`var-${name}`, value);
  }
  if (panelId > 0) {
    query.set('viewPanel', String(panelId));
  }
  return `/d/${pathPart(dashboardUid)}?${query}`;
}
