import { encodeChange } from '../../domain/codec/encodeChange';
import { encodeEntry } from '../../domain/codec/encodeEntry';
import { encodeMarker } from '../../domain/codec/encodeMarker';
import { encodeRecord } from '../../domain/codec/encodeRecord';
import { aChange, anEntry, aNearMiss } from '../../testing/builders/builders';
import { FORBIDDEN, storeStage } from '../../testing/stages/storeStage';
import { valueIn } from '../../testing/grafana/valueIn';
import { findParts, recordsOf } from './readParts';

const ID = 'queue-1-abcd';
const OTHER = 'other-1-abcd';
const ORGANIZATION = { kind: 'organization' } as const;

/** What is stored of a near miss; `tag` is the tag of the id that the annotations carry, whatever they say. */
function partsOf(id: string, tag = id) {
  const nearMiss = aNearMiss({ id });
  const times = { time: 1, timeEnd: 2, text: 'x', tags: [] };
  const retagged = <T extends { tags: readonly string[] }>(annotation: T) => ({
    ...annotation,
    tags: annotation.tags.map((each) => (each === `nm:${id}` ? `nm:${tag}` : each)),
  });
  return {
    record: retagged(encodeRecord(nearMiss, ORGANIZATION, '')),
    change: retagged(encodeChange(aChange({ nearMiss: id }), nearMiss, '')),
    entry: retagged(encodeEntry(anEntry({ nearMiss: id }), nearMiss, '')),
    marker: retagged({ ...times, ...encodeMarker(nearMiss, '') }),
  };
}

type Posting = Parameters<ReturnType<typeof storeStage>['annotations']['post']>[0];

async function read(...postings: readonly Posting[]) {
  const stage = storeStage();
  for (const posting of postings) {
    valueIn(await stage.annotations.post(posting));
  }
  const parts = valueIn(await findParts(stage.context.port, ID));
  const idsOf = (items: ReadonlyArray<{ annotation: { id: number } }>) => items.map(({ annotation }) => annotation.id);
  return {
    asked: stage.asked,
    records: idsOf(parts.records),
    changes: idsOf(parts.changes).sort(),
    entries: idsOf(parts.entries),
    markers: parts.markers.map(({ id }) => id).sort(),
    broken: parts.broken.map(({ id }) => id).sort(),
  };
}

const NOTHING = { records: [], changes: [], entries: [], markers: [], broken: [] };

it('sorts what is stored under the id, records and entries oldest first', async () => {
  const { record, change, entry, marker } = partsOf(ID);
  const second = { ...entry, text: entry.text.replace('entry-1-abcd', 'entry-2-abcd') };
  expect(await read(record, change, entry, marker, record, second)).toEqual({
    asked: [['find', { tags: [`nm:${ID}`], limit: 100 }]],
    records: [1, 5],
    changes: [2],
    entries: [3, 6],
    markers: [4],
    broken: [],
  });
});

it('is empty where nothing is stored', async () => {
  expect(await read()).toMatchObject(NOTHING);
});

it('leaves out what carries the tag and belongs to another near miss, or is none of ours', async () => {
  const { record, change, entry } = partsOf(OTHER, ID);
  const note = { time: 1, timeEnd: 1, text: 'note' };
  const draft = { ...note, tags: ['near-miss', `nm:${ID}`] };
  expect(await read(record, change, entry, draft, { ...note, tags: [`nm:${ID}`] })).toMatchObject(NOTHING);
});

it('leaves out a marker that lost the tag to another near miss', async () => {
  const stage = storeStage();
  const id = valueIn(await stage.annotations.post(partsOf(ID).marker));
  await stage.annotations.patch(id, { tags: ['near-miss-marker', `nm:${OTHER}`] });
  expect(valueIn(await findParts(stage.context.port, ID))).toEqual(NOTHING);
});

describe('what is broken', () => {
  const broken = { time: 1, timeEnd: 1, text: 'Near miss <!--near-miss {"what":' };

  it.each(['near-miss', 'near-miss-change', 'near-miss-retro'])('is told when it carries %s', async (tag) => {
    expect(await read({ ...broken, tags: [tag, `nm:${ID}`] })).toMatchObject({ ...NOTHING, broken: [1] });
  });

  it('is a marker like any other when it carries near-miss-marker', async () => {
    expect(await read({ ...broken, tags: ['near-miss-marker', `nm:${ID}`] })).toMatchObject({
      ...NOTHING,
      markers: [1],
    });
  });

  it('is not told when it carries no tag of ours', async () => {
    expect(await read({ ...broken, tags: ['note', `nm:${ID}`] })).toMatchObject(NOTHING);
  });

  it('is not told when the tag of the id was removed from it', async () => {
    const stage = storeStage();
    const id = valueIn(await stage.annotations.post({ ...broken, tags: ['near-miss', `nm:${ID}`] }));
    await stage.annotations.patch(id, { tags: ['near-miss', `nm:${OTHER}`] });
    expect(valueIn(await findParts(stage.context.port, ID))).toEqual(NOTHING);
  });

  it('is not told when it is no annotation at all', async () => {
    const { context } = storeStage();
    const odd = { ...context.port, find: async () => ({ ok: true, value: [null, 7, {}] }) as const };
    expect(valueIn(await findParts(odd, ID))).toEqual(NOTHING);
  });
});

it('passes on what went wrong', async () => {
  const { context, annotations } = storeStage();
  annotations.failNext('find', { failure: FORBIDDEN });
  expect(await findParts(context.port, ID)).toEqual({ ok: false, failure: FORBIDDEN });
  expect(await findParts(context.port, ID, AbortSignal.abort())).toMatchObject({ failure: { kind: 'aborted' } });
});

it('knows the records of one near miss among annotations as Grafana gives them', () => {
  const { record, change } = partsOf(ID);
  const raw = (id: number, annotation: Posting) => ({ ...annotation, id, created: 10 - id, updated: 10 - id });
  const all = [raw(1, record), raw(2, change), raw(3, record), raw(4, partsOf(OTHER, ID).record), null];
  expect(recordsOf(all, ID).map(({ annotation }) => annotation.id)).toEqual([1, 3]);
  expect(recordsOf([], ID)).toEqual([]);
});
