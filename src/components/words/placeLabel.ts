import { t } from '@grafana/i18n';
import { unescaped } from './unescaped';
import type { Place } from '../../domain/record/place';

/** What a place is called; `title`: the journal's name. */
export function placeLabel(place: Place, title: string): string {
  return place.kind === 'organization'
    ? t('place.organization', 'The organization')
    : t('place.journal', 'Journal “{{title}}”', { title, ...unescaped });
}

/** A place as one text, for lists to choose from. */
export function placeKey(place: Place): string {
  return place.kind === 'journal' ? `journal ${place.dashboardUid}` : place.kind;
}
