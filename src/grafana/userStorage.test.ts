import { memorySend, refusing } from '../testing/grafana/memorySend';
import { userStorage } from './userStorage';

const ROOT = '/apis/userstorage.grafana.app/v0alpha1/namespaces/org-2/user-storage';
const NAME = 'resilience-nearmiss-app:u1';
const owner = { namespace: 'org-2', uid: 'u1' };

describe('userStorage', () => {
  it('is empty before the first text, and of another shape', async () => {
    expect(await userStorage(memorySend({}), owner).read()).toEqual({ ok: true, value: {} });
    for (const odd of [
      null,
      { spec: null },
      { spec: { data: null } },
      { spec: { data: 'x' } },
      { spec: { data: { a: 1 } } },
    ]) {
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

describe('requests to the user storage', () => {
  const paths = (send: ReturnType<typeof memorySend>) => send.asked.map(({ method, path }) => `${method} ${path}`);

  it('bring the texts that are there, and leave out what is none', async () => {
    const send = memorySend({ [`GET ${ROOT}/${NAME}`]: { spec: { data: { a: 'x', b: null, c: '', d: 5 } } } });
    expect(await userStorage(send, owner).read()).toEqual({ ok: true, value: { a: 'x', c: '' } });
    expect(send.asked).toEqual([{ method: 'GET', path: `${ROOT}/${NAME}` }]);
  });

  it.each([403, 500])('make no object after %i, which says nothing of whether there is one', async (status) => {
    const send = memorySend({ [`PATCH ${ROOT}/${NAME}`]: refusing(status, 'so'), [`POST ${ROOT}`]: {} });
    expect(await userStorage(send, owner).write({ a: 'x' })).toMatchObject({
      ok: false,
      failure: { status, detail: 'so' },
    });
    expect(paths(send)).toEqual([`PATCH ${ROOT}/${NAME}`]);
  });

  it.each([400, 403, 500])('pass on %i when the object cannot be made, and try no further', async (status) => {
    const send = memorySend({ [`POST ${ROOT}`]: refusing(status, 'so') });
    expect(await userStorage(send, owner).write({ a: 'x' })).toMatchObject({
      ok: false,
      failure: { status, detail: 'so' },
    });
    expect(paths(send)).toEqual([`PATCH ${ROOT}/${NAME}`, `POST ${ROOT}`]);
  });

  it('pass on why another tab’s object cannot be added to either', async () => {
    let patches = 0;
    const send = memorySend({
      [`PATCH ${ROOT}/${NAME}`]: () => (++patches === 1 ? refusing(404)() : refusing(403, 'no')()),
      [`POST ${ROOT}`]: refusing(409),
    });
    expect(await userStorage(send, owner).write({ a: 'x', b: null })).toEqual({
      ok: false,
      failure: { kind: 'forbidden', status: 403, detail: 'no' },
    });
    expect(paths(send)).toEqual([`PATCH ${ROOT}/${NAME}`, `POST ${ROOT}`, `PATCH ${ROOT}/${NAME}`]);
    expect(send.asked[2]?.body).toEqual({ spec: { data: { a: 'x', b: null } } });
  });
});
