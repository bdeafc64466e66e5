import { encodeRecord } from '../domain/codec/encodeRecord';
import { decode } from '../domain/codec/decode';
import { emptyValues } from './form/formValues';
import { newRecord } from './newRecord';

const form = { ...emptyValues('exposure', 1_000), almost: ' The key was public. ', services: 'cart, mail' };

it('holds what the form says, has no graph, and comes back from the store with all its parts', () => {
  const record = newRecord('key-00000001', form);
  expect(record).toMatchObject({ kind: 'exposure', almost: 'The key was public.', services: ['cart', 'mail'] });
  expect(record).toMatchObject({ status: 'recorded', stretch: null, evidence: null, source: null });
  const stored = encodeRecord(record, { kind: 'organization' }, '/link');
  expect(decode({ id: 1, ...stored })).toMatchObject({ record, unreadParts: [] });
});

it('takes what it is given over the form', () => {
  const stretch = { from: 1, to: 2 };
  const record = newRecord('key-00000001', form, { title: 'orders towards 25 K', status: 'started', stretch });
  expect(record).toMatchObject({ title: 'orders towards 25 K', status: 'started', stretch, kind: 'exposure' });
});
