import { memorySend, refusing } from '../testing/memorySend';
import { readFolderLine } from './readFolderLine';

it('leads from the folder to the top', async () => {
  const parents = [{ uid: 'top' }, { uid: 'middle' }];
  const send = memorySend({ 'GET /api/folders/deep': { uid: 'deep', parents } });
  expect(await readFolderLine(send, 'deep')).toEqual({ ok: true, value: ['deep', 'middle', 'top'] });
});

it('is the folder alone when nothing lies above it, or nothing may be known', async () => {
  const send = memorySend({ 'GET /api/folders/flat': { uid: 'flat' }, 'GET /api/folders/hidden': refusing(403) });
  expect(await readFolderLine(send, 'flat')).toEqual({ ok: true, value: ['flat'] });
  expect(await readFolderLine(send, 'hidden')).toEqual({ ok: true, value: ['hidden'] });
  expect(await readFolderLine(send, '')).toEqual({ ok: true, value: [] });
});

it('says when Grafana did not answer', async () => {
  const send = memorySend({ 'GET /api/folders/flat': refusing(503) });
  expect(await readFolderLine(send, 'flat')).toMatchObject({ ok: false, failure: { kind: 'unavailable' } });
});

it('asks by a uid that fits into an address, and for nothing where there is no folder', async () => {
  const send = memorySend({});
  const { signal } = new AbortController();
  await readFolderLine(send, 'a/b', signal);
  await readFolderLine(send, '', signal);
  expect(send.asked).toEqual([{ method: 'GET', path: '/api/folders/a%2Fb', signal }]);
});

it('is the folder alone when it is gone, or Grafana names what is no folder', async () => {
  expect(await readFolderLine(memorySend({}), 'gone')).toEqual({ ok: true, value: ['gone'] });
  for (const parents of [null, 'x', {}, [{}, 7, { uid: '' }]]) {
    const send = memorySend({ 'GET /api/folders/flat': { parents } });
    expect(await readFolderLine(send, 'flat')).toEqual({ ok: true, value: ['flat'] });
  }
});
