import { safeLink } from './link';

/** A link that our own code made: http(s), or a path of this Grafana (`/a/…`, not `//host`); null for anything else. */
export function ownLink(link: string): string | null {
  return /^\/(?!\/)[^\s\\]*$/.test(link) ? link : safeLink(link);
}
