import { css } from '@emotion/css';
import { createTheme, type GrafanaTheme2, getTimeZone } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { NearMissGraph } from '../../components/NearMissGraph';
import { ProjectionSentence } from '../../components/ProjectionSentence';
import { StoryPicture } from '../../components/StoryPicture';
import { unescaped } from '../../components/unescaped';
import type { NearMiss } from '../../domain/foldedNearMiss';
import type { Speech } from '../../domain/speech';
import { headline } from '../../domain/headline';
import { unpackEvidence } from '../../domain/unpackEvidence';

interface Props {
  nearMiss: NearMiss;
  speech: Speech;
}

/** The frozen graph with the road not taken, its sentence and what it stands on; on paper the still picture. */
export function RoadNotTaken({ nearMiss, speech }: Props) {
  const styles = useStyles2(getStyles);
  const { evidence: packed, stretch, limit, projection, actedAt } = nearMiss;
  const evidence = useMemo(() => packed && unpackEvidence(packed), [packed]);
  if (!evidence || !stretch) {
    return null;
  }
  const around = stretch.to - stretch.from;
  return (
    <section className={styles.part} aria-label={t('road.label', 'The road not taken')}>
      {limit && projection && (
        <ProjectionSentence
          name={nearMiss.source?.series || headline(nearMiss)}
          limit={limit}
          projection={projection}
          actedAt={actedAt}
          speech={speech}
        />
      )}
      <div className={styles.screen}>
        <NearMissGraph
          series={evidence.series}
          limit={limit}
          projection={projection}
          stretch={stretch}
          actedAt={actedAt}
          range={{ from: stretch.from - around, to: stretch.to + around }}
          timeZone={getTimeZone()}
        />
      </div>
      <div className={styles.paper}>
        <StoryPicture nearMiss={nearMiss} width={700} height={260} theme={PAPER} />
      </div>
      {evidence.dropped.length > 0 && (
        <p className={styles.small}>
          {t('road.dropped', 'Left out when it was kept: {{parts}}', {
            parts: evidence.dropped.join('; '),
            ...unescaped,
          })}
        </p>
      )}
    </section>
  );
}

const PAPER = createTheme({ colors: { mode: 'light' } });

const getStyles = (theme: GrafanaTheme2) => ({
  part: css({ display: 'grid', gap: theme.spacing(1), gridTemplateColumns: 'minmax(0, 1fr)' }),
  screen: css({ '@media print': { display: 'none' } }),
  paper: css({ display: 'none', '@media print': { display: 'block' } }),
  small: css({ color: theme.colors.text.secondary, margin: 0 }),
});
