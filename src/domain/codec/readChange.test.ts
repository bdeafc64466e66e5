import { decode } from './decode';

const item = (payload: object) =>
  decode({ id: 3, text: `<!--near-miss ${JSON.stringify(payload)}-->`, tags: ['near-miss-change', 'nm:n'] });
const CHANGE = { what: 'change', version: 1, id: 'c', nearMiss: 'n', set: { title: 'x' }, base: { title: ['b'] } };
const ENTRY = { what: 'entry', version: 1, id: 'e', nearMiss: 'n', text: 'words' };

it('reads what a change sets, what it was based on, and who wrote it first', () => {
  const writtenBy = { login: 'anna', at: 5 };
  expect(item({ ...CHANGE, writtenBy })).toMatchObject({
    change: { version: 1, id: 'c', nearMiss: 'n', set: { title: 'x' }, base: { title: ['b'] }, writtenBy },
    unreadParts: [],
  });
});

it.each([
  ['a field it cannot read', { set: { title: 7, cue: 'y' } }, { set: { cue: 'y' } }, ['title']],
  ['a base that is no list', { base: { title: 'b' } }, { base: { title: [] } }, ['base.title']],
  ['a first writer without a login', { writtenBy: { at: 1 } }, { writtenBy: null }, ['writtenBy']],
])('names %s and reads the rest of a change', (_what, over, change, unreadParts) => {
  expect(item({ ...CHANGE, ...over })).toMatchObject({ what: 'change', change, unreadParts });
});

it('leaves names that are no fields out of what a change is based on', () => {
  expect(item({ ...CHANGE, base: { title: ['b'], evidence: ['b'], constructor: ['b'] } })).toMatchObject({
    change: { base: { title: ['b'] } },
  });
  const read = item({ ...CHANGE, base: { evidence: ['b'] } });
  expect(read.what === 'change' && Object.keys(read.change.base)).toEqual([]);
});

it('reads an entry that says no more than its words', () => {
  expect(item(ENTRY)).toMatchObject({
    entry: {
      version: 1,
      id: 'e',
      nearMiss: 'n',
      type: 'takeaway',
      question: '',
      asked: '',
      text: 'words',
      replaces: '',
      writtenBy: null,
    },
  });
});

it.each([
  ['its id', { id: 'a b' }],
  ['its near miss', { nearMiss: 5 }],
  ['what it sets or says', { set: 'all', text: 5 }],
])('cannot read a change or an entry without %s', (_what, over) => {
  expect(item({ ...CHANGE, ...over })).toMatchObject({
    what: 'unreadable',
    reason: 'Its stored data lacks id, near miss or fields.',
  });
  expect(item({ ...ENTRY, ...over })).toMatchObject({
    what: 'unreadable',
    reason: 'Its stored data lacks id, near miss or text.',
  });
});
