import { Alert } from '@grafana/ui';
import React from 'react';
import { t } from '../../i18n/t';

/** Why a graph without points is not kept, and the two ways on. */
export function NothingMeasured({ name }: { name: string }) {
  return (
    <Alert
      severity="warning"
      title={t('unmeasured.title', 'Nothing of “{{name}}” was measured in this stretch', { name })}
    >
      {t(
        'unmeasured.what-now',
        'Choose a stretch that holds points, or take the tick from “the measured values” above to save without them.'
      )}
    </Alert>
  );
}
