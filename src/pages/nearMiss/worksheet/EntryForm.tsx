import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { Button, Stack, TextArea, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import type { ShownEntry } from '../../../domain/fold/nearMiss';
import { type EntryType, SCHEMA_VERSION } from '../../../domain/record/record';
import { wordingOf } from '../../../domain/record/questions';
import { SendingNotice } from '../../../components/notices/SendingNotice';
import { TooLong } from '../../../components/notices/TooLong';
import { UnfinishedNote } from '../../../components/notices/UnfinishedNote';
import { useSending } from '../../../storage/react/useSending';
import { useUnfinished } from '../../../storage/react/useUnfinished';
import type { PageModel } from '../model/PageModel';
import { newId } from '../../../domain/record/id';
import { charactersTooLong } from '../model/charactersTooLong';
import { isBusy } from '../model/changeWrite';
import type { Addition } from '../../../storage/store/encodeAddition';
import { t } from '../../../i18n/t';

interface Props {
  page: PageModel;
  type: EntryType;
  question: string;
  label: string;
  /** The own entry that the new one will replace. */
  edits?: ShownEntry;
  onDone?: () => void;
}

/** Words that only their writer sees until they are shared; a failed share leaves them where they are. */
export function EntryForm({ page, type, question, label, edits, onDone }: Props) {
  const styles = useStyles2(getStyles);
  const { nearMiss } = page.file;
  const field = edits ? `edit:${edits.id}` : [type, question].filter(Boolean).join(':');
  const unfinished = useUnfinished(nearMiss.id, field, edits?.text);
  // The same id for every attempt: the store then recognises one whose answer was lost.
  const [id, setId] = useState(newId);
  const sending = useSending({
    subject: nearMiss.id,
    field,
    // The same id again: what got through unseen is then replaced, not doubled.
    onTakenBack: (write) => write.what === 'entry' && setId(write.entry.id),
    onWritten: () => {
      unfinished.forget();
      setId(newId());
      onDone?.();
    },
  });
  const { state } = sending;
  const text = unfinished.text.trim();
  const write: Addition = {
    what: 'entry',
    entry: {
      version: SCHEMA_VERSION,
      id,
      nearMiss: nearMiss.id,
      type,
      question,
      asked: edits ? edits.asked : wordingOf(page.questions.find(({ key }) => key === question)?.text ?? ''),
      text,
      replaces: edits?.id ?? '',
      writtenBy: null,
    },
  };
  const tooLong = charactersTooLong(write, nearMiss, text);
  return (
    <div className={styles.form}>
      <TextArea
        rows={2}
        aria-label={label}
        value={unfinished.text}
        readOnly={isBusy(sending)}
        placeholder={t('entry.placeholder', 'Your words, kept privately until you share them')}
        onChange={(event) => unfinished.setText(event.currentTarget.value)}
      />
      <TooLong characters={tooLong} />
      <UnfinishedNote unfinished={unfinished} speech={page.speech} />
      <SendingNotice sending={sending} />
      {(text !== '' || edits) && state.is !== 'queued' && (
        <Stack alignItems="center" wrap="wrap">
          <Button
            size="sm"
            disabled={state.is === 'saving' || text === '' || tooLong > 0}
            onClick={() => void sending.send(write)}
          >
            {state.is === 'saving' ? t('entry.sharing', 'Sharing…') : t('entry.share', 'Share')}
          </Button>
          {edits && (
            <Button size="sm" variant="secondary" onClick={onDone}>
              <Trans i18nKey="action.cancel">Cancel</Trans>
            </Button>
          )}
          <span className={styles.note}>
            <Trans i18nKey="entry.private">Only you see this until you share it.</Trans>
          </span>
        </Stack>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  form: css({ display: 'grid', gap: theme.spacing(1), '@media print': { display: 'none' } }),
  note: css({ color: theme.colors.text.secondary }),
});
