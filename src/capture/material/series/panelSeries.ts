import {
  applyFieldOverrides,
  type DataFrame,
  type DataTransformerConfig,
  type Field,
  type GrafanaTheme2,
  type InterpolateFunction,
  standardTransformersRegistry,
  transformDataFrame,
} from '@grafana/data';
import { firstValueFrom } from 'rxjs';
import type { PanelSeries } from '../../../domain/projection/panelSeries';
import type { PanelModel } from '../../../grafana/panelModel';
import { drawnSeries } from './drawnSeries';
import { meaningOf } from '../../../domain/projection/offer/meaningOf';
import { hintsOf } from './hintsOf';
import { readFieldConfig, readTransformations, seriesOptions } from './panelConfig';
import { namedSeries, toldApart } from './seriesNames';
import { withTotals } from './stackTotals';
import { type NoSeries, whyNone, whyNoneAtAll } from './whyNoSeries';

export interface PanelSeriesAnswer {
  series: PanelSeries[];
  /** Why there are none; null when there are. */
  noSeries: NoSeries | null;
  /** Name of the transformation that cannot run here; then the series are the raw ones. */
  failedTransformation: string | null;
}

/** Of the panel's stored model, what shapes its series. */
type PanelShape = Pick<PanelModel, 'transformations' | 'fieldConfig'> & Partial<Pick<PanelModel, 'type'>>;

interface Surroundings {
  theme: GrafanaTheme2;
  timeZone: string;
  replaceVariables: InterpolateFunction;
  /** As shown, variables filled; with the queries it tells whether somebody named the only series. */
  panelTitle?: string;
  queries?: readonly unknown[];
}

/**
 * What the panel draws, under the names it shows and without hidden series: Grafana hands the frames over as they were
 * before the panel's transformations and field config, so both are applied here. Never rejects.
 */
export async function panelSeries(
  frames: DataFrame[],
  model: PanelShape,
  { panelTitle = '', queries = [], ...surroundings }: Surroundings
): Promise<PanelSeriesAnswer> {
  const transformations = readTransformations(model.transformations);
  const transformed = await transform(frames, transformations, surroundings.replaceVariables);
  const failedTransformation = transformed.failed;
  const none = whyNoneAtAll(model.type ?? '', transformed.frames);
  if (none) {
    return { series: [], noSeries: none, failedTransformation };
  }
  const configured = applyFieldOverrides({
    data: transformed.frames,
    fieldConfig: readFieldConfig(model.fieldConfig),
    fieldConfigRegistry: seriesOptions(),
    ...surroundings,
  });
  const { replaceVariables } = surroundings;
  const hints = (field: Field) => hintsOf(field, replaceVariables, model.type);
  const drawn = drawnSeries(configured, hints).map(({ field, series }) => ({
    field,
    // Some data sources leave the variables of a legend to whoever shows it.
    series: { ...series, name: replaceVariables(series.name) },
  }));
  const overTime = drawn.filter(({ series }) => whyNone(series) === null);
  const all = withTotals(namedSeries(overTime, { panelTitle, queries }));
  // A total may have the name of a series that is drawn.
  const names = toldApart(all);
  const series = all.map((one, i) => ({
    ...one,
    name: names[i] ?? one.name,
    hints: { ...one.hints, meaning: meaningOf([one.name, panelTitle]) },
  }));
  const [first] = drawn;
  const whyNot = first ? whyNone(first.series) : configured.length > 0 ? 'not-over-time' : 'nothing';
  return { series, noSeries: series.length > 0 ? null : whyNot, failedTransformation };
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
