import { css } from '@emotion/css';
import { type GrafanaTheme2, getTimeZone } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { NearMissGraph } from '../../../components/graph/NearMissGraph';
import { ProjectionSentence } from '../../../components/graph/ProjectionSentence';
import { StoryPicture } from '../../../components/graph/StoryPicture';
import type { NearMiss } from '../../../domain/fold/nearMiss';
import type { Evidence } from '../../../domain/series/evidence';
import type { Stretch } from '../../../domain/series/stretch';
import { chosenEvidence } from '../../../domain/record/chosenSeries';
import type { Speech } from '../../../domain/story/speech';
import { headline } from '../../../domain/record/headline';
import { t } from '../../../i18n/t';

interface Props {
  nearMiss: NearMiss;
  speech: Speech;
}

/** The sentence of the road not taken, then the frozen graph. Either may have been left out. */
export function RoadNotTaken({ nearMiss, speech }: Props) {
  const styles = useStyles2(getStyles);
  const { stretch, limit, projection, actedAt } = nearMiss;
  const evidence = useMemo(() => chosenEvidence(nearMiss), [nearMiss]);
  const answered = limit && projection ? { limit, projection } : null;
  const drawn = evidence?.series[0] && stretch;
  return answered || drawn ? (
    <section className={styles.part} aria-label={t('road.label', 'The road not taken')}>
      {answered && (
        <ProjectionSentence
          name={nearMiss.source?.series ?? ''}
          heading={headline(nearMiss)}
          {...answered}
          actedAt={actedAt}
          stretch={stretch}
          speech={speech}
        />
      )}
      {drawn && <FrozenGraph {...{ nearMiss, evidence, stretch, speech }} />}
    </section>
  ) : null;
}

/** What was measured, with the road not taken; on paper the still picture. */
function FrozenGraph({ nearMiss, evidence, stretch, speech }: Props & { evidence: Evidence; stretch: Stretch }) {
  const styles = useStyles2(getStyles);
  const { limit, projection, actedAt } = nearMiss;
  const around = stretch.to - stretch.from;
  const series = useMemo(() => evidence.series.slice(0, 1), [evidence]);
  return (
    <>
      <div className={styles.screen}>
        <NearMissGraph
          series={series}
          limit={limit}
          projection={projection}
          stretch={stretch}
          actedAt={actedAt}
          range={{ from: stretch.from - around, to: stretch.to + around }}
          timeZone={getTimeZone()}
        />
      </div>
      <div className={styles.paper}>
        <StoryPicture nearMiss={nearMiss} speech={speech} width={700} height={260} onPaper />
      </div>
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  part: css({ display: 'grid', gap: theme.spacing(1), gridTemplateColumns: 'minmax(0, 1fr)' }),
  screen: css({ '@media print': { display: 'none' } }),
  paper: css({ display: 'none', '@media print': { display: 'block' } }),
});
