import { t } from '../i18n/t';

/** How many near misses, in words. */
export function countText(count: number): string {
  return t('panel.count', '', {
    count,
    defaultValue_one: '{{count}} near miss',
    defaultValue_other: '{{count}} near misses',
  });
}
