import { memorySend, refusing } from '../testing/memorySend';
import { userStorage } from './userStorage';

const ROOT = '/apis/userstorage.grafana.app/v0alpha1/namespaces/org-2/user-storage';
const NAME = 'resilience-nearmiss-app:u1';
const owner = { namespace: 'org-2', uid: 'u1' };

describe('userStorage', () => {
  it('is empty before the first text, and of another shape', async () => {
    expect(await userStorage(memorySend({}), owner).read()).toEqual({ ok: true, value: {} });
    for (const odd of [null, { spec: null }, { spec: { data: 'x' } }, { spec: { data: { a: 1 } } }]) {
      expect(await userStorage(memorySend({ [`GET ${ROOT}/${NAME}`]: odd }), owner).read()).toEqual({
        ok: true,
        value: {},
      });
    }
  });

  it('says when it cannot be asked', async () => {
    const send = memorySend({ [`GET ${ROOT}/${NAME}`]: refusing(503) });
    expect(await userStorage(send, owner).read()).toMatchObject({ ok: false, failure: { kind: 'unavailable' } });
  });

  it('makes the object with the first text', async () => {
    const send = memorySend({ [`POST ${ROOT}`]: {} });
    expect(await userStorage(send, owner).write({ a: 'x', gone: null })).toEqual({ ok: true, value: null });
    expect(send.asked[1]?.body).toEqual({
      metadata: { name: NAME, labels: { user: 'u1', service: 'resilience-nearmiss-app' } },
      spec: { data: { a: 'x' } },
    });
  });

  it('adds to the object when another tab was first', async () => {
    let patches = 0;
    const send = memorySend({
      [`PATCH ${ROOT}/${NAME}`]: () => (++patches === 1 ? refusing(404)() : { ok: true, value: {} }),
      [`POST ${ROOT}`]: refusing(409),
    });
    expect(await userStorage(send, owner).write({ a: 'x' })).toEqual({ ok: true, value: null });
    expect(patches).toBe(2);
  });

  it('merges, so that other texts stay', async () => {
    const send = memorySend({ [`PATCH ${ROOT}/${NAME}`]: {} });
    await userStorage(send, owner).write({ a: 'x', b: null });
    expect(send.asked).toEqual([
      expect.objectContaining({
        body: { spec: { data: { a: 'x', b: null } } },
        headers: { 'Content-Type': 'application/merge-patch+json' },
      }),
    ]);
  });
});
