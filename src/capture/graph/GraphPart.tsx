import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { HowSure } from '../../components/graph/HowSure';
import { NearMissGraph } from '../../components/graph/NearMissGraph';
import { ProjectionSentence } from '../../components/graph/ProjectionSentence';
import { limitRemarks } from '../../recording/graph/limitRemarks';
import { StretchChips } from '../../recording/graph/StretchChips';
import { StretchFields } from '../../recording/graph/StretchFields';
import type { Speech } from '../../domain/story/speech';
import { FinerPointsNote } from './FinerPointsNote';
import { LimitField } from '../../recording/graph/LimitField';
import { SeriesPicker } from '../../recording/graph/SeriesPicker';
import { useHeldStretch } from '../../recording/graph/useHeldStretch';
import type { CaptureModel } from '../model/useCapture';
import { StackNote } from './StackNote';
import { useFinerPoints } from './useFinerPoints';
import type { Material } from '../material/useMaterial';
import { t } from '../../i18n/t';

interface Props {
  capture: CaptureModel;
  material: Material;
  speech: Speech;
}

/** The evidence: which series, which stretch of it, towards which limit, and what would have come of it. */
export function GraphPart({ capture, material, speech }: Props) {
  const styles = useStyles2(getStyles);
  const { panel } = material;
  const { state, series, projection } = capture;
  const finer = useFinerPoints(material, capture);
  const { moveStretch, note } = useHeldStretch(series, capture.moveStretch, speech);
  const { stretch, limit, limitText, form } = state;
  const shown = useMemo(() => [series], [series]);
  return (
    <div className={styles.part}>
      <SeriesPicker series={capture.all} chosen={series.key} onChoose={capture.chooseSeries} />
      <StackNote series={series} all={capture.all} />
      <div>
        <NearMissGraph
          series={shown}
          limit={limit}
          projection={projection}
          stretch={stretch}
          actedAt={form.actedAt}
          range={panel.range}
          timeZone={panel.timeZone}
          height={260}
          onStretch={moveStretch}
        />
        <StretchChips proposed={capture.stretches} stretch={stretch} speech={speech} onStretch={moveStretch} />
        <p className={styles.hint}>
          {t('stretch.hint', 'Drag over the graph to choose the stretch that somebody acted on, or set its times:')}
        </p>
      </div>
      <div className={styles.row}>
        <StretchFields stretch={stretch} timeZone={panel.timeZone} onStretch={moveStretch} />
        <LimitField
          text={limitText}
          limit={limit}
          offers={capture.offer.all}
          remarks={limitRemarks(limit, capture.offer)}
          unit={series.unit}
          speech={speech}
          onType={capture.typeLimit}
          onChoose={capture.chooseLimit}
        />
      </div>
      <p className={styles.hint} role="status">
        {note}
      </p>
      <FinerPointsNote finer={finer} speech={speech} />
      {projection && limit && (
        <div>
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
          <HowSure series={series} limit={limit} projection={projection} traits={capture.traits} speech={speech} />
        </div>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  part: css({ display: 'grid', gap: theme.spacing(2), gridTemplateColumns: 'minmax(0, 1fr)' }),
  hint: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize, margin: 0 }),
  row: css({
    alignItems: 'start',
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 210px), 1fr))',
  }),
});
