import { PluginPage } from '@grafana/runtime';
import { LoadingPlaceholder } from '@grafana/ui';
import React from 'react';
import { emptyValues } from '../../recording/form/formValues';
import { RecordForm } from '../../recording/RecordForm';
import { useSettings } from '../../storage/react/useGrafana';
import { newRecord } from '../../recording/newRecord';
import { newId } from '../../domain/record/id';
import { t } from '../../i18n/t';

const NO_FOLDERS: readonly string[] = [];
const emptyForm = () => ({ id: newId(), form: emptyValues('change', Date.now()) });

/** A near miss without a graph: the typo found in a review, the package patched in time. */
export default function RecordPage() {
  const { state, settings } = useSettings();
  const title = t('record.title', 'Record a near miss without a graph');
  return (
    <PluginPage
      pageNav={{ text: title }}
      subTitle={t(
        'record.sub-title',
        'With a graph it is easier: open the menu of its panel and choose “Record near miss”.'
      )}
    >
      {state === 'loading' ? (
        <LoadingPlaceholder text={t('record.loading', 'Loading…')} />
      ) : (
        <RecordForm
          settings={settings}
          subject="without-graph"
          start={emptyForm}
          folders={NO_FOLDERS}
          recordOf={newRecord}
        />
      )}
    </PluginPage>
  );
}
