import { css, cx } from '@emotion/css';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import type { NearMiss } from '../../domain/fold/nearMiss';
import { headline, isHeadline } from '../../domain/record/headline';
import { savedByText } from '../../domain/story/savedByText';
import type { Speech } from '../../domain/story/speech';
import { StatusBadge } from './Badges';
import { StoryPicture } from '../graph/StoryPicture';
import { belongingLabel } from '../words/labels';
import { testIds } from '../testIds';
import { marginOf } from '../../domain/projection/margin';
import { marginText } from '../../domain/story/marginText';
import { ROW_PADDING, rowLayout } from './rowLayout';
import { t } from '../../i18n/t';

/** The margin where the projection gives one, then what came of it, else what almost happened unless the title says it. */
function rowSentence(nearMiss: NearMiss, speech: Speech): string {
  const { projection, actedAt, almost, status, outcome } = nearMiss;
  const margin = marginOf(projection, actedAt);
  const isKnown = margin.atLeast !== null || margin.around !== null;
  const known = isKnown ? t('row.margin', 'Margin: {{margin}}.', { margin: marginText(margin, speech) }) : '';
  const told = status === 'closed' && outcome ? outcome : almost;
  return [known, isHeadline(told, nearMiss) ? '' : told].filter(Boolean).join(' ');
}

function restText(nearMiss: NearMiss, speech: Speech): string {
  const saved = savedByText(nearMiss.savedBy, speech);
  return [
    nearMiss.example && t('row.example', 'Example'),
    saved && t('row.saved-by', 'Saved by {{what}}', { what: saved }),
    belongingLabel(nearMiss),
  ]
    .filter(Boolean)
    .join(' · ');
}

interface Props {
  nearMiss: NearMiss;
  speech: Speech;
  /** Below Grafana's root, such as `routes.nearMiss(id)`. */
  href: string;
  /** Of the row, px. */
  width: number;
  /** A further link of the row. */
  children?: ReactNode;
}

/**
 * One near miss in a list. All rows of a list are of one height (windowed lists count on it), the title is the link and its
 * area covers the row; there is no tooltip component, because thousands are scrolled.
 */
export function NearMissRow({ nearMiss, speech, href, width, children }: Props) {
  const styles = useStyles2(getStyles);
  const { narrow, height, picture, lines } = rowLayout(width);
  return (
    <div className={cx(styles.row, narrow && styles.narrow)} style={{ height }} data-testid={testIds.item}>
      <div className={styles.picture}>
        <StoryPicture nearMiss={nearMiss} speech={speech} {...picture} />
      </div>
      <div className={styles.main}>
        <a className={cx(styles.title, styles.twoLines)} href={locationUtil.assureBaseUrl(href)}>
          {headline(nearMiss)}
        </a>
        <div className={lines.sentence > 1 ? styles.twoLines : styles.oneLine}>{rowSentence(nearMiss, speech)}</div>
        <div className={cx(styles.facts, lines.facts > 1 && styles.wrapped)}>
          <StatusBadge status={nearMiss.status} />
          <span>{speech.time(nearMiss.actedAt)}</span>
          {children}
          <span className={styles.rest}>{restText(nearMiss, speech)}</span>
        </div>
      </div>
    </div>
  );
}

const LINE_HEIGHT = 20;

const clamp = (lines: number) => ({
  WebkitBoxOrient: 'vertical' as const,
  WebkitLineClamp: lines,
  display: '-webkit-box',
  overflow: 'hidden',
});

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({
    alignItems: 'center',
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    boxSizing: 'border-box',
    display: 'grid',
    gap: theme.spacing(1, 2),
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    overflow: 'hidden',
    padding: ROW_PADDING,
    position: 'relative',
    // Not that of actions: on it links lack contrast.
    '&:hover, &:focus-within': { background: theme.colors.background.secondary },
  }),
  narrow: css({ alignContent: 'start', gridTemplateColumns: 'minmax(0, 1fr)' }),
  picture: css({ lineHeight: 0 }),
  main: css({ lineHeight: `${LINE_HEIGHT}px`, minWidth: 0, overflowWrap: 'anywhere' }),
  title: css({
    color: theme.colors.text.link,
    fontWeight: theme.typography.fontWeightMedium,
    '&::after': { content: '""', inset: 0, position: 'absolute' },
    '&:focus-visible::after': { boxShadow: `inset 0 0 0 2px ${theme.colors.primary.main}` },
  }),
  oneLine: css(clamp(1)),
  twoLines: css(clamp(2)),
  facts: css({
    alignItems: 'center',
    color: theme.colors.text.secondary,
    columnGap: theme.spacing(1),
    display: 'flex',
    fontSize: theme.typography.bodySmall.fontSize,
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    // Above the area of the title's link.
    '& > a': { position: 'relative', zIndex: 1 },
  }),
  wrapped: css({ flexWrap: 'wrap', maxHeight: 2 * LINE_HEIGHT }),
  rest: css({ minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' }),
});
