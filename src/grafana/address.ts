import { config } from '@grafana/runtime';
import type { ExportOrigin } from '../domain/transfer/exportFile';
import { routes } from '../routes';
import { whoAmI } from './whoAmI';

/** A path of this Grafana as a full address, by the root address it is configured with. */
export function addressOf(path: string): string {
  const root = config.appUrl || `${window.location.origin}${config.appSubUrl}/`;
  return `${root.replace(/\/$/, '')}${path}`;
}

/**
 * The path with the organization it is of, as Grafana's own links have it: whoever follows it is switched to that one. As it is
 * where nobody is signed in to any.
 */
export function inThisOrganization(path: string): string {
  const { orgId } = whoAmI();
  return orgId > 0 ? `${path}${path.includes('?') ? '&' : '?'}orgId=${orgId}` : path;
}

/** The full address of a near miss's page, as it is written into annotations and copied by people. */
export function linkTo(id: string): string {
  return addressOf(inThisOrganization(routes.nearMiss(id)));
}

/** The Grafana this page runs in, as an export names where it comes from. */
export function exportOrigin(): ExportOrigin {
  return { grafana: config.appUrl || window.location.origin, organization: whoAmI().orgId };
}
