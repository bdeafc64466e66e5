import { encodeChange } from '../../domain/codec/encodeChange';
import { encodeEntry } from '../../domain/codec/encodeEntry';
import { encodeRecord } from '../../domain/codec/encodeRecord';
import { aChange, anEntry, aNearMiss, aRecord } from '../../testing/builders/builders';
import { FORBIDDEN, storeStage } from '../../testing/stages/storeStage';
import { valueIn } from '../../testing/grafana/valueIn';
import { readEverything } from './readEverything';

const TAGS = ['near-miss', 'near-miss-change', 'near-miss-retro'];
const ORGANIZATION = { kind: 'organization' } as const;

it('brings near misses with their changes and entries in one request', async () => {
  const { context, annotations, asked } = storeStage();
  valueIn(await annotations.post(encodeRecord(aRecord(), ORGANIZATION, '')));
  valueIn(await annotations.post(encodeChange(aChange(), aNearMiss(), '')));
  valueIn(await annotations.post(encodeEntry(anEntry(), aNearMiss(), '')));
  const told: number[] = [];
  const { whole } = valueIn(await readEverything(context.port, { onProgress: (count) => told.push(count) }));
  expect(whole).toHaveLength(1);
  expect(whole[0]).toMatchObject({
    nearMiss: { id: 'queue-1-abcd', status: 'discussed' },
    record: { annotation: { id: 1 } },
    changes: [{ annotation: { id: 2 } }],
    entries: [{ annotation: { id: 3 } }],
  });
  expect(asked).toEqual([['find', { tags: TAGS, matchAny: true, limit: 100 }]]);
  expect(told).toEqual([]);
});

it('tells after each page but the last how many came so far', async () => {
  const { context, annotations } = storeStage();
  for (let index = 0; index < 103; index++) {
    const stretch = { from: 2000 + index, to: 2000 + index };
    valueIn(await annotations.post(encodeRecord(aRecord({ id: `record-${1000 + index}`, stretch }), ORGANIZATION, '')));
  }
  const told: number[] = [];
  const { whole } = valueIn(await readEverything(context.port, { onProgress: (count) => told.push(count) }));
  expect(whole).toHaveLength(103);
  // The oldest of a full page waits for the next one.
  expect(told).toEqual([99]);
  expect(valueIn(await readEverything(context.port)).whole).toHaveLength(103);
});

it('passes on what went wrong', async () => {
  const { context, annotations } = storeStage();
  annotations.failNext('find', { failure: FORBIDDEN });
  expect(await readEverything(context.port)).toEqual({ ok: false, failure: FORBIDDEN });
  expect(await readEverything(context.port, { signal: AbortSignal.abort() })).toMatchObject({
    ok: false,
    failure: { kind: 'aborted' },
  });
});
