import { decode } from '../domain/codec/decode';
import { readSettings } from '../domain/record/settings';
import { failed } from '../grafana/outcome';
import type { Send } from '../grafana/send';
import type { NearMissStore } from '../storage/store/nearMissStore';
import { aRecord } from '../testing/builders/builders';
import { eachOnItsOwnPage, outboxStage } from '../testing/stages/outboxStage';
import { renderOver } from '../testing/render/renderOver';
import { settle } from '../testing/render/settle';
import { emptyValues, fieldsFrom } from './form/formValues';
import { readUnfinishedRecord, type RecordFormSubject, useRecordForm } from './useRecordForm';

const SETTINGS = readSettings({
  teams: [{ name: 'search', journalUid: 'j-search' }],
  journals: [{ folderUid: 'ops', dashboardUid: 'j-ops', title: 'Ops' }],
});

eachOnItsOwnPage(1_790_000_000_000);

type Stage = Awaited<ReturnType<typeof outboxStage>>;

async function open(stage: Stage, over: Partial<RecordFormSubject> = {}) {
  let ids = 0;
  const subject: RecordFormSubject = {
    settings: SETTINGS,
    subject: 'record',
    start: () => ({ id: `near-miss-0${++ids}`, form: emptyValues('change', 1_000) }),
    folders: [],
    recordOf: (id, form) => aRecord({ id, ...fieldsFrom(form), source: null, stretch: null, evidence: null }),
    ...over,
  };
  // Grafana says nothing of rights here, so that none are refused.
  const send: Send = async (request) =>
    request.path.startsWith('/api/dashboards') ? failed('unavailable') : stage.send(request);
  const shown = renderOver(() => useRecordForm(subject), { ...stage, send });
  await settle();
  return { ...shown, model: () => shown.result.current };
}

it('sends it where the folder, the team or the kind says, until somebody chooses', async () => {
  const stage = await outboxStage();
  const { model } = await open(stage);
  expect(model().chosen.place).toEqual({ kind: 'organization' });
  await settle(() => model().edit({ team: 'Search' }));
  expect(model().chosen.place).toEqual({ kind: 'journal', dashboardUid: 'j-search' });
  await settle(() => model().edit({ kind: 'exposure', team: '' }));
  expect(model().chosen.place).toBeNull();
  await settle(() => model().choose({ kind: 'organization' }));
  expect(model().chosen.place).toEqual({ kind: 'organization' });
  const seenInOps = await open(stage, { folders: ['ops'], subject: 'another' });
  expect(seenInOps.model().chosen.place).toEqual({ kind: 'journal', dashboardUid: 'j-ops' });
});

it('finds every word and the same id again after the page was closed', async () => {
  const stage = await outboxStage();
  const first = await open(stage);
  await settle(() => first.model().edit({ almost: 'The shop would have closed.', savedBy: ['luck'] }));
  first.unmount();
  const again = await open(stage, { start: () => ({ id: 'near-miss-99', form: emptyValues('change', 2_000) }) });
  expect(again.model()).toMatchObject({
    id: 'near-miss-01',
    form: { almost: 'The shop would have closed.', savedBy: ['luck'], actedAt: 1_000 },
  });
});

it('takes an id of its own where its text is that of a near miss which was saved', async () => {
  const stage = await outboxStage();
  const stored = aRecord().id;
  const first = await open(stage, { start: () => ({ id: stored, form: emptyValues('change', 1_000) }) });
  await settle(() => first.model().edit({ almost: 'Other words.', savedBy: ['luck'] }));
  first.unmount();
  const { model } = await open(stage, { start: () => ({ id: 'near-miss-99', form: emptyValues('change', 2_000) }) });
  expect(model()).toMatchObject({ id: 'near-miss-99', form: { almost: 'Other words.' } });
  await settle(() => model().save(model().record(), { kind: 'organization' }));
  const records = stage.port
    .stored()
    .map(decode)
    .flatMap((item) => (item.what === 'record' ? [item.record.id] : []));
  expect(records).toEqual([stored, 'near-miss-99']);
});

it('takes an id of its own while Grafana does not say whether the near miss is stored', async () => {
  const stage = await outboxStage();
  const first = await open(stage);
  await settle(() => first.model().edit({ almost: 'The shop would have closed.' }));
  first.unmount();
  stage.failNext('forbidden', 9);
  const { model } = await open(stage, { start: () => ({ id: 'near-miss-99', form: emptyValues('change', 2_000) }) });
  expect(model()).toMatchObject({ id: 'near-miss-99', form: { almost: 'The shop would have closed.' } });
});

it('stays what it was saved as when only then it is known that the earlier id is free', async () => {
  const stage = await outboxStage();
  const first = await open(stage);
  await settle(() => first.model().edit({ almost: 'The shop would have closed.', savedBy: ['luck'] }));
  first.unmount();
  let [hear, write] = [() => {}, () => {}];
  const heard = new Promise<void>((resolve) => (hear = resolve));
  const written = new Promise<void>((resolve) => (write = resolve));
  const store: NearMissStore = {
    ...stage.store,
    read: async (id) => heard.then(() => stage.store.read(id)),
    write: async (queued) => written.then(() => stage.store.write(queued)),
  };
  const { model } = await open(
    { ...stage, store },
    { start: () => ({ id: 'near-miss-99', form: emptyValues('change', 2_000) }) }
  );
  await settle(() => void model().save(model().record(), { kind: 'organization' }));
  await settle(hear);
  await settle(write);
  expect(model().state).toMatchObject({ phase: 'recorded', record: { id: 'near-miss-99' } });
});

it('begins anew with another id when what was found is discarded', async () => {
  const stage = await outboxStage();
  const { model } = await open(stage);
  await settle(() => model().edit({ cue: 'no dips' }));
  await settle(model().discard);
  expect(model()).toMatchObject({ id: 'near-miss-02', form: { cue: '' }, unfinished: { foundAt: null } });
});

it('has nothing unfinished left once Grafana has it', async () => {
  const stage = await outboxStage();
  const first = await open(stage);
  await settle(() => first.model().edit({ almost: 'The shop would have closed.' }));
  const { record, save } = first.model();
  await settle(() => save(record(), { kind: 'organization' }));
  expect(first.model().state).toMatchObject({
    phase: 'recorded',
    record: { id: 'near-miss-01', almost: 'The shop would have closed.' },
  });
  first.unmount();
  expect((await open(stage)).model().form.almost).toBe('');
});

it('takes over nothing that is no kept form', () => {
  const start = emptyValues('change', 1_000);
  expect(readUnfinishedRecord('{"id":"a","form":{"cue":"no dips"}}', start)).toEqual({
    ...{ id: 'a', form: { ...start, cue: 'no dips' } },
  });
  for (const text of ['', '{"id":"a","fo', '{"form":{}}', '[]', 'null']) {
    expect(readUnfinishedRecord(text, start)).toBeNull();
  }
});
