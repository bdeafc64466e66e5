import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { Alert, Button, ClipboardButton, useStyles2 } from '@grafana/ui';
import React from 'react';
import type { QueuedWrite } from '../../storage/store/queuedWrite';
import { headline } from '../../domain/record/headline';
import { nearMissMarkdown } from '../../domain/story/markdown';
import { plainSpeech } from '../../domain/story/plainSpeech';
import { useOutbox, useQueued } from '../../storage/react/useOutbox';
import type { QueuedItem } from '../../storage/outbox/queuedItems';
import { failureText } from '../words/failureText';
import { shorten } from '../../domain/text/visibleText';
import { t } from '../../i18n/t';

/** How much of it is shown, in characters. */
const LONGEST = 80;

/** What this person wrote in this browser and Grafana does not have yet, wherever it was written; nothing when all is through. */
export function QueuedNotice() {
  const styles = useStyles2(getStyles);
  const outbox = useOutbox();
  const queued = useQueued().filter(({ state, failure }) => state !== 'saving' || failure !== null);
  if (queued.length === 0) {
    return null;
  }
  return (
    <Alert
      severity="warning"
      title={t('waiting.title', '', {
        count: queued.length,
        defaultValue_one: '{{count}} thing you wrote waits in this browser until Grafana has it',
        defaultValue_other: '{{count}} things you wrote wait in this browser until Grafana has them',
      })}
    >
      <ul className={styles.list} aria-label={t('waiting.list', 'What waits')}>
        {queued.map((item) => (
          <li key={item.id}>
            <span>{wordsOf(item.write)}</span> <span className={styles.why}>{whyText(item)}</span>{' '}
            {item.write.what !== 'marker' && (
              <ClipboardButton
                size="sm"
                fill="text"
                variant="secondary"
                icon="copy"
                getText={() => allWordsOf(item.write)}
              >
                {t('waiting.copy', 'Copy the words')}
              </ClipboardButton>
            )}
            {item.state === 'refused' && (
              <Button size="sm" fill="text" variant="secondary" onClick={() => outbox.takeBack(item.id)}>
                <Trans i18nKey="waiting.discard">Discard it</Trans>
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Button size="sm" variant="secondary" onClick={() => void outbox.retryNow()}>
        <Trans i18nKey="sending.now">Try now</Trans>
      </Button>
    </Alert>
  );
}

function wordsOf(write: QueuedWrite): string {
  switch (write.what) {
    case 'record':
      return t('waiting.record', 'Near miss “{{title}}”', {
        title: shorten(headline(write.record), LONGEST),
      });
    case 'change':
      return t('waiting.change', 'A change of a near miss');
    case 'entry':
      return t('waiting.entry', 'On a worksheet: “{{text}}”', {
        text: shorten(write.entry.text, LONGEST),
      });
    case 'marker':
      return t('waiting.marker', 'The marker on the graph of a near miss that is stored');
  }
}

/** Everything that was typed, for taking it elsewhere. */
function allWordsOf(write: QueuedWrite): string {
  switch (write.what) {
    case 'record':
      return nearMissMarkdown(write.record, [], '', plainSpeech);
    case 'change':
      return Object.values(write.change.set)
        .flat()
        .filter((value) => typeof value === 'string')
        .join('\n');
    case 'entry':
      return write.entry.text;
    case 'marker':
      return '';
  }
}

function whyText({ state, failure, keptIn }: QueuedItem): string {
  const why = failure ? failureText(failure) : '';
  const stay = keptIn === 'memory' ? t('waiting.memory', 'Do not close this page until then.') : '';
  return state === 'saving' ? t('waiting.saving', 'Saving…') : `${why} ${stay}`.trim();
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ overflowWrap: 'anywhere', paddingLeft: theme.spacing(2.5) }),
  why: css({ color: theme.colors.text.secondary }),
});
