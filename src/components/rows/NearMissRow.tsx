import { css, cx } from '@emotion/css';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { NearMiss } from '../../domain/fold/nearMiss';
import { headline } from '../../domain/record/headline';
import type { Speech } from '../../domain/story/speech';
import { SavedByBadges, StatusBadge } from './Badges';
import { StoryPicture } from '../graph/StoryPicture';
import { belongingLabel } from '../words/labels';
import { testIds } from '../testIds';
import { marginOf } from '../../domain/projection/margin';
import { marginText } from '../../domain/story/marginText';
import { t } from '../../i18n/t';

/** What a row says of a near miss: the margin where the projection gives one, then what almost happened. */
function rowSentence({ projection, actedAt, almost }: NearMiss, speech: Speech): string {
  const margin = marginOf(projection, actedAt);
  if (margin.atLeast === null && margin.around === null) {
    return almost;
  }
  const known = t('row.margin', 'Margin: {{margin}}.', { margin: marginText(margin, speech) });
  return `${known} ${almost}`.trim();
}

interface Props {
  nearMiss: NearMiss;
  speech: Speech;
  /** Below Grafana's root, such as `routes.nearMiss(id)`. */
  href: string;
  compact?: boolean;
}

/**
 * One near miss in a list. All rows are of one height (windowed lists count on it), the title is the link and its
 * area covers the row; there is nothing else to focus and no tooltip component, because thousands are scrolled.
 */
export function NearMissRow({ nearMiss, speech, href, compact = false }: Props) {
  const styles = useStyles2(getStyles);
  const picture = compact ? { width: 96, height: 48 } : { width: 144, height: 80 };
  return (
    <div className={cx(styles.row, compact && styles.compact)} data-testid={testIds.item}>
      <div className={styles.picture}>
        <StoryPicture nearMiss={nearMiss} speech={speech} {...picture} />
      </div>
      <div className={styles.main}>
        <a className={styles.title} href={locationUtil.assureBaseUrl(href)}>
          {headline(nearMiss)}
        </a>
        <div className={cx(styles.sentence, compact && styles.oneLine)}>{rowSentence(nearMiss, speech)}</div>
        <div className={styles.meta}>
          <SavedByBadges savedBy={nearMiss.savedBy} />
          <span className={styles.where}>{belongingLabel(nearMiss)}</span>
        </div>
      </div>
      <div className={styles.side}>
        <span className={styles.when}>{speech.time(nearMiss.actedAt)}</span>
        <Fate nearMiss={nearMiss} compact={compact} />
      </div>
    </div>
  );
}

function Fate({ nearMiss, compact }: { nearMiss: NearMiss; compact: boolean }) {
  const styles = useStyles2(getStyles);
  return (
    <>
      <span>
        <StatusBadge status={nearMiss.status} />
        {nearMiss.example && (
          <span className={styles.example}>
            <Trans i18nKey="row.example">Example</Trans>
          </span>
        )}
      </span>
      {nearMiss.status === 'closed' && (
        <span className={cx(styles.outcome, compact && styles.oneLine)}>{nearMiss.outcome}</span>
      )}
    </>
  );
}

const clamp = (lines: number) => ({
  WebkitBoxOrient: 'vertical' as const,
  WebkitLineClamp: lines,
  display: '-webkit-box',
  overflow: 'hidden',
});

const NARROW = '@container near-misses (max-width: 560px)';

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({
    alignItems: 'center',
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    boxSizing: 'border-box',
    columnGap: theme.spacing(2),
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) minmax(0, 176px)',
    height: '7.5rem',
    overflow: 'hidden',
    padding: theme.spacing(1),
    position: 'relative',
    '&:hover, &:focus-within': { background: theme.colors.action.hover },
    [NARROW]: { gridTemplateColumns: 'minmax(0, 1fr)', height: '9.5rem' },
  }),
  compact: css({ height: '6.5rem', [NARROW]: { height: '8rem' } }),
  picture: css({ lineHeight: 0, [NARROW]: { display: 'none' } }),
  main: css({ display: 'grid', minWidth: 0, rowGap: theme.spacing(0.5) }),
  title: css({
    color: theme.colors.text.link,
    fontWeight: theme.typography.fontWeightMedium,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    '&::after': { content: '""', inset: 0, position: 'absolute' },
    '&:focus-visible::after': { boxShadow: `inset 0 0 0 2px ${theme.colors.primary.main}` },
  }),
  sentence: css({ color: theme.colors.text.primary, ...clamp(2) }),
  oneLine: css(clamp(1)),
  meta: css({
    columnGap: theme.spacing(1),
    display: 'flex',
    fontSize: theme.typography.bodySmall.fontSize,
    minWidth: 0,
  }),
  where: css({
    color: theme.colors.text.secondary,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  }),
  side: css({
    alignContent: 'start',
    display: 'grid',
    fontSize: theme.typography.bodySmall.fontSize,
    rowGap: theme.spacing(0.5),
    [NARROW]: { alignItems: 'center', columnGap: theme.spacing(1), gridAutoFlow: 'column', justifyContent: 'start' },
  }),
  when: css({ color: theme.colors.text.secondary }),
  example: css({ color: theme.colors.text.secondary, marginLeft: theme.spacing(1) }),
  outcome: css({ ...clamp(2), [NARROW]: clamp(1) }),
});
