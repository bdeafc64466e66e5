import type { FieldName } from '../../../domain/record/record';
import { t } from '../../../i18n/t';

/** What people read for a field, in the history and in a conflict. */
export function fieldLabel(field: FieldName): string {
  const labels: Record<FieldName, string> = {
    kind: t('field.kind', 'Kind'),
    title: t('field.title', 'Title'),
    almost: t('field.almost', 'What almost happened'),
    savedBy: t('field.savedBy', 'What saved it'),
    savedHow: t('field.savedHow', 'How that saved it'),
    cue: t('field.cue', 'Cue'),
    noticedAt: t('field.noticedAt', 'Noticed at'),
    action: t('field.action', 'Action'),
    actedAt: t('field.actedAt', 'Acted at'),
    series: t('field.series', 'Series'),
    stretch: t('field.stretch', 'Stretch'),
    limit: t('field.limit', 'Limit'),
    projection: t('field.projection', 'Projection'),
    team: t('field.team', 'Team'),
    services: t('field.services', 'Services'),
    links: t('field.links', 'Links'),
    recordedFor: t('field.recordedFor', 'Recorded for'),
    status: t('field.status', 'Status'),
    outcome: t('field.outcome', 'What came of it'),
    sameAs: t('field.sameAs', 'Same as'),
  };
  return labels[field];
}
