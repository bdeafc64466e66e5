import { aChange, anAnnotation, anEntry, aNearMiss, aRecord, A_SOURCE } from '../../testing/builders/builders';
import type { NewAnnotation } from '../codec/annotation';
import { decode } from '../codec/decode';
import { encodeChange } from '../codec/encodeChange';
import { encodeEntry } from '../codec/encodeEntry';
import { contentOf } from '../fold/isAsGoodAs';
import { encodeImported } from './copy';
import { encodeRecord } from '../codec/encodeRecord';
import type { StoredPart } from '../fold/storedPart';
import { bytesOver } from '../codec/payload';

const PLACE = { kind: 'journal', dashboardUid: 'j' } as const;
const nearMiss = aNearMiss({ place: PLACE, time: 3, timeEnd: 4 });

/** As it was found in the store it comes from, with something in its payload that this version does not know. */
function found(encoded: NewAnnotation, updated = 5): StoredPart {
  const text = encoded.text.replace('<!--near-miss {', '<!--near-miss {"weather":"rain",');
  const decoded = decode({ ...anAnnotation({ id: 1, created: 5, updated }), ...encoded, text });
  if (decoded.what === 'record' || decoded.what === 'change' || decoded.what === 'entry') {
    return decoded;
  }
  throw new Error(decoded.what);
}

const record = (over: Parameters<typeof aRecord>[0] = {}) =>
  found(encodeRecord(aRecord(over), { kind: 'organization' }, ''));
const change = found(encodeChange(aChange(), nearMiss, ''));
const entry = found(encodeEntry(anEntry(), nearMiss, ''));

it.each([
  ['a record', record(), 'Near miss: Orders piled up behind one consumer. At 25,000 waiting orders'],
  ['a change', change, 'Change of near miss “Orders piled up behind one consumer”: status'],
  ['an entry', entry, 'An answer on near miss “Orders piled up behind one consumer”: Anna looks at the queue'],
])('copies %s with all it holds, in the place and at the times of its near miss', (_what, part, sentence) => {
  const copy = encodeImported(part, nearMiss, '/x');
  expect(copy).toMatchObject({ dashboardUid: 'j', time: 3, timeEnd: 4 });
  expect(copy.text.startsWith(sentence)).toBe(true);
  expect(copy.text.match(/near-miss \{/g)).toHaveLength(1);
  const read = found({ ...copy, text: copy.text.replace('"weather":"rain",', '') });
  expect(contentOf(read.annotation)).toEqual(contentOf(part.annotation));
  expect(copy.text).toContain('"weather":"rain"');
  expect(copy.text).toContain('"writtenBy":{"login":"anna","at":5}');
});

it('says that the words had been changed before they were copied, and who was copied before', () => {
  const changed = found(encodeEntry(anEntry(), nearMiss, ''), 6);
  expect(encodeImported(changed, nearMiss, '').text).toContain('"writtenBy":{"login":"anna","at":5,"sealed":false}');
  const copied = found(encodeEntry(anEntry({ writtenBy: { login: 'ben', at: 2 } }), nearMiss, ''));
  expect(encodeImported(copied, nearMiss, '').text).toContain('"writtenBy":{"login":"ben","at":2}');
});

it('is encoded anew where no database would hold it, so that words stay and queries go', () => {
  const part = record();
  const queries = [{ expr: 'x'.repeat(60_000) }];
  const large = {
    ...part,
    ...(part.what === 'record' ? { record: { ...part.record, source: { ...A_SOURCE, queries } } } : {}),
    annotation: { ...part.annotation, text: `x <!--near-miss ${JSON.stringify({ ...aRecord(), queries })}-->` },
  };
  const copy = encodeImported(large as StoredPart, nearMiss, '');
  expect(bytesOver(copy)).toBe(0);
  expect(copy.text).toContain('{"why":"queries-too-large"}');
  expect(copy.text).toContain('"writtenBy":{"login":"anna","at":5}');
  const fits = { ...large, annotation: { ...large.annotation, text: part.annotation.text } };
  expect(encodeImported(fits as StoredPart, nearMiss, '').text).toContain('predictable_csv_wave');
});

it.each([change, entry])('keeps the words of what is too large whatever it takes ($what)', (part) => {
  const words = 'word '.repeat(12_000);
  const annotation = { ...part.annotation, text: `<!--near-miss ${JSON.stringify({ filler: words })}-->` };
  const copy = encodeImported({ ...part, annotation } as StoredPart, nearMiss, '');
  expect(copy.text).toContain(`"what":"${part.what}"`);
  expect(copy.text).not.toContain('filler');
});

it('has no content where no payload is', () => {
  expect(contentOf(anAnnotation({ text: 'words' }))).toEqual({ writtenBy: null, times: null });
});
