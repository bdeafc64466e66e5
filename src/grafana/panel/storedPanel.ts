import { fieldOf, listOf, textOf } from '../../domain/json/fieldOf';
import { findPanel, panelsOfV1, type PanelSought } from './findPanel';
import { fieldOptionsConfig } from './legacyFieldOptions';
import { graphFieldConfig } from './legacyGraph';
import { singlestatFieldConfig } from './legacySinglestat';
import { isGraph, shownType, storedType } from './shownType';

/** What a dashboard stores of one panel. */
export interface StoredPanel {
  title: string;
  /** Id of the plugin that draws it by now, such as `timeseries`; empty when the dashboard does not say. */
  type: string;
  /** Its own time range in place of the dashboard's, such as `2h` or `now/d`; empty without one. */
  timeFrom: string;
  /** How far its range lies before the dashboard's, such as `1d`; empty without. */
  timeShift: string;
  /** Whether the panel keeps quiet about a time of its own. */
  hideTimeOverride: boolean;
  /** Grafana's FieldConfigSource: `{defaults, overrides}`, also of panels that have it otherwise; undefined when there is none. */
  fieldConfig: unknown;
  /** Grafana's DataTransformerConfig list: `{id, options, …}`. */
  transformations: readonly unknown[];
  /** Uid of the library panel that it is, or empty; then the library holds all but its title. */
  library: string;
}

/** A panel as v1 dashboards and the library store it, wherever the rest of it is kept. */
export function plainPanel(panel: unknown): StoredPanel {
  return {
    title: textOf(panel, 'title'),
    type: shownType(panel),
    ...ownTimeOf(panel),
    fieldConfig: fieldConfigOf(panel),
    transformations: listOf(fieldOf(panel, 'transformations')),
    library: '',
  };
}

/** Panels of older Grafanas are stored as those left them; Grafana makes them new in each browser. */
function fieldConfigOf(panel: unknown): unknown {
  const type = storedType(panel);
  if (isGraph(type)) {
    return graphFieldConfig(panel);
  }
  return type !== 'stat' && shownType(panel) === 'stat'
    ? singlestatFieldConfig(panel)
    : (fieldOptionsConfig(panel) ?? fieldOf(panel, 'fieldConfig'));
}

/** The panel of a v1 dashboard that Grafana shows as the one sought; null when none is certain. */
export function panelOfV1(dashboard: unknown, sought: PanelSought): StoredPanel | null {
  const panel = findPanel(panelsOfV1(dashboard), sought);
  return panel === undefined ? null : { ...plainPanel(panel), library: textOf(panel, 'libraryPanel', 'uid') };
}

/** The element of that id of a v2 dashboard's spec; null when there is none. */
export function panelOfV2(spec: unknown, { id }: PanelSought): StoredPanel | null {
  const elements = fieldOf(spec, 'elements');
  const all: unknown[] = typeof elements === 'object' && elements !== null ? Object.values(elements) : [];
  const element = all.find((candidate) => fieldOf(candidate, 'spec', 'id') === id);
  if (element === undefined) {
    return null;
  }
  return {
    title: textOf(element, 'spec', 'title'),
    type: typeOfV2(fieldOf(element, 'spec', 'vizConfig')),
    ...ownTimeOf(fieldOf(element, 'spec', 'data', 'spec', 'queryOptions')),
    fieldConfig: fieldOf(element, 'spec', 'vizConfig', 'spec', 'fieldConfig'),
    transformations: listOf(fieldOf(element, 'spec', 'data', 'spec', 'transformations')).map(transformationOfV2),
    library: textOf(element, 'spec', 'libraryPanel', 'uid'),
  };
}

function ownTimeOf(stored: unknown): Pick<StoredPanel, 'timeFrom' | 'timeShift' | 'hideTimeOverride'> {
  return {
    timeFrom: textOf(stored, 'timeFrom'),
    timeShift: textOf(stored, 'timeShift'),
    hideTimeOverride: fieldOf(stored, 'hideTimeOverride') === true,
  };
}

// v2alpha1 says the plugin as `kind`; later versions as `group`, and `kind` is always VizConfig.
function typeOfV2(vizConfig: unknown): string {
  return textOf(vizConfig, 'group') || textOf(vizConfig, 'kind');
}

// v2beta1 wraps the config: {kind: <id>, spec: {id?, options, …}}; later versions name the transformation `group`.
function transformationOfV2(transformation: unknown): unknown {
  const spec = fieldOf(transformation, 'spec');
  const id = textOf(spec, 'id') || textOf(transformation, 'group') || textOf(transformation, 'kind');
  return typeof spec === 'object' && spec !== null ? { ...spec, id } : transformation;
}
