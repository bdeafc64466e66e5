import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { Button, useStyles2 } from '@grafana/ui';
import React from 'react';
import type { Speech } from '../../domain/story/speech';
import type { Unfinished } from '../../storage/react/useUnfinished';
import { t } from '../../i18n/t';

interface Props {
  unfinished: Unfinished;
  speech: Speech;
  /** What the kept text looks like to people; default as it is. */
  preview?: (text: string) => string;
}

/** Where typed text came from when it was not typed just now, another one that was found, and when it cannot be kept. */
export function UnfinishedNote({ unfinished, speech, preview = (text) => text }: Props) {
  const styles = useStyles2(getStyles);
  const { foundAt, other, keptIn, takeOther } = unfinished;
  return (
    <>
      {foundAt !== null && (
        <span className={styles}>
          {t('unfinished.found', 'Your unfinished text of {{time}}.', { time: speech.time(foundAt) })}
        </span>
      )}
      {other && (
        <span className={styles}>
          {t('unfinished.other', 'Another unfinished text of yours, of {{time}}: “{{text}}”', {
            time: speech.time(other.at),
            text: preview(other.text),
          })}{' '}
          <Button size="sm" fill="text" onClick={takeOther}>
            <Trans i18nKey="unfinished.take">Take that one</Trans>
          </Button>
        </span>
      )}
      {keptIn === 'memory' && (
        <span className={styles} role="alert">
          <Trans i18nKey="unfinished.memory">
            Your browser cannot keep this text (its storage is full or blocked): share it before you leave the page.
          </Trans>
        </span>
      )}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => css({ color: theme.colors.text.secondary, overflowWrap: 'anywhere' });
