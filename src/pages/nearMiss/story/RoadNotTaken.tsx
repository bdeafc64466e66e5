import { css } from '@emotion/css';
import { createTheme, type GrafanaTheme2, getTimeZone } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { HowSure } from '../../../components/graph/HowSure';
import { NearMissGraph } from '../../../components/graph/NearMissGraph';
import { ProjectionSentence } from '../../../components/graph/ProjectionSentence';
import { StoryPicture } from '../../../components/graph/StoryPicture';
import type { NearMiss } from '../../../domain/fold/nearMiss';
import type { EvidenceSeries } from '../../../domain/series/evidence';
import type { Source } from '../../../domain/record/record';
import { isCounter } from '../../../domain/series/isCounter';
import type { SeriesTraits } from '../../../domain/projection/projectStretch';
import { droppedText } from '../../../domain/story/droppedText';
import type { Speech } from '../../../domain/story/speech';
import { headline } from '../../../domain/record/headline';
import { unpackEvidence } from '../../../domain/series/unpackEvidence';
import { boundsOf } from '../../../domain/projection/proposeLimit';
import { t } from '../../../i18n/t';

interface Props {
  nearMiss: NearMiss;
  speech: Speech;
}

/** The frozen graph with the road not taken, its sentence and what it stands on; on paper the still picture. */
export function RoadNotTaken({ nearMiss, speech }: Props) {
  const styles = useStyles2(getStyles);
  const { evidence: packed, stretch, limit, projection, actedAt } = nearMiss;
  const evidence = useMemo(() => packed && unpackEvidence(packed), [packed]);
  const main = evidence?.series[0];
  const traits = useMemo(() => traitsOf(main, nearMiss.source), [main, nearMiss.source]);
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
      {main && limit && projection && (
        <div className={styles.screen}>
          <HowSure series={main} limit={limit} projection={projection} traits={traits} speech={speech} />
        </div>
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
            parts: evidence.dropped.map((dropped) => droppedText(dropped, speech)).join('; '),
          })}
        </p>
      )}
    </section>
  );
}

/** As far as a record tells: the panel's own bounds are not kept in it. */
function traitsOf(series: EvidenceSeries | undefined, source: Source | null): SeriesTraits {
  if (!series) {
    return {};
  }
  const hints = { steps: [], mode: 'absolute', thresholdsShown: false, unit: series.unit } as const;
  return {
    ...boundsOf(hints, series.values),
    counter: isCounter({ ...series, queries: source?.queries ?? [] }),
  };
}

const PAPER = createTheme({ colors: { mode: 'light' } });

const getStyles = (theme: GrafanaTheme2) => ({
  part: css({ display: 'grid', gap: theme.spacing(1), gridTemplateColumns: 'minmax(0, 1fr)' }),
  screen: css({ '@media print': { display: 'none' } }),
  paper: css({ display: 'none', '@media print': { display: 'block' } }),
  small: css({ color: theme.colors.text.secondary, margin: 0 }),
});
