import { config } from '@grafana/runtime';
import type { ExportOrigin } from '../domain/transfer/exportFile';
import { whoAmI } from './whoAmI';

/** The Grafana this page runs in, as an export names where it comes from. */
export function exportOrigin(): ExportOrigin {
  return { grafana: config.appUrl || window.location.origin, organization: whoAmI().orgId };
}
