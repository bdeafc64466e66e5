import { locationUtil } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { Alert, Button, LinkButton, Stack, TextArea } from '@grafana/ui';
import React, { useState } from 'react';
import { emptyValues } from '../../recording/form/formValues';
import { useDenied } from '../../recording/useDenied';
import { failureText } from '../../components/words/failureText';
import type { NearMiss } from '../../domain/fold/nearMiss';
import { routes } from '../../routes';
import type { Outcome } from '../../grafana/outcome';
import { useNearMissStore } from '../../storage/react/NearMissStoreProvider';
import { useUnfinished } from '../../storage/react/useUnfinished';
import type { Draft } from '../../domain/codec/decoded';
import { readUnfinishedRecord } from '../../recording/useRecordForm';
import { markedByDraft } from '../../domain/codec/encodeDraftMarker';
import { markerSentence } from '../../domain/codec/encodeMarker';
import { t } from '../../i18n/t';

interface Props {
  draft: Draft;
  nearMiss: NearMiss;
}

/** The record was made, but something failed before the draft became its marker: one step is left. */
export function FinishDraft({ draft, nearMiss }: Props) {
  const store = useNearMissStore();
  const [running, setRunning] = useState(false);
  const [marked, setMarked] = useState<Outcome<number> | null>(null);
  const finish = async () => {
    setRunning(true);
    setMarked(await store.markDraft(draft, nearMiss));
    setRunning(false);
  };
  const done = marked?.ok === true;
  const { dashboardUid } = draft;
  const denied = useDenied(dashboardUid ? { kind: 'journal', dashboardUid } : { kind: 'organization' });
  return (
    <>
      <Alert
        severity={done ? 'success' : 'info'}
        title={
          done
            ? t('draft.finished', 'Done: the draft is the marker of its near miss')
            : t('draft.half', 'The near miss of this draft is recorded; the draft is still listed')
        }
      >
        {!done && (
          <p>
            <Trans i18nKey="draft.half-about">
              Something failed before the draft became the marker that leads from the graph to the near miss.
            </Trans>
          </p>
        )}
        {!done && (
          <p>
            {t('draft.marker-would-say', 'The draft’s words are replaced there by: “{{sentence}}”', {
              sentence: markerSentence(markedByDraft(draft, nearMiss)),
            })}
          </p>
        )}
        {!done && denied && (
          <p>
            <Trans i18nKey="draft.half-denied">Whoever may edit the annotations there can turn it into one.</Trans>
          </p>
        )}
        {marked && !marked.ok && <p role="alert">{failureText(marked.failure)}</p>}
        <Stack wrap="wrap">
          {!done && !denied && (
            <Button onClick={() => void finish()} icon={running ? 'spinner' : undefined}>
              <Trans i18nKey="draft.finish">Turn the draft into the marker</Trans>
            </Button>
          )}
          <LinkButton variant="secondary" href={locationUtil.assureBaseUrl(routes.nearMiss(nearMiss.id))}>
            <Trans i18nKey="draft.open">Open the near miss</Trans>
          </LinkButton>
        </Stack>
      </Alert>
      <TypedEarlier draft={draft} nearMiss={nearMiss} />
    </>
  );
}

/** Words typed here that did not make it into the record. */
function TypedEarlier({ draft, nearMiss }: Props) {
  const { text } = useUnfinished(`draft/${draft.annotationId}`, 'form');
  const form = readUnfinishedRecord(text, emptyValues('other', draft.time))?.form;
  const words = form ? [form.title, form.almost, form.savedHow, form.cue, form.action] : [];
  const missing = words.filter((each) => each.trim() !== '' && !Object.values(nearMiss).includes(each.trim()));
  return missing.length > 0 ? (
    <section aria-label={t('draft.typed', 'What you typed here and is not in the near miss')}>
      <p>
        <Trans i18nKey="draft.typed-about">
          You typed this here, and it is not in the near miss. Copy it over if it belongs there.
        </Trans>
      </p>
      <TextArea readOnly rows={4} value={missing.join('\n\n')} aria-label={t('draft.typed-words', 'Your words')} />
    </section>
  ) : null;
}
