import type { Source } from '../../domain/record/record';
import { valuesOf } from '../../domain/record/variables';
import { inThisOrganization } from '../../grafana/address';
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
  return panelAddress({ dashboardUid, panelId }, new URLSearchParams({ from: String(from), to: String(to) }));
}

/**
 * The dashboard with the one panel shown alone, so that it shows what was seen: the time, and every value of its variables;
 * below Grafana's root.
 */
export function sourceAddress({ range, dashboardRange = range, variables, ...panel }: Source): string {
  const query = new URLSearchParams({ from: String(dashboardRange.from), to: String(dashboardRange.to) });
  for (const [name, value] of Object.entries(variables)) {
    valuesOf(value).forEach((one) => query.append(`var-${name}`, one));
  }
  return panelAddress(panel, query);
}

/** `viewPanel` takes the panel's id on every Grafana this runs on. */
function panelAddress(
  { dashboardUid, panelId }: Pick<Source, 'dashboardUid' | 'panelId'>,
  query: URLSearchParams
): string {
  if (panelId > 0) {
    query.set('viewPanel', String(panelId));
  }
  return inThisOrganization(`/d/${pathPart(dashboardUid)}?${query}`);
}
