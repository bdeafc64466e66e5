import fc from 'fast-check';
import { parseJson } from '../../domain/json/parseJson';
import { aRecord } from '../../testing/builders/builders';
import { emptyValues, fieldsFrom, unsafeLinks, valuesFrom, readFormValues } from './formValues';

const start = emptyValues('trend', 1_000);

it('shows what was recorded and gives back the same', () => {
  const record = aRecord();
  expect(record).toMatchObject(fieldsFrom(valuesFrom(record)));
});

it('shows and gives back services whose names have commas', () => {
  const record = aRecord({ services: ['Payments, EU', 'cart'] });
  expect(valuesFrom(record).services).toBe('"Payments, EU", cart');
  expect(fieldsFrom(valuesFrom(record)).services).toEqual(['Payments, EU', 'cart']);
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

it('comes back usable from any text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const values = readFormValues(parseJson(text), start);
      expect(Object.keys(values).sort()).toEqual(Object.keys(start).sort());
      expect(typeof values.almost).toBe('string');
      expect(Number.isFinite(values.actedAt)).toBe(true);
    })
  );
});

it('keeps of the form it starts from what is missing or of another kind', () => {
  const shown = valuesFrom(aRecord());
  expect(readFormValues({ cue: 'No dips.' }, shown)).toEqual({ ...shown, cue: 'No dips.' });
  const broken = { kind: 'x', title: 5, savedBy: 'luck', actedAt: '5', noticedAt: 9e15, links: null };
  expect(readFormValues(broken, shown)).toEqual(shown);
  expect(readFormValues({ savedBy: ['luck', 'x'], noticedAt: null }, shown)).toEqual({
    ...shown,
    savedBy: ['luck'],
    noticedAt: null,
  });
});
