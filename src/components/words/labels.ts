import type { Kind, NearMissRecord, SavedBy, Status } from '../../domain/record/record';
import type { Place } from '../../domain/record/place';
import { teamText } from '../../domain/story/teamText';
import { t } from '../../i18n/t';

/** What a place is called; `title`: the journal's name. */
export function placeLabel(place: Place, title: string): string {
  return place.kind === 'organization'
    ? t('place.organization', 'The organization')
    : t('place.journal', 'Journal “{{title}}”', { title: journalName(title) });
}

/** A journal by its title; settings written by hand may lack it. */
export function journalName(title: string): string {
  return title || t('place.untitled', 'without a title');
}

/** A place as one text, for lists to choose from. */
export function placeKey(place: Place): string {
  return place.kind === 'journal' ? `journal ${place.dashboardUid}` : place.kind;
}

/** What people read for one of the five things that can save a situation. */
export function savedByLabel(savedBy: SavedBy): string {
  switch (savedBy) {
    case 'person':
      return t('saved-by-label.person', 'Person');
    case 'alert':
      return t('saved-by-label.alert', 'Alert');
    case 'automation':
      return t('saved-by-label.automation', 'Automation');
    case 'review':
      return t('saved-by-label.review', 'Review');
    case 'luck':
      return t('saved-by-label.luck', 'Luck');
  }
}

/** What people read for a status. */
export function statusLabel(status: Status): string {
  switch (status) {
    case 'started':
      return t('status.started', 'Started');
    case 'recorded':
      return t('status.recorded', 'Recorded');
    case 'discussed':
      return t('status.discussed', 'Discussed');
    case 'closed':
      return t('status.closed', 'Closed');
    case 'withdrawn':
      return t('status.withdrawn', 'Withdrawn');
  }
}

/** What people read for a kind of near miss. */
export function kindLabel(kind: Kind): string {
  switch (kind) {
    case 'trend':
      return t('kind.trend', 'Trend');
    case 'change':
      return t('kind.change', 'Change');
    case 'exposure':
      return t('kind.exposure', 'Exposure');
    case 'capacity':
      return t('kind.capacity', 'Capacity');
    case 'dependency':
      return t('kind.dependency', 'Dependency');
    case 'other':
      return t('kind.other', 'Other');
  }
}

/** Whose near miss it is: "Team payments · checkout"; empty when nobody said. */
export function belongingLabel({ team, services }: Pick<NearMissRecord, 'team' | 'services'>): string {
  return [teamText(team, { phrase: t }), ...services].filter(Boolean).join(' · ');
}
