import { css } from '@emotion/css';
import type { GrafanaTheme2, TimeZone } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { NearMissGraph } from '../../components/graph/NearMissGraph';
import { ProjectionSentence } from '../../components/graph/ProjectionSentence';
import type { NearMiss } from '../../domain/fold/nearMiss';
import { sameValue } from '../../domain/json/sameValue';
import { headline } from '../../domain/record/headline';
import type { Stretch } from '../../domain/series/stretch';
import type { Speech } from '../../domain/story/speech';
import {
  type FrozenGraph,
  type GraphChoice,
  knownLimits,
  seriesOf,
  withLimit,
  withSeries,
  withStretch,
} from './frozenGraph';
import { LimitChips } from './LimitChips';
import { LimitField } from './LimitField';
import { SeriesPicker } from './SeriesPicker';
import { StretchFields } from './StretchFields';
import { t } from '../../i18n/t';

interface Props {
  graph: FrozenGraph;
  choice: GraphChoice;
  /** The near miss as it would be with this choice. */
  preview: NearMiss;
  timeZone: TimeZone;
  speech: Speech;
  onChange: (choice: GraphChoice) => void;
}

/** Series, stretch and limit of what was recorded, chosen again from the frozen points, and what would be said then. */
export function GraphCorrection({ graph, choice, preview, timeZone, speech, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const series = seriesOf(graph, choice);
  const shown = useMemo(() => (series ? [series] : []), [series]);
  const move = (stretch: Stretch) => onChange(withStretch(graph, choice, stretch));
  const { limit, projection, actedAt } = preview;
  return (
    <div className={styles.part}>
      <SeriesPicker
        series={graph.series}
        chosen={choice.series}
        label={t('correct.series', 'Series')}
        onChoose={({ name }) => onChange(withSeries(graph, choice, name))}
      />
      <NearMissGraph
        series={shown}
        limit={choice.limit}
        projection={projection}
        stretch={choice.stretch}
        actedAt={actedAt}
        range={graph.range}
        timeZone={timeZone}
        height={240}
        onStretch={move}
      />
      <div className={styles.row}>
        <StretchFields stretch={choice.stretch} timeZone={timeZone} onStretch={move} />
        <LimitField
          text={choice.limitText}
          limit={choice.limit}
          unit={series?.unit ?? ''}
          speech={speech}
          onType={(text, value) => onChange(withLimit(graph, choice, { text, value }, speech))}
        />
      </div>
      <LimitChips
        limit={choice.limit}
        offers={knownLimits(graph, choice, speech)}
        onChoose={(chosen) => onChange({ ...choice, limit: chosen, limitText: chosen.text })}
      />
      {limit && projection && (
        <ProjectionSentence
          name={preview.source?.series ?? ''}
          heading={headline(preview)}
          {...{ limit, projection, actedAt, speech }}
          stretch={preview.stretch}
        />
      )}
      {!sameValue(choice, graph.recorded) && (
        <div>
          <Button type="button" size="sm" variant="secondary" icon="history" onClick={() => onChange(graph.recorded)}>
            {t('correct.back', 'Back to what was recorded')}
          </Button>
        </div>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  part: css({ display: 'grid', gap: theme.spacing(2), gridTemplateColumns: 'minmax(0, 1fr)' }),
  row: css({
    alignItems: 'start',
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 210px), 1fr))',
  }),
});
