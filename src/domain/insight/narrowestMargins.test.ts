import { aNearMiss, aNearMissWithoutGraph, AN_OPEN_PROJECTION } from '../../testing/builders/builders';
import { narrowestMargins } from './narrowestMargins';

const { actedAt } = aNearMiss();
const from = (id: string, lo: number | null, hi: number | null) =>
  aNearMiss({
    id,
    projection: {
      ...AN_OPEN_PROJECTION,
      ok: true,
      p: 0.66,
      method: 'replay',
      lo: lo && actedAt + lo,
      crossing: actedAt + 90,
      hi: hi && actedAt + hi,
    },
  });

it('puts the narrowest lower end first and keeps an end open that is', () => {
  const spans = narrowestMargins([from('wide', 50, 200), from('narrow', 5, null), from('even', 5, 80)]);
  expect(spans.map(({ nearMiss, ...span }) => ({ id: nearMiss.id, ...span }))).toEqual([
    { id: 'even', atLeast: 5, atMost: 80 },
    { id: 'narrow', atLeast: 5, atMost: null },
    { id: 'wide', atLeast: 50, atMost: 200 },
  ]);
});

it('has no margin where none can be told, and no upper end below the lower', () => {
  const refused = aNearMiss({ projection: { ...AN_OPEN_PROJECTION, ok: false, reason: 'no-trend' } });
  expect(
    narrowestMargins([aNearMissWithoutGraph(), refused, from('late', -5, null), from('none', null, null)])
  ).toEqual([]);
  expect(narrowestMargins([from('odd', 50, 20)])).toMatchObject([{ atLeast: 50, atMost: null }]);
});
