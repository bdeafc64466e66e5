import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import React from 'react';
import type { ProposedStretch } from '../../domain/projection/proposeStretches';
import type { Stretch } from '../../domain/series/stretch';
import type { Speech } from '../../domain/story/speech';
import { t } from '../../i18n/t';

interface Props {
  proposed: readonly ProposedStretch[];
  stretch: Stretch;
  speech: Speech;
  onStretch: (stretch: Stretch) => void;
}

/** The stretches that somebody may have acted on, in words; nothing to choose when there is one. */
export function StretchChips({ proposed, stretch, speech, onStretch }: Props) {
  const styles = useStyles2(getStyles);
  if (proposed.length < 2) {
    return null;
  }
  return (
    <div className={styles.chips} role="group" aria-label={t('stretch.proposed', 'Stretches of this series')}>
      {proposed.map((one) => {
        const isChosen = one.from === stretch.from && one.to === stretch.to;
        return (
          <Button
            key={`${one.from} ${one.to}`}
            type="button"
            size="sm"
            variant="secondary"
            fill={isChosen ? 'solid' : 'outline'}
            aria-pressed={isChosen}
            onClick={() => onStretch({ from: one.from, to: one.to })}
          >
            {stretchText(one, speech)}
          </Button>
        );
      })}
    </div>
  );
}

function stretchText({ from, to, ends, heads }: ProposedStretch, speech: Speech): string {
  const isRise = heads === 'rising';
  switch (ends) {
    case 'now':
      return isRise ? t('stretch.climbing', 'climbing now') : t('stretch.falling', 'falling now');
    case 'jump':
      return isRise
        ? t('stretch.before-drop', 'before the drop at {{time}}', { time: speech.time(to) })
        : t('stretch.before-jump', 'before the jump at {{time}}', { time: speech.time(to) });
    case 'past':
      return isRise
        ? t('stretch.climb', 'the climb at {{time}}', { time: speech.time(from) })
        : t('stretch.fall', 'the fall at {{time}}', { time: speech.time(from) });
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  chips: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5) }),
});
