import { applyFieldOverrides, booleanOverrideProcessor, displayNameOverrideProcessor, FieldConfigOptionsRegistry } from '@grafana/data';
import { identityOverrideProcessor, numberOverrideProcessor, standardEditorsRegistry } from '@grafana/data';
import { standardFieldConfigEditorRegistry, standardTransformers, standardTransformersRegistry } from '@grafana/data';
import { stringOverrideProcessor, ThresholdsMode, thresholdsOverrideProcessor, unitOverrideProcessor } from '@grafana/data';
import { valueMappingsOverrideProcessor } from '@grafana/data';
import type { DataFrame, FieldConfigPropertyItem, FieldConfigSource } from '@grafana/data';
import { config, getTemplateSrv } from '@grafana/runtime';

const STANDARD: Record<string, FieldConfigPropertyItem['process']> = {
  unit: unitOverrideProcessor,
  min: numberOverrideProcessor,
  max: numberOverrideProcessor,
  decimals: numberOverrideProcessor,
  displayName: displayNameOverrideProcessor,
  description: stringOverrideProcessor,
  noValue: stringOverrideProcessor,
  filterable: booleanOverrideProcessor,
  color: identityOverrideProcessor,
  thresholds: thresholdsOverrideProcessor,
  mappings: valueMappingsOverrideProcessor,
  links: identityOverrideProcessor,
};

/** The options of the time series panel that @grafana/ui's TimeSeries draws, with the panel's defaults. */
const GRAPH = {
  ...{ drawStyle: 'line', lineInterpolation: 'linear', lineWidth: 1, lineStyle: { fill: 'solid' }, lineColor: undefined },
  ...{ fillOpacity: 0, fillColor: undefined, fillBelowTo: undefined, gradientMode: 'none', stacking: { mode: 'none', group: 'A' } },
  ...{ spanNulls: false, insertNulls: false, showPoints: 'auto', pointSize: 5, scaleDistribution: { type: 'linear' } },
  ...{ axisPlacement: 'auto', axisLabel: '', axisSoftMin: undefined, axisSoftMax: undefined, axisBorderShow: false },
  ...{ thresholdsStyle: { mode: 'off' }, hideFrom: { tooltip: false, viz: false, legend: false } },
};

/** A panel names these when it lists its options; the preview has no panel editor to show them in. */
const OPTION_EDITORS = 'text number slider boolean select multi-select radio unit color fieldColor strings timezone dashboard-uid'.split(
  ' '
);

const editor = () => null;

function toItem(id: string, process: FieldConfigPropertyItem['process'], custom: boolean): FieldConfigPropertyItem {
  const shared = { path: id, name: id, editor, override: editor, process, shouldApply: () => true };
  return { ...shared, id: custom ? `custom.${id}` : id, isCustom: custom };
}

const standardItems = () => Object.entries(STANDARD).map(([id, process]) => toItem(id, process, false));
const graphItems = () => Object.keys(GRAPH).map((id) => toItem(id, identityOverrideProcessor, true));
const graphRegistry = new FieldConfigOptionsRegistry(() => [...standardItems(), ...graphItems()]);

export function setUpRegistries() {
  standardFieldConfigEditorRegistry.setInit(standardItems);
  standardEditorsRegistry.setInit(() => OPTION_EDITORS.map((id) => ({ id, name: id, editor })));
  standardTransformersRegistry.setInit(() =>
    [...new Set(Object.values(standardTransformers))].map((transformer) => ({
      id: transformer.id,
      name: transformer.name,
      description: transformer.description,
      imageDark: '',
      imageLight: '',
      editor,
      transformation: () => Promise.resolve(transformer),
    }))
  );
}

/** A panel's field configuration, with Grafana's defaults where the model is silent, applied to its frames. */
export function configureFrames(frames: DataFrame[], { defaults, overrides }: FieldConfigSource, timeZone: string) {
  const steps = [
    { value: -Infinity, color: 'green' },
    { value: 80, color: 'red' },
  ];
  return applyFieldOverrides({
    data: frames,
    fieldConfig: {
      defaults: {
        color: { mode: 'palette-classic' },
        thresholds: { mode: ThresholdsMode.Absolute, steps },
        ...defaults,
        custom: { ...GRAPH, ...defaults.custom },
      },
      overrides,
    },
    fieldConfigRegistry: graphRegistry,
    replaceVariables: (text, scoped) => getTemplateSrv().replace(text, scoped),
    theme: config.theme2,
    timeZone,
  });
}
