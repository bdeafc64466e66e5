import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldOf, textOf } from '../../domain/json/fieldOf';
import { parseJson } from '../../domain/json/parseJson';
import { drawn, PANEL_ID, type PanelCase, RANGE } from './panelCase';

const MINUTE = 60_000;

/** The panel *Queue* of the example dashboard, with its data as TestData gives them, that many minutes on. */
export function exampleQueue(minutes: number): PanelCase {
  const stored = parseJson(
    readFileSync(join(__dirname, '../../../provisioning/dashboards/checkout-service.json'), 'utf8')
  );
  const panels = fieldOf(stored, 'panels');
  const queue: unknown = Array.isArray(panels) ? panels.find((one) => textOf(one, 'title') === 'Queue') : undefined;
  const wave = fieldOf(queue, 'targets', '0', 'csvWave', '0');
  const values = textOf(wave, 'valuesCSV').split(',').map(Number);
  const step = Number(fieldOf(wave, 'timeStep')) * 1000;
  const length = RANGE.to - RANGE.from;
  return {
    name: `the example queue, ${minutes} min on`,
    answers: {
      'GET /api/dashboards/uid/d': { dashboard: { panels: [{ ...Object(queue), id: PANEL_ID }] }, meta: {} },
    },
    frames: [
      drawn('A-series', (part) => values[Math.floor((part * length + minutes * MINUTE) / step) % values.length] ?? NaN),
    ],
    variables: {},
    want: { series: 'orders waiting', heads: 'rising', limit: 20_000, chips: [0, 15_000, 20_000] },
  };
}
