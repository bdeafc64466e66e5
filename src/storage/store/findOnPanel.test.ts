import { A_RISING_TREND } from '../../testing/builders/aRisingTrend';
import { A_SOURCE, aRecord } from '../../testing/builders/builders';
import { valueIn } from '../../testing/grafana/valueIn';
import { changeIn, noWaiting, recordIn } from '../../testing/hosts/writeTo';
import { DOWN, storeStage } from '../../testing/stages/storeStage';
import type { NearMissRecord } from '../../domain/record/record';
import { createNearMissStore } from './createNearMissStore';
import { findOnPanel } from './findOnPanel';

const { stretch } = A_RISING_TREND;
const HERE = { dashboardUid: 'checkout', panelId: 4, range: stretch };
const DAY = 86_400_000;

function stage() {
  const { annotations } = storeStage();
  const store = createNearMissStore(annotations, { link: (id) => `/nm/${id}`, ...noWaiting });
  const put = async (over: Partial<NearMissRecord>, journal = '') =>
    valueIn(
      await recordIn(
        store,
        aRecord(over),
        journal ? { kind: 'journal', dashboardUid: journal } : { kind: 'organization' }
      )
    );
  const found = async (over: Partial<typeof HERE> = {}) => {
    const { nearMisses, drafts } = valueIn(await findOnPanel(annotations, { ...HERE, ...over }));
    return [...nearMisses.map(({ id }) => id), ...drafts.map(({ text }) => text)];
  };
  return { annotations, store, put, found };
}

it('finds what was recorded on the panel in that time, in whichever place, newest first', async () => {
  const { put, found } = stage();
  await put({ id: 'older-1-abcd', actedAt: stretch.to - 1000 });
  await put({ id: 'newer-1-abcd', actedAt: stretch.to }, 'journal');
  await put({ id: 'other-1-abcd', source: { ...A_SOURCE, panelId: 5 } });
  await put({ id: 'words-1-abcd', source: null, stretch: null, evidence: null });
  expect(await found()).toEqual(['newer-1-abcd', 'older-1-abcd']);
  expect(await found({ panelId: 5 })).toEqual(['other-1-abcd']);
  expect(await found({ range: { from: stretch.to + DAY, to: stretch.to + 2 * DAY } })).toEqual([]);
});

it('finds drafts, and those whose marker was refused or is gone', async () => {
  const { annotations, put, found } = stage();
  await put({ id: 'marked-1-abc' });
  const [, marker] = annotations.stored();
  valueIn(await annotations.remove(Number(Object(marker).id)));
  const draft = { dashboardUid: 'checkout', panelId: 4, time: stretch.from, timeEnd: stretch.to, tags: ['near-miss'] };
  valueIn(await annotations.post({ ...draft, text: 'Look at this' }));
  valueIn(await annotations.post({ ...draft, text: 'Elsewhere', panelId: 9 }));
  expect(await found()).toEqual(['marked-1-abc', 'Look at this']);
});

it('does not count what was withdrawn, deleted, moved out of that time, or is hidden', async () => {
  const { annotations, store, put, found } = stage();
  for (const id of ['withdrawn-12', 'deleted-1234', 'corrected-12']) {
    await put({ id, actedAt: stretch.to });
  }
  const read = async (id: string) => valueIn(await store.read(id)).nearMiss;
  valueIn(await changeIn(store, await read('withdrawn-12'), { status: 'withdrawn' }));
  valueIn(await annotations.remove((await read('deleted-1234')).annotationId));
  const earlier = { from: stretch.from - DAY, to: stretch.to - DAY };
  valueIn(await changeIn(store, await read('corrected-12'), { stretch: earlier }));
  await put({ id: 'hidden-1-abc' }, 'journal');
  expect(await found()).toEqual(['hidden-1-abc']);
  const stranger = annotations.as({ login: 'vera', hides: (uid) => uid === 'journal' });
  expect(valueIn(await findOnPanel(stranger, HERE)).nearMisses).toEqual([]);
});

it('says when Grafana does not answer, and asks twice where nothing is there', async () => {
  const { annotations } = stage();
  annotations.failNext('find', { failure: DOWN });
  expect(await findOnPanel(annotations, HERE)).toEqual({ ok: false, failure: DOWN });
  const { asked, context } = storeStage();
  valueIn(await findOnPanel(context.port, HERE));
  expect(asked.map(([method]) => method)).toEqual(['find', 'find']);
});
