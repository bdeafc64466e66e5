import { fieldOf, listOf, textOf } from '../../domain/json/fieldOf';
import { isObject } from '../../domain/json/json';
import { shownType } from './shownType';

/** What is known of a panel that is looked for in its dashboard. */
export interface PanelSought {
  /** As Grafana shows it; NaN where Grafana gave it none. */
  id: number;
  /** With its variables; without, the id alone decides. */
  title?: string;
  /** Id of the plugin that draws it. */
  type?: string;
}

/** The panels of a v1 dashboard in Grafana's order: at the top, in collapsed rows, in the rows of the first schemas. */
export function panelsOfV1(dashboard: unknown): readonly unknown[] {
  const top = listOf(dashboard, 'panels').flatMap((panel) => [panel, ...listOf(panel, 'panels')]);
  return [...top, ...listOf(dashboard, 'rows').flatMap((row) => listOf(row, 'panels'))].filter(isObject);
}

/**
 * The stored panel that Grafana shows under an id. Grafana numbers panels without an id and those whose id is taken only
 * in the browser: such a one must have the title and type that are shown, too. Undefined when none is certain.
 */
export function findPanel(panels: readonly unknown[], { id, title, type }: PanelSought): unknown {
  const stored = panels.filter((panel) => idOf(panel) === id);
  if (stored.length === 1) {
    return stored[0];
  }
  const numbered = panels[numbersOf(panels).indexOf(id)];
  if (title === undefined || type === undefined) {
    return numbered;
  }
  const uncertain = Number.isNaN(id) ? panels : panels.filter((panel) => !isNumberedOnce(panel, panels));
  const alike = uncertain.filter((panel) => textOf(panel, 'title') === title && shownType(panel) === type);
  return alike.includes(numbered) ? numbered : alike.length === 1 ? alike[0] : undefined;
}

/** The ids as Grafana gives them: each keeps its own, but for those that have none or a taken one. */
function numbersOf(panels: readonly unknown[]): number[] {
  const taken = new Set<number>();
  let next = Math.max(0, ...panels.map((panel) => idOf(panel) ?? 0)) + 1;
  return panels.map((panel) => {
    const own = idOf(panel);
    const id = own === null || taken.has(own) ? next++ : own;
    taken.add(id);
    return id;
  });
}

function isNumberedOnce(panel: unknown, panels: readonly unknown[]): boolean {
  const own = idOf(panel);
  return own !== null && panels.filter((other) => idOf(other) === own).length === 1;
}

/** A number kept as a text is one to Grafana, too. Null for none, and for 0, which Grafana takes for none. */
function idOf(panel: unknown): number | null {
  const id = Number(fieldOf(panel, 'id'));
  return id > 0 ? id : null;
}
