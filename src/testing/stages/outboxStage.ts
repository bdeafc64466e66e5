import { config } from '@grafana/runtime';
import { encodeRecord } from '../../domain/codec/encodeRecord';
import { createNearMissStore } from '../../storage/store/createNearMissStore';
import { browserQueue } from '../../storage/outbox/browserQueue';
import { memoryAnnotations } from '../grafana/memoryAnnotations';
import type { FailureKind } from '../../grafana/outcome';
import { type QueuedWrite, queuedId } from '../../storage/store/queuedWrite';
import { anEntry, aRecord } from '../builders/builders';
import { memorySend } from '../grafana/memorySend';
import { windowListeners } from '../render/windowListeners';

const OLA = { login: 'ola', orgId: 7, uid: '', id: 0, isSignedIn: true };
const NEAR_MISS = aRecord().id;

/** The form that everything of this stage is written in. */
export const FORM = { subject: NEAR_MISS, field: 'q1' };

export const answering = (id: string, text = 'Because.'): QueuedWrite => ({
  what: 'entry',
  entry: anEntry({ id, nearMiss: NEAR_MISS, text }),
});

/** Each test of the file begins with an empty browser at that moment, signed in as somebody whom no other test knows. */
export function eachOnItsOwnPage(now: number): void {
  let signOut = () => {};
  let closePage = () => {};
  beforeEach(() => {
    window.localStorage.clear();
    jest.useFakeTimers({ now });
    signOut = signInOla();
    closePage = windowListeners().leave;
  });
  afterEach(() => {
    closePage();
    signOut();
    jest.useRealTimers();
  });
}

/** The answer puts back who was there. */
function signInOla(): () => void {
  const before = { ...config.bootData.user };
  Object.assign(config.bootData.user, OLA);
  return () => void Object.assign(config.bootData.user, before);
}

/** A Grafana with one near miss, whose worksheet things are written on. */
export async function outboxStage(user: unknown = { login: OLA.login }) {
  const port = memoryAnnotations({ user: { login: OLA.login } });
  await port.post(encodeRecord(aRecord(), { kind: 'organization' }, ''));
  const store = createNearMissStore(port, { link: (id) => `/nm/${id}`, sleep: async () => {} });
  const send = memorySend({ 'GET /api/user': user });
  const failNext = (kind: FailureKind, times = 1) =>
    port.failNext('find', { failure: { kind, status: 0, detail: 'on purpose' }, times });
  return { port, store, send, failNext };
}

/** What another tab of the same person does to what is kept in the browser. */
export function anotherTab(tab = 'another') {
  const queue = browserQueue({ browser: () => window.localStorage, owner: OLA, tab, now: Date.now });
  return {
    keep: (write: QueuedWrite, at: number) => queue.keep({ from: FORM, write, at, typed: null }),
    remove: (write: QueuedWrite) => queue.remove(queuedId(write)),
  };
}
