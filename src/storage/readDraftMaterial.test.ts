import { memorySend, refusing } from '../testing/memorySend';
import { createNearMissStore } from './createNearMissStore';
import { memoryAnnotations } from './memoryAnnotations';
import type { Outcome } from './outcome';
import { readDraftMaterial, type DraftMaterial } from './readDraftMaterial';

const SETTINGS = 'GET /api/plugins/resilience-nearmiss-app/settings';
const DASHBOARD = 'GET /api/dashboards/uid/checkout';
const dashboard = { meta: { folderUid: 'deep' }, dashboard: { title: 'Checkout', panels: [{ id: 4, title: 'Heap' }] } };
const usual = {
  [SETTINGS]: { jsonData: {} },
  [DASHBOARD]: dashboard,
  'GET /api/folders/deep': { parents: [{ uid: 'top' }] },
};

async function read(answers: Record<string, unknown>, tags = ['near-miss']): Promise<Outcome<DraftMaterial>> {
  const port = memoryAnnotations();
  await port.post({ dashboardUid: 'checkout', panelId: 4, time: 5, timeEnd: 9, text: 'odd', tags });
  const store = createNearMissStore(port, { link: (id) => id, sleep: async () => {} });
  return readDraftMaterial({ store, send: memorySend({ ...usual, ...answers }) }, 1, new AbortController().signal);
}

it('brings the draft, its panel and the folders above', async () => {
  expect(await read({})).toMatchObject({
    ok: true,
    value: { draft: { is: 'open' }, panel: { title: 'Heap' }, folders: ['deep', 'top'] },
  });
});

it('does without the panel where the reader may not open the dashboard', async () => {
  expect(await read({ [DASHBOARD]: refusing(403) })).toMatchObject({ ok: true, value: { panel: null, folders: [] } });
});

it.each([SETTINGS, DASHBOARD, 'GET /api/folders/deep'])('fails when %s did not answer', async (path) => {
  expect(await read({ [path]: refusing(503) })).toMatchObject({ ok: false, failure: { kind: 'unavailable' } });
});

it('finds no draft in any other annotation', async () => {
  expect(await read({}, ['deploy'])).toMatchObject({ ok: false, failure: { kind: 'missing' } });
});
