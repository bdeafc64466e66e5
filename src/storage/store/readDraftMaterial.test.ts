import { readSettings } from '../../domain/record/settings';
import type { Failure, Outcome } from '../../grafana/outcome';
import { memoryAnnotations } from '../../testing/grafana/memoryAnnotations';
import { memorySend, refusing } from '../../testing/grafana/memorySend';
import { createNearMissStore } from './createNearMissStore';
import type { DraftState } from './nearMissStore';
import { type DraftMaterial, readDraftMaterial } from './readDraftMaterial';

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

describe('what is asked for', () => {
  const draft = {
    ...{ annotationId: 1, created: 1, time: 5, timeEnd: 9, text: 'odd', tags: [], login: 'vera' },
    ...{ dashboardUid: 'checkout', panelId: 4 },
  };
  /** A store of which only drafts are read. */
  const withState = (state: Outcome<DraftState>) => {
    const store = createNearMissStore(memoryAnnotations(), { link: (id) => id });
    const send = memorySend(usual);
    const { signal } = new AbortController();
    const readDraft = jest.fn(async () => state);
    return {
      send,
      signal,
      readDraft,
      material: readDraftMaterial({ store: { ...store, readDraft }, send }, 7, signal),
    };
  };
  const paths = (send: ReturnType<typeof memorySend>) => send.asked.map(({ path }) => path);

  it('is the draft, the settings, its dashboard and the folders above, with what stops it', async () => {
    const state: DraftState = { is: 'open', draft, nearMissId: 'a' };
    const { send, signal, readDraft, material } = withState({ ok: true, value: state });
    expect(await material).toMatchObject({ ok: true, value: { draft: state, panel: { title: 'Heap' } } });
    expect(readDraft).toHaveBeenCalledWith(7, signal);
    expect(paths(send)).toEqual([
      '/api/plugins/resilience-nearmiss-app/settings',
      '/api/dashboards/uid/checkout',
      '/api/folders/deep',
    ]);
    expect(send.asked.map((request) => request.signal)).toEqual([signal, signal, signal]);
  });

  it.each<[string, DraftState]>([
    ['of the organization', { is: 'open', draft: { ...draft, dashboardUid: '', panelId: 0 }, nearMissId: 'a' }],
    ['that was completed', { is: 'completed', nearMissId: 'a' }],
  ])('is no dashboard for a draft %s', async (_, state) => {
    const { send, material } = withState({ ok: true, value: state });
    expect(await material).toEqual({
      ok: true,
      value: { draft: state, settings: readSettings({}), panel: null, folders: [] },
    });
    expect(paths(send)).toEqual(['/api/plugins/resilience-nearmiss-app/settings']);
  });

  it('is no dashboard when the draft cannot be read', async () => {
    const failure: Failure = { kind: 'forbidden', status: 403, detail: 'no' };
    const { send, material } = withState({ ok: false, failure });
    expect(await material).toEqual({ ok: false, failure });
    expect(send.asked).toHaveLength(1);
  });
});

it('does without the panel where the dashboard is gone', async () => {
  const gone = memorySend({ [SETTINGS]: {} });
  const port = memoryAnnotations();
  await port.post({ dashboardUid: 'checkout', panelId: 4, time: 5, timeEnd: 9, text: 'odd', tags: ['near-miss'] });
  const store = createNearMissStore(port, { link: (id) => id });
  expect(await readDraftMaterial({ store, send: gone }, 1, new AbortController().signal)).toMatchObject({
    ok: true,
    value: { draft: { is: 'open' }, panel: null, folders: [] },
  });
});
