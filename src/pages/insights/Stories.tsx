import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { StoryPicture } from '../../components/graph/StoryPicture';
import type { Insights } from '../../domain/insight/insightsOf';
import type { Speech } from '../../domain/story/speech';
import { NearMissLink } from './NearMissLink';
import { getRowStyles } from './rowStyles';
import { marginWords } from './marginWords';
import { savedByLabels } from './savedByLabels';
import { t } from '../../i18n/t';

/** A few near misses as what they are: stories, with the picture of the narrowest. */
export function Stories({ insights: { nearMisses, margins }, speech }: { insights: Insights; speech: Speech }) {
  const rows = useStyles2(getRowStyles);
  const styles = useStyles2(getStyles);
  const [narrowest] = margins;
  return (
    <section className={styles} aria-labelledby="near-miss-stories">
      <h2 id="near-miss-stories">{t('insights.stories', 'Too few to compare: what happened?')}</h2>
      {narrowest && <StoryPicture nearMiss={narrowest.nearMiss} speech={speech} width={240} height={84} />}
      <ul className={rows.list}>
        {nearMisses.map((nearMiss) => {
          const margin = margins.find((one) => one.nearMiss === nearMiss);
          const facts = [
            savedByLabels(nearMiss.savedBy),
            margin ? marginWords(margin, speech) : '',
            margin && margin === narrowest ? t('insights.pictured', 'the narrowest, in the picture') : '',
          ];
          return (
            <li key={nearMiss.id}>
              <NearMissLink nearMiss={nearMiss} />
              <br />
              <span className={rows.quiet}>{facts.filter(Boolean).join(' · ')}</span>
              {nearMiss.outcome && <p>{nearMiss.outcome}</p>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    display: 'grid',
    gap: theme.spacing(1),
    gridTemplateColumns: 'minmax(0, 1fr)',
    h2: { ...theme.typography.h4, margin: 0 },
    a: { color: theme.colors.text.link },
    p: { margin: 0 },
  });
