import { css } from '@emotion/css';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { IconButton, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import { SavedByBadges, StatusBadge } from '../../components/rows/Badges';
import { StoryPicture } from '../../components/graph/StoryPicture';
import { testIds } from '../../components/testIds';
import type { NearMiss } from '../../domain/fold/nearMiss';
import { headline } from '../../domain/record/headline';
import type { Speech } from '../../domain/story/speech';
import { routes } from '../../routes';
import { GraphLink } from './GraphLink';
import { storySentence } from '../../domain/story/projectionSentence';
import { t } from '../../i18n/t';

interface Props {
  nearMisses: readonly NearMiss[];
  speech: Speech;
  width: number;
  height: number;
}

/** One near miss at a time, to be read aloud; it leads with the cue, not with who saw it. */
export function StoryView({ nearMisses, speech, width, height }: Props) {
  const styles = useStyles2(getStyles);
  const [chosen, setChosen] = useState('');
  // By id, so that a refresh that brings a newer one does not turn the page.
  const at = Math.max(
    0,
    nearMisses.findIndex(({ id }) => id === chosen)
  );
  const nearMiss = nearMisses[at];
  if (!nearMiss) {
    return null;
  }
  const turn = (step: number) => setChosen(nearMisses[(at + step + nearMisses.length) % nearMisses.length]?.id ?? '');
  const beside = width > 640;
  const picture = { width: Math.min(480, beside ? width * 0.42 : width), height: Math.min(220, height * 0.5) };
  return (
    <article className={styles.story} data-testid={testIds.item} aria-label={headline(nearMiss)}>
      <nav className={styles.pages} aria-label={t('story.pages', 'Stories')}>
        <IconButton
          name="angle-left"
          size="lg"
          aria-label={t('story.previous', 'Newer story')}
          onClick={() => turn(-1)}
        />
        <span aria-live="polite">
          {t('story.place', '{{at}} of {{count}}', { at: at + 1, count: nearMisses.length })}
        </span>
        <IconButton name="angle-right" size="lg" aria-label={t('story.next', 'Older story')} onClick={() => turn(1)} />
      </nav>
      <div className={beside ? styles.beside : styles.below}>
        <Words nearMiss={nearMiss} speech={speech} />
        {height > 240 && nearMiss.evidence && <StoryPicture nearMiss={nearMiss} speech={speech} {...rounded(picture)} />}
      </div>
    </article>
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
      <p>{[almost, storySentence(nearMiss, speech)].filter(Boolean).join(' ')}</p>
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
