import { css } from '@emotion/css';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { Alert, Button, ClipboardButton, LinkButton, useStyles2 } from '@grafana/ui';
import React, { type ReactNode, useEffect, useRef } from 'react';
import { chatLine } from '../domain/story/chatLine';
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

/** It is stored: where it is, how to pass it on, and what of it did not work. */
export function RecordedNotice({ record, recorded, link, speech, onClose, onAgain, children }: Props) {
  const styles = useStyles2(getStyles);
  const { marker } = recorded;
  const notice = useRef<HTMLDivElement>(null);
  // The button that had the focus is gone.
  useEffect(() => notice.current?.focus(), []);
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
      <div className={styles.actions}>
        <LinkButton href={locationUtil.assureBaseUrl(routes.nearMiss(record.id))} onClick={onClose}>
          {record.status === 'started'
            ? t('recorded.add-words', 'Open it and add the words')
            : t('recorded.open', 'Open the near miss')}
        </LinkButton>
        <ClipboardButton variant="secondary" icon="link" getText={() => link}>
          {t('recorded.copy-link', 'Copy link')}
        </ClipboardButton>
        <ClipboardButton variant="secondary" icon="comment-alt" getText={() => chatLine(record, link, speech)}>
          {t('recorded.copy-chat', 'Copy for chat')}
        </ClipboardButton>
        {onClose && (
          <Button variant="secondary" fill="text" onClick={onClose}>
            {t('recorded.close', 'Close')}
          </Button>
        )}
      </div>
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
  notice: css({ minWidth: 0, overflowWrap: 'anywhere', outline: 'none' }),
  actions: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
});
