import { fieldOf, listOf } from '../domain/json/fieldOf';

/**
 * Has the dashboard on screen ask for its own annotations again, by the one way that Grafana has after saving an annotation of its
 * own; false where there is none, as with annotations switched off, or a Grafana that is built otherwise.
 */
export function redrawAnnotations(): boolean {
  // Grafana's scene, which no interface for plugins leads to: nothing of it is taken for granted.
  const layers = listOf(window, '__grafanaSceneContext', 'state', '$data', 'state', 'annotationLayers');
  const own = layers.filter(
    (layer) => fieldOf(layer, 'state', 'isEnabled') === true && Boolean(fieldOf(layer, 'state', 'query', 'builtIn'))
  );
  return own.some(run);
}

function run(layer: unknown): boolean {
  const runLayer = fieldOf(layer, 'runLayer');
  if (typeof runLayer !== 'function') {
    return false;
  }
  try {
    Reflect.apply(runLayer, layer, []);
    return true;
  } catch {
    // What Grafana trips over is none of what was saved: its marker then shows with the next refresh, as `false` says.
    return false;
  }
}
