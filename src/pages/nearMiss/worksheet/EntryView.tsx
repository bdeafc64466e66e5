import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { Button, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import type { ShownEntry } from '../../../domain/fold/nearMiss';
import { EntryForm } from './EntryForm';
import type { PageModel } from '../model/PageModel';
import { Byline } from '../model/Byline';
import { useWriting } from '../model/useWriting';
import { FailedWriting } from '../../../components/notices/SendingNotice';
import { mayTry } from '../model/editing';
import { t } from '../../../i18n/t';

interface Props {
  page: PageModel;
  entry: ShownEntry;
  /** The wording under which it was given, where what stands above it is another; else empty. */
  askedAs: string;
  /** What the entry answers, for screen readers. */
  label: string;
}

/** One shared entry; its author may edit it (a new entry replaces it), who may write may delete it after a second thought. */
export function EntryView({ page, entry, askedAs, label }: Props) {
  const styles = useStyles2(getStyles);
  const [mode, setMode] = useState<'shown' | 'editing' | 'deleting'>('shown');
  const { author, edited } = entry;
  // Words that somebody copied here are still their first writer's.
  const isMine =
    author.sealed !== false && author.writtenBy === null && author.login !== '' && author.login === page.me;
  if (mode === 'editing') {
    return (
      <EntryForm
        page={page}
        type={entry.type}
        question={entry.question}
        label={label}
        edits={entry}
        onDone={() => setMode('shown')}
      />
    );
  }
  return (
    <div className={styles.entry}>
      <div className={styles.text}>{entry.text}</div>
      {askedAs && (
        <div className={styles.byline}>
          <Trans i18nKey="worksheet.asked-as">Asked as:</Trans> <bdi>{askedAs}</bdi>
        </div>
      )}
      <div className={styles.byline}>
        <Byline author={author} />
        {author.at !== 0 && (
          <>
            {' · '}
            <time>{page.speech.time(author.at)}</time>
          </>
        )}
        {edited && ` · ${t('entry.edited', 'edited')}`}
        {mayTry(page.editing) && mode === 'shown' && (
          <span className={styles.buttons}>
            {isMine && (
              <Button size="sm" fill="text" variant="secondary" onClick={() => setMode('editing')}>
                <Trans i18nKey="entry.edit">Edit</Trans>
              </Button>
            )}
            <Button size="sm" fill="text" variant="secondary" onClick={() => setMode('deleting')}>
              <Trans i18nKey="entry.delete">Delete</Trans>
            </Button>
          </span>
        )}
      </div>
      {mode === 'deleting' && <DeleteEntry page={page} entry={entry} onKeep={() => setMode('shown')} />}
    </div>
  );
}

function DeleteEntry({ page, entry, onKeep }: { page: PageModel; entry: ShownEntry; onKeep: () => void }) {
  const { busy, failure, write } = useWriting();
  const remove = async () => {
    if (await write(() => page.store.removeEntry(entry))) {
      page.refresh();
    }
  };
  return (
    <div role="group" aria-label={t('entry.delete-group', 'Delete this entry')}>
      <Trans i18nKey="entry.delete-ask">Delete these words for everybody? They cannot be brought back.</Trans>{' '}
      <Button size="sm" variant="destructive" disabled={busy} onClick={() => void remove()}>
        <Trans i18nKey="entry.delete-yes">Delete the entry</Trans>
      </Button>{' '}
      <Button size="sm" variant="secondary" onClick={onKeep}>
        <Trans i18nKey="entry.delete-no">Keep it</Trans>
      </Button>
      <FailedWriting failure={failure} />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  entry: css({
    borderLeft: `2px solid ${theme.colors.border.strong}`,
    display: 'grid',
    gap: theme.spacing(0.5),
    paddingLeft: theme.spacing(1.5),
  }),
  text: css({ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }),
  byline: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  buttons: css({ marginLeft: theme.spacing(1), '@media print': { display: 'none' } }),
});
