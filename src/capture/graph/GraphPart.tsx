import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { type ReactNode, useMemo, useState } from 'react';
import { HowSure } from '../../components/graph/HowSure';
import { NearMissGraph } from '../../components/graph/NearMissGraph';
import { ProjectionSentence } from '../../components/graph/ProjectionSentence';
import type { Speech } from '../../domain/story/speech';
import { useHeldStretch } from '../../recording/graph/useHeldStretch';
import type { CaptureModel } from '../model/useCapture';
import { GraphFields } from './GraphFields';
import type { Material } from '../material/useMaterial';

interface Props {
  capture: CaptureModel;
  material: Material;
  speech: Speech;
  /** The way to keep it as it is. */
  keep: ReactNode;
  /** The questions: beside the graph where there is room, else between it and its fields. */
  children: ReactNode;
}

/** The evidence, with the questions it raises: what would have come of it, then which series, which stretch, towards which limit. */
export function GraphPart({ capture, material, speech, keep, children }: Props) {
  const styles = useStyles2(getStyles);
  const { panel } = material;
  const { state, series, projection } = capture;
  const { moveStretch, note } = useHeldStretch(series, capture.moveStretch, speech);
  const { stretch, limit, form } = state;
  const shown = useMemo(() => [series], [series]);
  const [height] = useState(graphHeight);
  return (
    <div className={styles.part}>
      <div className={styles.picture}>
        <NearMissGraph
          series={shown}
          limit={limit}
          projection={projection}
          stretch={stretch}
          actedAt={form.actedAt}
          range={panel.range}
          timeZone={panel.timeZone}
          height={height}
          onStretch={moveStretch}
        />
        {projection && limit && (
          <ProjectionSentence
            name={series.name}
            heading={panel.panelTitle}
            limit={limit}
            projection={projection}
            actedAt={form.actedAt}
            stretch={stretch}
            toActor
            speech={speech}
          />
        )}
        <div className={styles.below}>
          {projection && limit && (
            <HowSure series={series} limit={limit} projection={projection} traits={capture.traits} speech={speech} />
          )}
          {keep}
        </div>
      </div>
      <div className={styles.questions}>{children}</div>
      <GraphFields {...{ capture, material, speech, moveStretch, note }} />
    </div>
  );
}

/** Px: on a small screen sentence, questions and Save stand in sight beside or below it. */
function graphHeight(): number {
  return Math.round(Math.min(320, Math.max(200, 0.26 * window.innerHeight)));
}

const getStyles = (theme: GrafanaTheme2) => ({
  part: css({
    display: 'grid',
    gap: theme.spacing(1.5, 3),
    gridTemplateColumns: 'minmax(0, 1fr)',
    '@media (min-width: 1000px)': {
      gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
      gridTemplateRows: 'auto 1fr',
    },
  }),
  picture: css({ display: 'grid', gap: theme.spacing(0.5), gridTemplateColumns: 'minmax(0, 1fr)' }),
  below: css({ alignItems: 'start', display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
  questions: css({
    alignContent: 'start',
    display: 'grid',
    gap: theme.spacing(1.5),
    gridTemplateColumns: 'minmax(0, 1fr)',
    '@media (min-width: 1000px)': { gridColumn: 2, gridRow: '1 / 3' },
  }),
});
