import { css } from '@emotion/css';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { Alert, Button, ClipboardButton, LinkButton, TextArea, useStyles2 } from '@grafana/ui';
import React, { type ReactNode, useEffect, useId, useRef } from 'react';
import { CopyPicture } from '../components/graph/CopyPicture';
import { StoryPicture } from '../components/graph/StoryPicture';
import { useWidth } from '../components/graph/useWidth';
import { chatLine } from '../domain/story/chatLine';
import { storySentence } from '../domain/story/projectionSentence';
import type { NearMissRecord } from '../domain/record/record';
import type { Speech } from '../domain/story/speech';
import { routes } from '../routes';
import type { Recorded } from '../storage/store/nearMissStore';
import { type Failure, isTriedAgain } from '../grafana/outcome';
import { failureText } from '../components/words/failureText';
import { t } from '../i18n/t';

interface Props {
  record: NearMissRecord;
  recorded: Recorded;
  /** Full address of the near miss, for pasting elsewhere. */
  link: string;
  speech: Speech;
  onClose?: () => void;
  /** Tries once more to make the marker. */
  onAgain?: () => void;
  /** What to know about the marker that was made. */
  children?: ReactNode;
}

/** It is stored: what of it others will see, where it is, how to pass it on, and what of it did not work. */
export function RecordedNotice({ record, recorded, link, speech, onClose, onAgain, children }: Props) {
  const styles = useStyles2(getStyles);
  const { marker } = recorded;
  const isStarted = record.status === 'started';
  const chat = () => chatLine(record, link, speech);
  const notice = useRef<HTMLDivElement>(null);
  // The button that had the focus is gone.
  useEffect(() => notice.current?.focus({ preventScroll: true }), []);
  return (
    <div ref={notice} className={styles.notice} tabIndex={-1}>
      <Alert severity="success" title={doneText(record)}>
        {marker?.ok && children}
      </Alert>
      {marker && !marker.ok && (
        <Alert severity="warning" title={markerTitle(marker.failure)}>
          <p>{failureText(marker.failure)}</p>
          {onAgain && (
            <Button size="sm" variant="secondary" onClick={onAgain}>
              {t('recorded.marker-again', 'Try the marker again')}
            </Button>
          )}
        </Alert>
      )}
      {record.evidence && <Seen record={record} speech={speech} />}
      {!isStarted && <ForChat text={chat()} />}
      <div className={styles.actions}>
        <LinkButton href={locationUtil.assureBaseUrl(routes.nearMiss(record.id))} onClick={onClose}>
          {isStarted ? t('recorded.add-words', 'Open it and add the words') : t('recorded.open', 'Open the near miss')}
        </LinkButton>
        <ClipboardButton variant="secondary" icon="comment-alt" getText={chat}>
          {t('recorded.copy-chat', 'Copy for chat')}
        </ClipboardButton>
        <ClipboardButton variant="secondary" icon="link" getText={() => link}>
          {t('recorded.copy-link', 'Copy link')}
        </ClipboardButton>
        <CopyPicture nearMiss={record} speech={speech} />
        {onClose && (
          <Button variant="secondary" fill="text" onClick={onClose}>
            {t('recorded.close', 'Close')}
          </Button>
        )}
      </div>
    </div>
  );
}

const PICTURE = { width: 700, height: 170 };

/** Picture and sentence, as they stand in lists and on its page. */
function Seen({ record, speech }: Pick<Props, 'record' | 'speech'>) {
  const styles = useStyles2(getStyles);
  const [element, room] = useWidth<HTMLDivElement>();
  return (
    <div ref={element}>
      <StoryPicture nearMiss={record} {...PICTURE} width={Math.min(PICTURE.width, room)} speech={speech} />
      <p className={styles.sentence}>{storySentence(record, speech)}</p>
    </div>
  );
}

/** What to paste, to be read before. */
function ForChat({ text }: { text: string }) {
  const styles = useStyles2(getStyles);
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className={styles.label}>
        {t('recorded.for-chat', 'To paste into a chat')}
      </label>
      <TextArea id={id} readOnly rows={3} value={text} onFocus={(event) => event.currentTarget.select()} />
    </div>
  );
}

function markerTitle(failure: Failure): string {
  return isTriedAgain(failure)
    ? t(
        'recorded.marker-follows',
        'The near miss is stored; its marker on the graph follows as soon as Grafana takes it'
      )
    : t('recorded.marker-refused', 'The near miss is stored, but its marker on the graph was refused');
}

function doneText({ status }: NearMissRecord): string {
  return status === 'started'
    ? t('recorded.kept', 'The graph is kept. It waits under “yours to finish”; the words can come later.')
    : t('recorded.saved', 'The near miss is recorded.');
}

const getStyles = (theme: GrafanaTheme2) => ({
  notice: css({
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'minmax(0, 1fr)',
    maxWidth: 760,
    minWidth: 0,
    outline: 'none',
    overflowWrap: 'anywhere',
    // Grafana's alerts and paragraphs bring margins of their own.
    '& [role="status"], & [role="alert"], & p': { margin: 0 },
  }),
  sentence: css({ paddingTop: theme.spacing(1) }),
  label: css({ display: 'block', fontSize: theme.typography.bodySmall.fontSize, marginBottom: theme.spacing(0.5) }),
  actions: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
});
