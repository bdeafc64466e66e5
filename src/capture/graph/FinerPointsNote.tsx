import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import React, { useRef } from 'react';
import type { Speech } from '../../domain/story/speech';
import type { FinerPoints } from './useFinerPoints';
import { t } from '../../i18n/t';

interface Props {
  finer: FinerPoints;
  speech: Speech;
}

/** That the data source may have averaged peaks away, and the way to ask it again. */
export function FinerPointsNote({ finer, speech }: Props) {
  const styles = useStyles2(getStyles);
  const note = useRef<HTMLParagraphElement>(null);
  if (finer.state === 'fine') {
    return null;
  }
  const ask = (again: () => void) => {
    // The button goes away while asking, and the focus with it.
    note.current?.focus();
    again();
  };
  return (
    <div className={styles}>
      <p ref={note} role="status" tabIndex={-1}>
        {noteText(finer, speech)}
      </p>
      {'ask' in finer && (finer.state === 'coarse' || finer.state === 'failed') && (
        <Button type="button" size="sm" variant="secondary" onClick={() => ask(finer.ask)}>
          {t('finer.ask', 'Ask for finer points')}
        </Button>
      )}
    </div>
  );
}

function noteText(finer: Exclude<FinerPoints, { state: 'fine' }>, speech: Speech): string {
  const step = { step: speech.duration(finer.step) };
  switch (finer.state) {
    case 'coarse':
      return t(
        'finer.coarse',
        'The panel asked its data source for one point every {{step}}: peaks between them may be averaged away, and then the answer comes out late.',
        step
      );
    case 'asking':
      return t('finer.asking', 'Asking the data source for finer points…');
    case 'answered':
      return t('finer.answered', 'Around the stretch there is now one point every {{step}}.', step);
    case 'nothing-finer':
      return t('finer.nothing', 'The data source has nothing finer than one point every {{step}}.', step);
    case 'failed':
      return t(
        'finer.failed',
        'The data source gave no finer points; those shown are still there. It said: {{detail}}',
        {
          detail: finer.failure.detail || t('finer.no-answer', 'nothing. Check the connection and try again.'),
        }
      );
  }
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    alignItems: 'center',
    color: theme.colors.text.secondary,
    display: 'flex',
    flexWrap: 'wrap',
    fontSize: theme.typography.bodySmall.fontSize,
    gap: theme.spacing(1),
    '& > p': { flex: '1 1 260px', margin: 0 },
  });
