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
