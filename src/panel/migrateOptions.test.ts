import fc from 'fast-check';
import { migrateOptions } from './migrateOptions';
import { DEFAULT_OPTIONS } from './NearMissesOptions';

const OF_0_1_0 = {
  view: 'timeline',
  team: '$team',
  service: 'cart',
  days: 0,
  showStarted: true,
  showWithdrawn: false,
  limit: 500,
};

it('keeps what version 0.1.0 stored, and adds what it did not know at its default', () => {
  expect(migrateOptions(OF_0_1_0)).toEqual({ ...OF_0_1_0, groupBy: '', turnEvery: 0 });
});

it('keeps what a later version added, for the way back', () => {
  expect(migrateOptions({ ...OF_0_1_0, colour: 'by team' })).toMatchObject({ colour: 'by team', days: 0 });
});

it('puts the default in place of what has another type', () => {
  expect(migrateOptions({ days: '30', view: null, team: ['a'], limit: 7 })).toEqual({ ...DEFAULT_OPTIONS, limit: 7 });
});

it('never throws, and gives every option its type, whatever was stored', () => {
  const types = Object.entries(DEFAULT_OPTIONS).map(([key, value]) => [key, typeof value]);
  const odd = fc.oneof(fc.anything(), fc.record({ view: fc.anything(), days: fc.anything(), limit: fc.anything() }));
  fc.assert(
    fc.property(odd, (stored) => {
      const options = new Map<string, unknown>(Object.entries(migrateOptions(stored)));
      expect(types.map(([key = '']) => [key, typeof options.get(key)])).toEqual(types);
    })
  );
});
