import { A_RISING_TREND } from '../../testing/builders/aRisingTrend';
import type { Limit } from '../projection/limit';
import type { Projection } from '../projection/projection';
import { traitsOf } from './traitsOf';

const cpu = { name: 'cpu', unit: 'percent', times: [1, 2, 3], values: [20, 40, 90] };
const limit = (origin: Limit['origin']): Limit => ({ ...A_RISING_TREND.limit, value: 400, unit: 'percent', origin });
const refused = { ok: false, reason: 'limit-unreachable', window: { from: 1, to: 3 }, horizon: 4, points: 3 } as const;
const answered: Projection = {
  ...{ crossing: 4, lo: 4, hi: null, p: 0.9, method: 'replay' },
  ...{ window: refused.window, horizon: 4, points: 3 },
  ok: true,
};
const ceiling = (told: Partial<Parameters<typeof traitsOf>[1]>) =>
  traitsOf(cpu, { source: null, limit: null, projection: null, ...told }).ceiling;

it('knows where a percentage ends', () => {
  expect(ceiling({})).toBe(100);
});

it('takes for within reach what the panel offered, and what was projected to', () => {
  expect(ceiling({ limit: limit('max') })).toBeUndefined();
  expect(ceiling({ limit: limit('line'), projection: refused })).toBeUndefined();
  expect(ceiling({ limit: limit('typed'), projection: answered })).toBeUndefined();
});

it('leaves a typed limit out of reach that was refused as such', () => {
  expect(ceiling({ limit: limit('typed'), projection: refused })).toBe(100);
  expect(ceiling({ limit: limit('typed') })).toBe(100);
});
