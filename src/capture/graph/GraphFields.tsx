import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { Stretch } from '../../domain/series/stretch';
import type { Speech } from '../../domain/story/speech';
import { LimitChips } from '../../recording/graph/LimitChips';
import { LimitField } from '../../recording/graph/LimitField';
import { limitRemarks } from '../../recording/graph/limitRemarks';
import { SeriesPicker } from '../../recording/graph/SeriesPicker';
import { StretchChips } from '../../recording/graph/StretchChips';
import { StretchFields } from '../../recording/graph/StretchFields';
import type { Material } from '../material/useMaterial';
import type { CaptureModel } from '../model/useCapture';
import { FinerPointsNote } from './FinerPointsNote';
import { StackNote } from './StackNote';
import { useFinerPoints } from './useFinerPoints';
import { t } from '../../i18n/t';

interface Props {
  capture: CaptureModel;
  material: Material;
  speech: Speech;
  moveStretch: (stretch: Stretch, along?: boolean) => void;
  /** What became of a stretch that was asked for. */
  note: string;
}

/** Which series, which stretch of it, towards which limit: proposed, and seldom to be changed. */
export function GraphFields({ capture, material, speech, moveStretch, note }: Props) {
  const styles = useStyles2(getStyles);
  const { state, series, offer } = capture;
  const { stretch, limit, limitText } = state;
  const finer = useFinerPoints(material, capture);
  return (
    <div className={styles.part}>
      <div className={styles.chips}>
        <StretchChips proposed={capture.stretches} stretch={stretch} speech={speech} onStretch={moveStretch} />
        <LimitChips limit={limit} offers={offer.all} onChoose={capture.chooseLimit} />
      </div>
      <div className={capture.all.length > 1 ? styles.pairs : styles.row}>
        <SeriesPicker series={capture.all} chosen={series.key} onChoose={capture.chooseSeries} />
        <LimitField
          text={limitText}
          limit={limit}
          remarks={limitRemarks(limit, offer)}
          unit={series.unit}
          speech={speech}
          onType={capture.typeLimit}
        />
        <StretchFields stretch={stretch} timeZone={material.panel.timeZone} onStretch={moveStretch} />
      </div>
      <p className={styles.hint}>
        {t('stretch.hint', 'Drag over the graph to choose the stretch that somebody acted on, or set its times.')}{' '}
        <span role="status">{note}</span>
      </p>
      <StackNote series={series} all={capture.all} />
      <FinerPointsNote finer={finer} speech={speech} />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  part: css({
    alignContent: 'start',
    display: 'grid',
    gap: theme.spacing(1),
    gridTemplateColumns: 'minmax(0, 1fr)',
  }),
  chips: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5, 1.5) }),
  hint: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize, margin: 0 }),
  // With the series four: both ends of the stretch beside each other.
  pairs: css(columns(theme, 240)),
  row: css(columns(theme, 200)),
});

function columns(theme: GrafanaTheme2, least: number) {
  return {
    alignItems: 'start',
    display: 'grid',
    gap: theme.spacing(1, 2),
    gridTemplateColumns: `repeat(auto-fit, minmax(min(100%, ${least}px), 1fr))`,
  };
}
