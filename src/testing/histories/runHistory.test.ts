/** @jest-environment node */
import { STEPS } from './steps';
import { runHistory } from './runHistory';

jest.mock('@grafana/runtime', () => ({
  config: { appUrl: 'https://grafana.example.org/', namespace: 'default', bootData: { user: {} } },
}));

const wrongIn = async (seeds: readonly number[], steps: number) => {
  const wrong: string[] = [];
  const names = new Set<string>();
  let promised = 0;
  for (const seed of seeds) {
    const result = await runHistory(seed, steps);
    promised += result.promised;
    result.steps.forEach((name) => names.add(name));
    wrong.push(...result.wrongs.map(({ how, what }) => `seed ${seed}: ${how} (${what})`));
  }
  return { wrong, names, promised };
};

it('loses, doubles and misattributes nothing in 2,000 short random histories', async () => {
  const { wrong, names, promised } = await wrongIn(
    Array.from({ length: 2_000 }, (_, at) => at + 1),
    12
  );
  expect(wrong).toEqual([]);
  expect(names.size).toBe(STEPS.length);
  expect(promised).toBeGreaterThan(300);
}, 180_000);

it('comes out the same for the same seed', async () => {
  expect(await runHistory(7, 30)).toEqual(await runHistory(7, 30));
});

it.each([368, 455, 462, 484, 505, 512])(
  'sends what a page that is gone still held when the clock was set back (seed %i)',
  async (seed) => {
    expect((await runHistory(seed, 80)).wrongs).toEqual([]);
  }
);

it.each([1844, 5192, 7257, 11013, 13825])(
  'counts what was written while its near miss was moved (seed %i)',
  async (seed) => {
    expect((await runHistory(seed, 40)).wrongs).toEqual([]);
  }
);
