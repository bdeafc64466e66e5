import { encodeChange } from '../src/domain/codec/encodeChange';
import { encodeEntry } from '../src/domain/codec/encodeEntry';
import { encodeRecord } from '../src/domain/codec/encodeRecord';
import { httpAnnotations } from '../src/storage/annotations/httpAnnotations';
import { aChange, anEntry, aNearMiss, aRecord } from '../src/testing/builders/builders';
import { nodeSend } from '../src/testing/grafana/nodeSend';
import { valueIn } from '../src/testing/grafana/valueIn';
import { url } from './host';
import type { RightsStage } from './rightsStage';
import type { Person } from './world';

/**
 * Posts to the journal, as that person, an entry, a change that withdraws, a record and a marker, all with the id of a near miss
 * that is kept elsewhere; returns the numbers of the annotations.
 */
export async function craftAnnotations(
  { places: { journal } }: RightsStage,
  { login, password }: Person,
  id: string
): Promise<number[]> {
  const port = httpAnnotations(nodeSend(url, `${login}:${password}`));
  const of = aNearMiss({ id, place: journal });
  const record = encodeRecord(aRecord({ id, title: 'Claimed', source: null }), journal, '');
  const numbers: number[] = [];
  for (const annotation of [
    encodeEntry(anEntry({ nearMiss: id, text: 'Not asked for.' }), of, ''),
    encodeChange(aChange({ nearMiss: id, set: { status: 'withdrawn' } }), of, ''),
    record,
    { ...record, tags: ['near-miss-marker', `nm:${id}`], text: 'Near miss: claimed' },
  ]) {
    numbers.push(valueIn(await port.post(annotation)));
  }
  return numbers;
}
