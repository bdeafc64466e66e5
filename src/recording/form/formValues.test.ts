import fc from 'fast-check';
import { aRecord } from '../../testing/builders';
import { emptyValues, fieldsFrom, unsafeLinks, valuesFrom, readFormValues } from './formValues';

const start = emptyValues('trend', 1_000);

it('shows what was recorded and gives back the same', () => {
  const record = aRecord();
  expect(record).toMatchObject(fieldsFrom(valuesFrom(record)));
});

it('takes services and links apart and drops what is empty, repeated or no link', () => {
  const values = {
    ...start,
    services: ' cart ,, mail\ncart',
    links: 'https://a.example\n\njavascript:x mailto:b@c.example',
  };
  expect(fieldsFrom(values)).toMatchObject({
    services: ['cart', 'mail'],
    links: ['https://a.example', 'mailto:b@c.example'],
  });
  expect(unsafeLinks(values)).toEqual(['javascript:x']);
});

it('comes back from JSON as it was left', () => {
  const values = { ...valuesFrom(aRecord()), almost: 'half a sent', links: 'htt' };
  expect(readFormValues(JSON.parse(JSON.stringify(values)), start)).toEqual(values);
});

it('comes back usable from any JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (kept) => {
      const values = readFormValues(kept, start);
      expect(Object.keys(values).sort()).toEqual(Object.keys(start).sort());
      expect(typeof values.almost).toBe('string');
      expect(Number.isFinite(values.actedAt)).toBe(true);
    })
  );
});
