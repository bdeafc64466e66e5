import type { MissingMarkersFacts, OrphanMarkersFacts, SourcesFacts } from '../../../storage/selfTest/checkMarkers';
import { t } from '../../../i18n/t';

export function orphanMarkersText({ orphans, mayBeHidden }: OrphanMarkersFacts): string[] {
  if (orphans === 0) {
    return [t('self-test.orphan-markers-none', 'Every marker leads to a near miss.')];
  }
  return [
    t('self-test.orphan-markers-some', 'Markers that lead nowhere: {{orphans}}.', { orphans }),
    ...(mayBeHidden
      ? [
          t(
            'self-test.orphan-markers-hidden',
            'Their near misses may only be hidden from you, so they cannot be removed here. Ask somebody who may read all journals to run this.'
          ),
        ]
      : []),
  ];
}

export function missingMarkersText({ makeable, notAllowed, unread }: MissingMarkersFacts): string[] {
  if (makeable + notAllowed + unread === 0) {
    return [t('self-test.missing-none', 'Every near miss has its marker, as far as its panel is there.')];
  }
  return [
    ...(makeable === 0
      ? []
      : [
          t('self-test.missing-makeable', 'Their panel is there, their marker is not: {{makeable}}.', {
            makeable,
          }),
        ]),
    ...(notAllowed === 0
      ? []
      : [
          t(
            'self-test.missing-not-allowed',
            'On dashboards where you may not add annotations: {{notAllowed}}. Whoever may can make the marker on the page of the near miss.',
            { notAllowed }
          ),
        ]),
    ...(unread === 0
      ? []
      : [t('self-test.missing-unread', 'On dashboards that could not be read: {{unread}}.', { unread })]),
  ];
}

export function sourcesText({ gone, panelGone, hidden }: SourcesFacts): string[] {
  if (gone + panelGone + hidden === 0) {
    return [t('self-test.sources-none', 'None.')];
  }
  return [
    t(
      'self-test.sources-some',
      'Dashboard gone: {{gone}}. Panel gone: {{panelGone}}. Dashboard hidden from you, no marker to be seen: {{hidden}}.',
      { gone, panelGone, hidden }
    ),
    t('self-test.sources-about', 'They keep their frozen graph; there is nothing to repair.'),
  ];
}
