import { aStoredPart } from '../../testing/builders/aStoredPart';
import { aChange, anAnnotation, anEntry, aNearMiss, aRecord } from '../../testing/builders/builders';
import type { Annotation } from '../codec/annotation';
import { encodeChange } from '../codec/encodeChange';
import { encodeEntry } from '../codec/encodeEntry';
import { encodeImported } from './copy';
import { encodeRecord } from '../codec/encodeRecord';
import type { Entry } from '../record/record';
import { nextMoveStep, nearMissesKeptIn } from './nextMoveStep';
import { MOST_COPY_BYTES, textBytes } from '../codec/payload';
import { type StoredPart, type WholeNearMiss } from '../fold/storedPart';
import { decodedOf } from '../codec/decoded';
import type { Place } from '../record/place';

const OLD: Place = { kind: 'organization' };
const NEW: Place = { kind: 'journal', dashboardUid: 'j' };
const THIRD: Place = { kind: 'journal', dashboardUid: 'k' };
const LINK = '/a/app/nm/queue-1-abcd';

/** Of each part the number is also when it was posted. */
const at = (id: number, over: Partial<Annotation> = {}) => ({ id, created: id, updated: id, ...over });

const record = aStoredPart(encodeRecord(aRecord(), OLD, ''), at(1));
const change = aStoredPart(encodeChange(aChange(), aNearMiss(), ''), at(2));

function entry(id: number, over: Partial<Entry> = {}, { place = OLD, login = 'anna' } = {}): StoredPart {
  return aStoredPart(encodeEntry(anEntry(over), aNearMiss({ place }), ''), at(id, { login }));
}

function copyOf(original: StoredPart, id: number, place = NEW): StoredPart {
  return aStoredPart(encodeImported(original, aNearMiss({ place }), ''), at(id, { login: 'cleo' }));
}

function stepAfter(parts: readonly StoredPart[], broken: readonly Annotation[] = [], added = false) {
  const found = {
    records: decodedOf(parts, 'record'),
    changes: decodedOf(parts, 'change'),
    entries: decodedOf(parts, 'entry'),
    broken,
  };
  return nextMoveStep(found, { from: OLD, to: NEW, added }, (id) => `/a/app/nm/${id}`);
}

/** What is done, and to the originals with which numbers, in this order. */
function told(step: ReturnType<typeof nextMoveStep>) {
  switch (step.do) {
    case 'copy':
      return ['copy', ...step.parts.map(({ original }) => original.annotation.id)];
    case 'delete':
      return ['delete', ...step.originals.map(({ annotation }) => annotation.id)];
    case 'refuse':
      return ['refuse', step.why];
    case 'nothing':
      return ['nothing'];
  }
}

const after = (...parts: StoredPart[]) => told(stepAfter(parts));

describe('a move begins', () => {
  it('with a copy of each part for the new place, the oldest first', () => {
    const parts = [record, change, entry(3)];
    const step = stepAfter([...parts].reverse());
    const target = aNearMiss({ place: NEW });
    const expected = parts.map((original) => ({ original, copy: encodeImported(original, target, LINK) }));
    expect(step).toEqual({ do: 'copy', parts: expected });
    expect(expected.map(({ copy }) => copy.dashboardUid)).toEqual(['j', 'j', 'j']);
  });

  it('with what was added to a near miss that is in the new place only where somebody asks for it', () => {
    expect(after(copyOf(record, 1), entry(3))).toEqual(['nothing']);
    expect(told(stepAfter([copyOf(record, 1), entry(3)], [], true))).toEqual(['copy', 3]);
  });

  it('with one copy of what was posted twice, the older one', () => {
    expect(after(entry(4), record, entry(3))).toEqual(['copy', 1, 3]);
  });

  it('with both of two that say the same but are by two people', () => {
    expect(after(record, entry(3), entry(4, {}, { login: 'ben' }))).toEqual(['copy', 1, 3, 4]);
  });

  it('never where nothing of it is in the old place', () => {
    expect(after(copyOf(record, 7), copyOf(entry(3), 8))).toEqual(['nothing']);
    expect(after()).toEqual(['nothing']);
  });
});

describe('a move that ended early goes on', () => {
  it('with what has no copy yet', () => {
    expect(after(record, entry(3), copyOf(record, 7))).toEqual(['copy', 3]);
    expect(after(record, change, entry(3), copyOf(record, 7), copyOf(change, 8))).toEqual(['copy', 3]);
    expect(after(record, entry(3), copyOf(entry(3), 7))).toEqual(['copy', 1]);
  });

  it('with what the new place has only from before it was moved here', () => {
    const younger = copyOf(entry(3), 5, OLD);
    expect(after(record, copyOf(record, 7), entry(3, {}, { place: NEW }), younger)).toEqual(['copy', 5]);
  });
});

describe('a move ends, once everything has a copy,', () => {
  const copies = [copyOf(record, 7), copyOf(change, 8), copyOf(entry(3), 9)];

  it('by deleting first the record, so that the copies count at once', () => {
    expect(after(record, change, entry(3), ...copies)).toEqual(['delete', 1]);
    expect(stepAfter([record, ...copies])).toEqual({ do: 'delete', originals: [record] });
  });

  it('then what was added, the newest first', () => {
    expect(after(change, entry(3), ...copies)).toEqual(['delete', 3, 2]);
  });

  it('with all that was posted twice, the newest first', () => {
    const twin = aStoredPart(encodeRecord(aRecord(), OLD, ''), at(4));
    expect(after(record, twin, ...copies)).toEqual(['delete', 4, 1]);
    expect(after(entry(3), entry(5), ...copies)).toEqual(['delete', 5, 3]);
  });
});

describe('a near miss stays where it is', () => {
  const brokenOn = (dashboardUid: string) => anAnnotation({ id: 6, dashboardUid });

  it('while something of it in the old place cannot be read', () => {
    expect(told(stepAfter([record], [brokenOn('j'), brokenOn('')]))).toEqual(['refuse', 'unreadable']);
  });

  it('while a part in the old place is of a newer version', () => {
    expect(after(record, change, entry(3, { version: 2 }))).toEqual(['refuse', 'newer-version']);
  });

  it.each([
    ['has other words', entry(9, { text: 'Other words.' }, { place: NEW })],
    ['has the same words of somebody else', entry(9, {}, { place: NEW, login: 'ben' })],
  ])('while what the new place holds under the same id %s', (_what, part) => {
    expect(after(record, change, entry(3), part)).toEqual(['refuse', 'differs']);
  });

  it.each([
    ['in a third place', THIRD],
    ['in the old place', OLD],
    ['in the new place', NEW],
  ])('while another record of its id %s would count once it is gone, and says which', (_where, place) => {
    const rival = aStoredPart(encodeRecord(aRecord({ title: 'Another' }), place, ''), at(4, { login: 'mallory' }));
    expect(stepAfter([record, rival])).toEqual({ do: 'refuse', why: 'rival', rival: rival.annotation });
    expect(after(record, rival, copyOf(record, 7))).toEqual(['refuse', 'rival']);
  });

  it('while a copy of its record lies in a third place, from a move to there', () => {
    expect(after(record, copyOf(record, 7, THIRD))).toEqual(['refuse', 'rival']);
  });

  it('in a third place, which is where alone what was added here can go', () => {
    expect(told(stepAfter([copyOf(record, 1, THIRD), entry(3)], [], true))).toEqual(['refuse', 'kept-elsewhere']);
  });

  it('while there is no record of it anywhere', () => {
    expect(after(entry(3), copyOf(entry(3), 7))).toEqual(['refuse', 'without-record']);
  });

  it('when a copy of one part would not hold what this version does not know', () => {
    const known = entry(3);
    const weather = 'x'.repeat(MOST_COPY_BYTES - textBytes(known.annotation.text) - '"weather":"",'.length);
    const text = known.annotation.text.replace('<!--near-miss {', `<!--near-miss {"weather":"${weather}",`);
    const full = { ...known, annotation: { ...known.annotation, text } };
    expect(textBytes(text)).toBe(MOST_COPY_BYTES);
    expect(after(record, full)).toEqual(['refuse', 'too-large']);
  });

  it('when a copy of one part would have a single byte too many', () => {
    const said = (length: number) => entry(3, { text: 'x'.repeat(length) });
    const copied = textBytes(encodeImported(said(1_000), aNearMiss({ place: NEW }), LINK).text);
    const most = 1_000 + MOST_COPY_BYTES - copied;
    expect(after(record, said(most))).toEqual(['copy', 1, 3]);
    expect(after(record, said(most + 1))).toEqual(['refuse', 'too-large']);
  });
});

it('moves in spite of what cannot be read, or is of a newer version, in the new place', () => {
  const newer = entry(9, { id: 'entry-9-abcd', version: 2 }, { place: NEW });
  expect(told(stepAfter([record, newer], [anAnnotation({ id: 6, dashboardUid: 'j' })]))).toEqual(['copy', 1]);
});

const ORGANIZATION = { kind: 'organization' } as const;
const JOURNAL = { kind: 'journal', dashboardUid: 'j' } as const;

interface Kept {
  record: string;
  /** Where copies of its changes lie. */
  changes?: readonly string[];
  /** Where entries lie that do not count. */
  entries?: readonly string[];
  team?: string;
}

/** One near miss, its parts kept on the named dashboards. */
function whole(id: string, { record, changes = [], entries = [], team = 'payments' }: Kept): WholeNearMiss {
  const on = (dashboardUid: string) => anAnnotation({ dashboardUid });
  return {
    nearMiss: aNearMiss({ id, team }),
    record: { what: 'record', record: aRecord({ id, team }), annotation: on(record), unreadParts: [] },
    changes: [],
    entries: [],
    spare: changes.map((uid) => ({ what: 'change', change: aChange(), annotation: on(uid), unreadParts: [] })),
    foreign: entries.map((uid) => ({ what: 'entry', entry: anEntry(), annotation: on(uid) })),
  };
}

const idsIn = (all: readonly WholeNearMiss[], place: typeof ORGANIZATION | typeof JOURNAL, team = '') => {
  const found = nearMissesKeptIn(all, place, team);
  const ids = (some: readonly WholeNearMiss[]) => some.map(({ nearMiss }) => nearMiss.id);
  return { whole: ids(found.whole), leftovers: ids(found.leftovers), addedTo: ids(found.addedTo) };
};

it('keeps a near miss where its record is, wherever the rest of it is', () => {
  const all = [whole('a', { record: 'j', changes: [''], entries: ['k'] }), whole('b', { record: 'j' })];
  expect(idsIn(all, JOURNAL)).toEqual({ whole: ['a', 'b'], leftovers: [], addedTo: [] });
});

it('calls what has its copy elsewhere a leftover, and tells it from what was only added', () => {
  const all = [whole('a', { record: 'j', changes: [''] }), whole('b', { record: 'j', entries: ['j', ''] })];
  expect(idsIn(all, ORGANIZATION)).toEqual({ whole: [], leftovers: ['a'], addedTo: ['b'] });
});

it('tells of nothing that has no part in the place', () => {
  const all = [whole('a', { record: 'k', changes: ['k'], entries: [''] }), whole('b', { record: '' })];
  expect(idsIn(all, JOURNAL)).toEqual({ whole: [], leftovers: [], addedTo: [] });
});

describe('narrowed to a team', () => {
  const all = [
    whole('a', { record: 'j', team: ' Payments ' }),
    whole('b', { record: 'j', team: 'search' }),
    whole('c', { record: '', entries: ['j'], team: 'PAYMENTS' }),
    whole('d', { record: '', entries: ['j'], team: '' }),
  ];

  it('has the near misses of that team alone, however either name was typed', () => {
    expect(idsIn(all, JOURNAL, '  payMents')).toEqual({ whole: ['a'], leftovers: [], addedTo: ['c'] });
    expect(idsIn(all, JOURNAL, 'pay')).toEqual({ whole: [], leftovers: [], addedTo: [] });
  });

  it.each(['', '  '])('has all when %j is the team', (team) => {
    expect(idsIn(all, JOURNAL, team)).toEqual({ whole: ['a', 'b'], leftovers: [], addedTo: ['c', 'd'] });
  });
});
