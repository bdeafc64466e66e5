import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { Lane, Mark } from './timelineOf';
import { t } from '../../i18n/t';

interface Props {
  lane: Lane;
  /** Key of the mark whose near misses are listed. */
  chosen: string;
  /** False where there is no room for names. */
  named: boolean;
  labelOf: (mark: Mark) => string;
}

/** Of the column of names, px. */
export const NAME_WIDTH = 112;

/** Has no listeners of its own: the timeline hears all marks. */
export function TimelineLane({ lane: { name, marks }, chosen, named, labelOf }: Props) {
  const styles = useStyles2(getStyles);
  const shownName = name === null ? t('timeline.others', 'others') : name || t('timeline.no-service', 'no service');
  return (
    <div className={styles.lane}>
      {named && <span className={styles.name}>{shownName}</span>}
      <span className={styles.track}>
        {marks.map((mark) => (
          <button
            key={mark.key}
            type="button"
            className={styles.mark}
            style={{ left: `${100 * mark.at}%` }}
            data-mark={mark.key}
            aria-label={labelOf(mark)}
            aria-pressed={mark.key === chosen}
            tabIndex={mark.key === chosen ? 0 : -1}
          >
            {mark.nearMisses.length > 1 ? mark.nearMisses.length : ''}
          </button>
        ))}
      </span>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  lane: css({
    alignItems: 'center',
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    display: 'flex',
    height: 28,
    position: 'relative',
  }),
  name: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    flex: `0 0 ${NAME_WIDTH}px`,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  }),
  track: css({ flex: 1, height: '100%', position: 'relative' }),
  mark: css({
    background: theme.colors.background.primary,
    border: `2px solid ${theme.colors.primary.border}`,
    borderRadius: theme.shape.radius.circle,
    color: theme.colors.text.primary,
    fontSize: 11,
    height: 20,
    lineHeight: '14px',
    padding: 0,
    position: 'absolute',
    top: 4,
    transform: 'translateX(-50%)',
    width: 20,
    '&[aria-pressed="true"]': { background: theme.colors.primary.main, color: theme.colors.primary.contrastText },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.text}`, outlineOffset: 2 },
  }),
});
