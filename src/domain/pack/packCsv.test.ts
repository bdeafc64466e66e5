import fc from 'fast-check';
import { typedText } from '../../testing/builders/arbitraries';
import { aNearMiss, aNearMissWithoutGraph } from '../../testing/builders/builders';
import { readCsv, rowsOf } from '../../testing/builders/readCsv';
import type { NearMiss } from '../fold/nearMiss';
import { packCsv } from './packCsv';
import type { FollowUps } from './packStory';

const iso = (at: number) => new Date(at).toISOString().replace('Z', '+00:00');
const csv = (nearMisses: readonly NearMiss[], followUps: FollowUps = null) =>
  packCsv(
    { nearMisses, isExamples: false, leavesOutExamples: false },
    { followUps, iso, link: (id) => `https://g.example/${id}` }
  );

it('has moments with their offset and margins in whole minutes', () => {
  expect(rowsOf(csv([aNearMiss()]))[0]).toMatchObject({
    actedAt: '2026-11-03T14:58:00.000+00:00',
    marginAtLeastMinutes: '48',
    marginAroundMinutes: '75',
    chance: '0.66',
    savedBy: 'person; luck',
    followUps: '',
    link: 'https://g.example/queue-1-abcd',
  });
});

it('has empty cells without a graph, and for a moment that no calendar has', () => {
  expect(rowsOf(csv([aNearMissWithoutGraph({ actedAt: 9e15 })]))[0]).toMatchObject({
    actedAt: '',
    marginAtLeastMinutes: '',
    chance: '',
    limit: '',
  });
});

it('holds follow-ups once they were read, one a line', () => {
  const followUps = new Map([['queue-1-abcd', ['An alert', '=HYPERLINK("x")']]]);
  expect(rowsOf(csv([aNearMiss()], followUps))[0]?.followUps).toBe('An alert\n\'=HYPERLINK("x")');
});

it('names nobody', () => {
  expect(csv([aNearMiss({ recordedFor: 'Berta Beispiel' })])).not.toMatch(/anna|Berta/);
});

it('comes back as typed, but for apostrophes, and is no formula, for any text', () => {
  fc.assert(
    fc.property(typedText, typedText, (cue, outcome) => {
      const table = csv([aNearMiss({ cue, outcome }), aNearMissWithoutGraph()]);
      const bare = (text = '') => text.replaceAll("'", '');
      const [first] = rowsOf(table);
      expect([bare(first?.cue), bare(first?.outcome)]).toEqual([bare(cue), bare(outcome)]);
      const cells = readCsv(table);
      expect(new Set(cells.map((line) => line.length)).size).toBe(1);
      expect(cells.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    })
  );
});
