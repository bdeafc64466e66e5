import { css } from '@emotion/css';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { IconButton, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import { SavedByBadges, StatusBadge } from '../../components/rows/Badges';
import { StoryPicture } from '../../components/graph/StoryPicture';
import { testIds } from '../../components/testIds';
import type { NearMiss } from '../../domain/fold/nearMiss';
import { headline, isHeadline } from '../../domain/record/headline';
import type { Speech } from '../../domain/story/speech';
import { routes } from '../../routes';
import { GraphLink } from './GraphLink';
import { storySentence } from '../../domain/story/projectionSentence';
import { useTurning } from './useTurning';
import { t } from '../../i18n/t';

interface Props {
  nearMisses: readonly NearMiss[];
  speech: Speech;
  width: number;
  height: number;
  /** Seconds after which the next one is told by itself; 0: never. */
  turnEvery: number;
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** One near miss at a time, to be read aloud; it leads with the cue, not with who saw it, and names nobody. */
export function StoryView({ nearMisses, speech, width, height, turnEvery }: Props) {
  const styles = useStyles2(getStyles);
  const [chosen, setChosen] = useState('');
  // By id and from the first one on, so that a refresh that brings a newer one does not turn the page.
  const at = Math.max(
    0,
    nearMisses.findIndex(({ id }) => id === chosen)
  );
  const nearMiss = nearMisses[at];
  if (nearMiss && nearMiss.id !== chosen) {
    setChosen(nearMiss.id);
  }
  const turn = (step: number) => setChosen(nearMisses[(at + step + nearMisses.length) % nearMisses.length]?.id ?? '');
  const turning = useTurning(nearMisses.length > 1 ? turnEvery : 0, () => turn(1));
  if (!nearMiss) {
    return null;
  }
  const beside = width > 640;
  const picture = beside
    ? { width: Math.min(720, width * 0.42), height: Math.min(320, height * 0.5) }
    : { width, height: Math.min(220, height * 0.35) };
  return (
    <article
      className={styles.story}
      data-testid={testIds.item}
      data-at={nearMiss.actedAt}
      aria-label={headline(nearMiss)}
      {...turning.listeners}
    >
      <Pages at={at} count={nearMisses.length} onTurn={turn} turning={turnEvery > 0 ? turning : null} />
      <div className={beside ? styles.beside : styles.below}>
        <Words nearMiss={nearMiss} speech={speech} />
        {height > 240 && nearMiss.evidence && (
          <StoryPicture nearMiss={nearMiss} speech={speech} {...rounded(picture)} />
        )}
      </div>
    </article>
  );
}

interface PagesProps {
  at: number;
  count: number;
  onTurn: (step: number) => void;
  turning: ReturnType<typeof useTurning> | null;
}

function Pages({ at, count, onTurn, turning }: PagesProps) {
  const styles = useStyles2(getStyles);
  return (
    // The arrow keys do what the buttons in it do.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <nav
      className={styles.pages}
      aria-label={t('story.pages', 'Stories')}
      onKeyDown={({ key }) => STEPS[key] && onTurn(STEPS[key])}
    >
      {turning && (
        <IconButton
          name={turning.paused ? 'play' : 'pause'}
          size="lg"
          aria-label={
            turning.paused ? t('story.go-on', 'Tell one after another') : t('story.pause', 'Stay on this one')
          }
          onClick={turning.pause}
        />
      )}
      <IconButton
        name="angle-left"
        size="lg"
        aria-label={t('story.previous', 'Newer story')}
        onClick={() => onTurn(-1)}
      />
      <span aria-live={turning?.turns ? 'off' : 'polite'}>
        {t('story.place', '{{at}} of {{count}}', { at: at + 1, count })}
      </span>
      <IconButton name="angle-right" size="lg" aria-label={t('story.next', 'Older story')} onClick={() => onTurn(1)} />
    </nav>
  );
}

function Words({ nearMiss, speech }: { nearMiss: NearMiss; speech: Speech }) {
  const styles = useStyles2(getStyles);
  const { cue, almost, action, savedBy, savedHow, status, outcome, actedAt } = nearMiss;
  return (
    <div>
      {cue && <p className={styles.cue}>{cue}</p>}
      <h3 className={styles.title}>
        <a href={locationUtil.assureBaseUrl(routes.nearMiss(nearMiss.id))}>{headline(nearMiss)}</a>
      </h3>
      <p>{[isHeadline(almost, nearMiss) ? '' : almost, storySentence(nearMiss, speech)].filter(Boolean).join(' ')}</p>
      <p>{[action, savedHow].filter(Boolean).join(' ')}</p>
      <p className={styles.facts}>
        <SavedByBadges savedBy={savedBy} />
        <StatusBadge status={status} />
        <span>{speech.time(actedAt)}</span>
        {nearMiss.example && (
          <span>
            <Trans i18nKey="row.example">Example</Trans>
          </span>
        )}
        <GraphLink nearMiss={nearMiss} />
      </p>
      {outcome && (
        <p>
          <Trans i18nKey="story.outcome">What came of it:</Trans> {outcome}
        </p>
      )}
    </div>
  );
}

function rounded({ width, height }: { width: number; height: number }) {
  return { width: Math.round(width), height: Math.round(height) };
}

const getStyles = (theme: GrafanaTheme2) => ({
  story: css({ display: 'grid', rowGap: theme.spacing(1), '& p': { margin: theme.spacing(0, 0, 1) } }),
  pages: css({ alignItems: 'center', columnGap: theme.spacing(1), display: 'flex', justifyContent: 'flex-end' }),
  beside: css({ columnGap: theme.spacing(3), display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto' }),
  below: css({ display: 'grid', rowGap: theme.spacing(1) }),
  cue: css({
    borderLeft: `3px solid ${theme.colors.primary.border}`,
    fontSize: theme.typography.h3.fontSize,
    lineHeight: 1.3,
    paddingLeft: theme.spacing(2),
  }),
  title: css({ ...theme.typography.h5, '& a': { color: theme.colors.text.link } }),
  facts: css({
    alignItems: 'center',
    color: theme.colors.text.secondary,
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 1),
  }),
});
