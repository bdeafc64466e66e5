import { Alert } from '@grafana/ui';
import React from 'react';
import { failureText } from '../components/words/failureText';
import type { Material } from './material/useMaterial';
import { t } from '../i18n/t';

/** What of the panel could not be taken over as it is. */
export function Remarks({ failedTransformation, model, modelFailure, series }: Material) {
  const repeated = series.reduce((sum, one) => sum + (one.repeated ?? 0), 0);
  return (
    <>
      {failedTransformation !== null && (
        <Alert
          severity="warning"
          title={t(
            'capture.raw',
            'The series are shown as the query returned them: the transformation “{{name}}” cannot run here.',
            { name: failedTransformation }
          )}
        />
      )}
      {model?.found === false && (
        <Alert
          severity="warning"
          title={t(
            'capture.no-stored-panel',
            'This panel was not found in its stored dashboard, so names, units and limits may be missing.'
          )}
        />
      )}
      {repeated > 0 && (
        <Alert
          severity="info"
          title={t(
            'capture.repeated',
            'Some times have several values ({{count}} too many): the last one of each time is shown.',
            { count: repeated }
          )}
        />
      )}
      {modelFailure && (
        <Alert
          severity="warning"
          title={t(
            'capture.no-model',
            'Names, units and limits of the panel could not be read; the series are shown as the query returned them.'
          )}
        >
          {failureText(modelFailure)}
        </Alert>
      )}
    </>
  );
}
