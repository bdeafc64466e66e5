import { Alert } from '@grafana/ui';
import React from 'react';
import type { LeftOut } from '../../domain/fold/storedPart';
import { t } from '../../i18n/t';

const MOST_SHOWN = 20;

/** What an export cannot hold, named before anyone relies on the file. */
export function LeftOutNote({ leftOut }: { leftOut: readonly LeftOut[] }) {
  if (leftOut.length === 0) {
    return null;
  }
  const title = t('transfer.left-out', '', {
    count: leftOut.length,
    defaultValue_one: '{{count}} annotation is not part of any export',
    defaultValue_other: '{{count}} annotations are not part of any export',
  });
  return (
    <Alert severity="warning" title={title}>
      <ul>
        {leftOut.slice(0, MOST_SHOWN).map((one) => (
          <li key={one.annotationId}>{leftOutText(one)}</li>
        ))}
      </ul>
      {leftOut.length > MOST_SHOWN &&
        t('transfer.left-out-more', 'and {{count}} more', { count: leftOut.length - MOST_SHOWN })}
    </Alert>
  );
}

function leftOutText({ annotationId, why, detail }: LeftOut): string {
  switch (why) {
    case 'unreadable':
      return t('transfer.left-out-unreadable', 'Annotation {{annotationId}}: {{detail}}', { annotationId, detail });
    case 'without-record':
      return t(
        'transfer.left-out-orphan',
        'Annotation {{annotationId}} belongs to a near miss that is gone or hidden from you.',
        { annotationId }
      );
    case 'foreign':
      return t(
        'transfer.left-out-foreign',
        'Annotation {{annotationId}} carries the id of a near miss and does not count there; the page of the near miss shows it.',
        { annotationId }
      );
  }
}
