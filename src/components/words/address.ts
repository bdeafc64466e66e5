import type { Source } from '../../domain/record/record';
import { pathPart } from '../../domain/text/pathPart';

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
