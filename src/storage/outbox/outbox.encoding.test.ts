import { decode } from '../../domain/codec/decode';
import { encodeRecord } from '../../domain/codec/encodeRecord';
import { aRecord } from '../../testing/builders/builders';
import { memoryAnnotations } from '../../testing/grafana/memoryAnnotations';
import { noWaiting } from '../../testing/hosts/writeTo';
import { createNearMissStore } from '../store/createNearMissStore';
import { createUnfinishedTexts } from '../unfinished/unfinishedTexts';
import { browserQueue } from './browserQueue';
import { createOutbox } from './outbox';

jest.mock('../../domain/codec/encodeRecord', () => ({
  encodeRecord: jest.fn(jest.requireActual('../../domain/codec/encodeRecord').encodeRecord),
}));
jest.mock('../../domain/codec/decode', () => ({
  decode: jest.fn(jest.requireActual('../../domain/codec/decode').decode),
}));

it('makes the text of a record once for the browser and once for Grafana, and reads back but the first', async () => {
  const browser = () => window.localStorage;
  const owner = { orgId: 1, login: 'anna' };
  const store = createNearMissStore(memoryAnnotations({ user: { login: 'anna' } }), { link: (id) => `/nm/${id}` });
  const outbox = createOutbox({
    browser: browserQueue({ browser, owner, tab: 'one', now: Date.now }),
    write: (write) => store.write(write),
    typed: createUnfinishedTexts({ browser, remote: null, owner }),
    clock: noWaiting,
  });
  const record = {
    what: 'record' as const,
    record: aRecord(),
    place: { kind: 'organization' as const },
    draftId: null,
  };
  expect(await outbox.send({ subject: 'checkout/1', field: 'form' }, record)).toMatchObject({ ok: true });
  expect(encodeRecord).toHaveBeenCalledTimes(2);
  expect(decode).toHaveBeenCalledTimes(1);
});
