import { visibleText } from '../text/visibleText';

/** What an annotation of ours is, as its plain tag says. */
export const RECORD_TAG = 'near-miss';
export const CHANGE_TAG = 'near-miss-change';
export const ENTRY_TAG = 'near-miss-retro';
export const MARKER_TAG = 'near-miss-marker';

/** Grafana's default bound is 500 bytes of estimated JSON; an installation may leave us less. */
export const MOST_TAG_BYTES = 480;
/** Tag key and value are columns of 100 characters on MySQL and PostgreSQL. */
const LONGEST_NAME = 100;

interface TagParts {
  plain: string;
  id: string;
  kind?: string;
  team?: string;
  services?: readonly string[];
}

/**
 * The plain tag first, then `nm:`, `kind:`, `team:` and as many `service:` as fit in 480 bytes; the payload holds all.
 * Grafana drops what follows a second colon, so `:` in names becomes `∶` (U+2236); names that Grafana would cut or that
 * differ only in case from an earlier one are left out.
 */
export function tagsOf({ plain, id, kind = '', team = '', services = [] }: TagParts): string[] {
  const tags = [plain, `nm:${id}`];
  const keyed = [['kind', kind], ['team', team], ...services.map((service) => ['service', service])];
  const seen = new Set<string>();
  let bytes = tags.reduce((sum, tag) => sum + tagBytes(tag), 1);
  for (const [key, name = ''] of keyed) {
    const value = tagName(name);
    const tag = `${key}:${value}`;
    if (value === '' || seen.has(tag.toLowerCase()) || bytes + tagBytes(tag) > MOST_TAG_BYTES) {
      continue;
    }
    seen.add(tag.toLowerCase());
    tags.push(tag);
    bytes += tagBytes(tag);
  }
  return tags;
}

/** The near-miss id in the tags, or empty. */
export function idInTags(tags: readonly string[]): string {
  return tags.find((tag) => tag.startsWith('nm:'))?.slice(3) ?? '';
}

/** What one tag takes of the bytes allowed: two quotes and a comma (or a bracket) around it, as Grafana estimates it. */
export function tagBytes(tag: string): number {
  return new TextEncoder().encode(tag).length + 3;
}

function tagName(name: string): string {
  const value = visibleText(name).replaceAll(':', '∶');
  return value.length > LONGEST_NAME ? '' : value;
}
