import {
  applyFieldOverrides,
  type DataFrame,
  type DataTransformerConfig,
  type Field,
  FieldType,
  getFieldDisplayName,
  type GrafanaTheme2,
  type InterpolateFunction,
  standardTransformersRegistry,
  transformDataFrame,
} from '@grafana/data';
import { firstValueFrom } from 'rxjs';
import type { PanelSeries } from '../../domain/projection/panelSeries';
import type { PanelModel } from '../../grafana/panelModel';
import { withGaps } from '../../domain/series/withGaps';
import { gapRuleOf } from './gapRuleOf';
import { hintsOf } from './hintsOf';
import { readFieldConfig, readTransformations, seriesOptions } from './panelConfig';

export interface PanelSeriesAnswer {
  series: PanelSeries[];
  /** Name of the transformation that cannot run here; then the series are the raw ones. */
  failedTransformation: string | null;
}

interface Surroundings {
  theme: GrafanaTheme2;
  timeZone: string;
  replaceVariables: InterpolateFunction;
}

/**
 * What the panel draws, under the names it shows and without hidden series: Grafana hands the frames over as they were
 * before the panel's transformations and field config, so both are applied here. Never rejects.
 */
export async function panelSeries(
  frames: DataFrame[],
  model: Pick<PanelModel, 'transformations' | 'fieldConfig'>,
  surroundings: Surroundings
): Promise<PanelSeriesAnswer> {
  const transformations = readTransformations(model.transformations);
  const transformed = await transform(frames, transformations, surroundings.replaceVariables);
  const configured = applyFieldOverrides({
    data: transformed.frames,
    fieldConfig: readFieldConfig(model.fieldConfig),
    fieldConfigRegistry: seriesOptions(),
    ...surroundings,
  });
  return { series: drawn(configured), failedTransformation: transformed.failed };
}

/** One after the other, so that the one that cannot run can be named. */
async function transform(
  frames: DataFrame[],
  transformations: DataTransformerConfig[],
  interpolate: InterpolateFunction
) {
  let result = frames;
  for (const transformation of transformations) {
    const known = standardTransformersRegistry.getIfExists(transformation.id);
    try {
      // From 13.1 on Grafana passes over what it does not know, as if it had run.
      if (!known) {
        return { frames, failed: transformation.id };
      }
      // Inside a dashboard Grafana leaves the variables in the options to the caller.
      const options = interpolated(transformation.options, interpolate);
      result = await firstValueFrom(transformDataFrame([{ ...transformation, options }], result, { interpolate }));
    } catch {
      return { frames, failed: known?.name ?? transformation.id };
    }
  }
  return { frames: result, failed: null };
}

function interpolated(options: unknown, interpolate: InterpolateFunction): unknown {
  return JSON.parse(JSON.stringify(options ?? {}), (_key, value: unknown) =>
    typeof value === 'string' ? interpolate(value) : value
  );
}

function drawn(frames: DataFrame[]): PanelSeries[] {
  return frames.flatMap((frame, frameIndex) => {
    const time = frame.fields.find(({ type }) => type === FieldType.time);
    if (!time) {
      return [];
    }
    return frame.fields
      .filter((field) => field.type === FieldType.number && !isHidden(field))
      .map((field, fieldIndex) => seriesOf(`${frameIndex}.${fieldIndex}`, field, time, frame, frames));
  });
}

function seriesOf(key: string, field: Field, time: Field, frame: DataFrame, frames: DataFrame[]): PanelSeries {
  const { unit = '' } = field.config;
  return {
    key,
    name: getFieldDisplayName(field, frame, frames),
    unit,
    labels: field.labels ?? {},
    // Whole ms: a data source may give fractions, by which points would change sides at a moment that has none.
    ...withGaps(
      time.values.map((at: unknown) => Math.round(Number(at ?? NaN))),
      field.values,
      gapRuleOf(field, time)
    ),
    hints: hintsOf(field),
    refId: frame.refId,
  };
}

function isHidden({ config }: Field): boolean {
  return config.custom?.hideFrom?.viz === true;
}
