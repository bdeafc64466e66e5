import { Trans } from '@grafana/i18n';
import { Alert, Button, LoadingPlaceholder } from '@grafana/ui';
import React, { useState } from 'react';
import { failureText } from '../../components/words/failureText';
import type { PlaceRight } from '../../storage/journals/writablePlaces';
import { DryRun } from './DryRun';
import { ImportEnd } from './ImportEnd';
import { ImportProgress } from './ImportProgress';
import type { useImport } from './useImport';
import type { Place } from '../../domain/record/place';
import { t } from '../../i18n/t';
import type { FileProblem } from '../../domain/transfer/readExportFile';

interface Props {
  controls: ReturnType<typeof useImport>;
  places: readonly PlaceRight[];
}

/** What stands below the button, by how far the import is. */
export function ImportSteps({ controls, places }: Props) {
  const { state, compare, start, cancel, reset } = controls;
  const [chosen, setChosen] = useState<Place | null>(null);
  const place = chosen ?? places.find(({ mayWrite }) => mayWrite)?.place ?? null;
  switch (state.step) {
    case 'choosing':
      return null;
    case 'broken':
      return (
        <Alert severity="error" title={t('import.broken', '{{name}} cannot be imported', { name: state.name })}>
          {fileProblemText(state.problem, state.detail)}
        </Alert>
      );
    case 'comparing':
      return <LoadingPlaceholder text={t('import.comparing', 'Comparing the file with what is here…')} />;
    case 'not-compared':
      return (
        <Alert
          severity="error"
          title={t('import.not-compared', 'What is here could not be read, so nothing was imported')}
        >
          <p>{failureText(state.failure)}</p>
          <Button variant="secondary" onClick={() => void compare(state.file)}>
            <Trans i18nKey="transfer.retry">Try again</Trans>
          </Button>
        </Alert>
      );
    case 'planned':
      return (
        <DryRun
          file={state.file}
          plan={state.plan}
          places={places}
          place={place}
          onPlace={setChosen}
          onStart={(where) => void start(state.file, where)}
          onDrop={reset}
        />
      );
    case 'writing':
      return <ImportProgress written={state.written} total={state.total} onCancel={cancel} />;
    case 'ended':
      return (
        <ImportEnd
          result={state.result}
          left={state.left}
          onResume={place ? () => void start(state.file, place) : undefined}
        />
      );
  }
}

/** Why a file cannot be imported at all, and what to do. */
function fileProblemText(problem: FileProblem, detail: string): string {
  switch (problem) {
    case 'not-json':
      return t(
        'file-problem.not-json',
        'It is not whole, or not JSON. Choose the file that the export made, or export again. ({{detail}})',
        { detail }
      );
    case 'not-an-export':
      return t(
        'file-problem.not-an-export',
        'It is JSON, but not an export of Near Miss. Choose the file that the export made.'
      );
    case 'newer-format':
      return t('file-problem.newer', 'A newer version of Near Miss made it. Update the app here first.');
  }
}
