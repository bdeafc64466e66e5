import { aStoredPart } from '../../testing/builders/aStoredPart';
import { aChange, anAnnotation, anEntry, aNearMiss, aRecord } from '../../testing/builders/builders';
import { decode } from '../codec/decode';
import { encodeChange } from '../codec/encodeChange';
import { encodeEntry } from '../codec/encodeEntry';
import { encodeRecord } from '../codec/encodeRecord';
import { byNearMiss } from './byNearMiss';

const record = aStoredPart(encodeRecord(aRecord(), { kind: 'organization' }, ''), { id: 1 });
const change = aStoredPart(encodeChange(aChange(), aNearMiss(), ''), { id: 2 });
const entry = aStoredPart(encodeEntry(anEntry(), aNearMiss(), ''), { id: 3 });

it('tells a near miss as its changes left it, beside all that it is made of', () => {
  expect(byNearMiss([entry, change, record]).whole).toMatchObject([
    {
      nearMiss: { status: 'discussed', history: [{ changeId: 'change-1-abc' }] },
      record,
      changes: [change],
      entries: [entry],
    },
  ]);
});

it('has neither changes nor entries where there are none', () => {
  expect(byNearMiss([record]).whole).toMatchObject([{ record, changes: [], entries: [] }]);
});

it('names what it cannot read of ours, also when somebody tagged it too', () => {
  const broken = (id: number, tags: string[]) => decode(anAnnotation({ id, tags, text: '<!--near-miss {"what":' }));
  const { leftOut } = byNearMiss([
    broken(5, ['near-miss', 'deployment']),
    broken(6, ['near-miss-retro']),
    broken(7, ['near-miss-change']),
    broken(8, ['deployment']),
  ]);
  expect(leftOut.map(({ annotationId }) => annotationId)).toEqual([5, 6, 7]);
});
