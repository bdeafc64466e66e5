import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, useStyles2 } from '@grafana/ui';
import React from 'react';
import type { Speech } from '../domain/story/speech';
import type { UnfinishedForm } from './useUnfinishedForm';
import { t } from '../i18n/t';

interface Props {
  unfinished: UnfinishedForm;
  speech: Speech;
  onDiscard: () => void;
}

/** Says what was brought back from earlier, offers what else was found, and warns where nothing can be kept. */
export function UnfinishedFormNotice({ unfinished, speech, onDiscard }: Props) {
  const styles = useStyles2(getStyles);
  const { foundAt, other, keptIn, takeOther } = unfinished;
  return (
    <>
      {foundAt !== null && (
        <p className={styles} role="status">
          {t('kept.found', 'Here is what you entered at {{time}} and did not save.', {
            time: speech.time(foundAt),
          })}
          <Button size="sm" variant="secondary" onClick={onDiscard}>
            {t('kept.discard', 'Start anew')}
          </Button>
        </p>
      )}
      {other && (
        <p className={styles} role="status">
          {t('kept.other', 'There is another unfinished one, from {{time}}.', {
            time: speech.time(other.at),
          })}
          <Button size="sm" variant="secondary" onClick={takeOther}>
            {t('kept.take-other', 'Show that one instead')}
          </Button>
        </p>
      )}
      {keptIn === 'memory' && (
        <Alert
          severity="warning"
          title={t(
            'kept.not',
            'This browser cannot keep what you type: its storage is full or blocked. Save before you leave the page.'
          )}
        />
      )}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({ alignItems: 'center', display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), margin: 0 });
