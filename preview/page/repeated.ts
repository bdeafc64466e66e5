import type { Dashboard, Panel } from './queries';
import { valuesOf } from './templates';

/** All panels and rows in their places: those that are repeated for a variable once for each of its values, one below the other. */
export function repeated(dashboard: Dashboard): Panel[] {
  const blocks = blocksOf(dashboard.panels ?? []);
  let pushed = 0;
  return blocks.flatMap((block) => {
    const name = block[0]?.repeat;
    const values = name ? valuesOf(name, dashboard) : [];
    const top = Math.min(...block.map(({ gridPos }) => gridPos.y));
    const height = Math.max(...block.map(({ gridPos: { y, h } }) => y + h)) - top;
    const copies = name ? values.map((value) => scoped(block, name, value)) : [block];
    const placed = copies.flatMap((copy, turn) => copy.map((panel) => lower(panel, pushed + turn * height)));
    pushed += (copies.length - 1) * height;
    return placed;
  });
}

/** A row with the panels below it, up to the next row; each panel before the first row by itself. */
function blocksOf(panels: Panel[]): Panel[][] {
  const blocks: Panel[][] = [];
  let row: Panel[] | undefined;
  for (const panel of panels) {
    if (panel.type === 'row') {
      row = [panel, ...(panel.panels ?? [])];
      blocks.push(row);
    } else if (row) {
      row.push(panel);
    } else {
      blocks.push([panel]);
    }
  }
  return blocks;
}

const scoped = (block: Panel[], name: string, value: string) =>
  block.map((panel) => ({ ...panel, scopedVars: { ...panel.scopedVars, [name]: { text: value, value } } }));

const lower = (panel: Panel, by: number): Panel => ({ ...panel, gridPos: { ...panel.gridPos, y: panel.gridPos.y + by } });
