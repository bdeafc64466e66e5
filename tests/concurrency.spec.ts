import { changeOf } from '../src/domain/fold/changeOf';
import type { NearMiss } from '../src/domain/fold/nearMiss';
import type { NearMissFile, NearMissStore } from '../src/storage/store/nearMissStore';
import type { QueuedWrite } from '../src/storage/store/queuedWrite';
import { anEntry } from '../src/testing/builders/builders';
import { expect, test } from './fixtures';
import { NearMissView } from './views/NearMissView';
import { newId } from '../src/domain/record/id';
import { isTriedAgain } from '../src/grafana/outcome';

async function read(store: NearMissStore, id: string): Promise<NearMissFile> {
  const file = await store.read(id);
  if (!file.ok) {
    throw new Error(`${id} could not be read: ${file.failure.kind} ${file.failure.detail}`);
  }
  return file.value;
}

/** As a browser does: tried again while no answer says whether Grafana has it. */
async function write(store: NearMissStore, pending: QueuedWrite) {
  let outcome = await store.write(pending);
  for (let round = 0; round < 10 && !outcome.ok && isTriedAgain(outcome.failure); round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    outcome = await store.write(pending);
  }
  return outcome;
}

const answer = (nearMiss: string, text: string): QueuedWrite => ({
  what: 'entry',
  entry: anEntry({ id: newId(), nearMiss, question: 'q1', text, replaces: '' }),
});

test('shows both values that two browsers gave one field, until one click picks', async ({
  page,
  openAs,
  recordOne,
}) => {
  const id = await recordOne('two browsers');
  const [mine, theirs] = [new NearMissView(page), new NearMissView(await openAs('colleague'))];
  await Promise.all([mine.goto(id), theirs.goto(id)]);
  for (const [view, title] of [
    [mine, 'Named by the editor'],
    [theirs, 'Named by the colleague'],
  ] as const) {
    await view.pick('Edit');
    await view.main.getByLabel('Title').fill(title);
  }
  // Both forms were open before either saved.
  await mine.main.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(mine.page.getByRole('heading', { name: 'Named by the editor' }).first()).toBeVisible();
  await theirs.main.getByRole('button', { name: 'Save', exact: true }).click();
  const values = theirs.main.getByRole('list', { name: 'The values' });
  await expect(values.getByRole('listitem')).toHaveCount(2);
  await expect(values).toContainText('Named by the editor');
  await expect(values).toContainText('Named by the colleague');

  await mine.page.reload();
  await mine.main
    .getByRole('list', { name: 'The values' })
    .getByRole('listitem')
    .filter({ hasText: 'Named by the editor' })
    .getByRole('button', { name: 'Keep this one' })
    .click();
  await expect(mine.main.getByRole('list', { name: 'The values' })).toHaveCount(0);
  await theirs.page.reload();
  await expect(theirs.page.getByRole('heading', { name: 'Named by the editor' }).first()).toBeVisible();
  await theirs.unfold('History');
  await expect(
    theirs.main.getByRole('list', { name: 'History' }).getByText('Named by the colleague').first()
  ).toBeVisible();
});

test('keeps 50 of 50 answers that 50 clients share on one worksheet at once', async ({ storeAs, recordOne }) => {
  const id = await recordOne('fifty clients');
  const answers = Array.from({ length: 50 }, (_, index) => answer(id, `Answer number ${index}`));
  // A store each, as 50 browsers would have.
  const shared = await Promise.all(
    answers.map((one, index) => write(storeAs(index % 2 === 0 ? 'editor' : 'colleague'), one))
  );
  expect(shared.filter(({ ok }) => !ok)).toEqual([]);
  const { entries } = await read(storeAs('editor'), id);
  expect(entries.map(({ text }) => text).sort()).toEqual(
    Array.from({ length: 50 }, (_, index) => `Answer number ${index}`).sort()
  );
});

/** Ten writes to one near miss, all based on what it showed before any of them. */
function writesTo(nearMiss: NearMiss): QueuedWrite[] {
  const changes = [{ title: 'A' }, { title: 'B' }, { cue: 'C' }, { status: 'discussed' as const }, { outcome: 'D' }];
  return [
    ...changes.map((set): QueuedWrite => ({ what: 'change', change: changeOf(nearMiss, set, newId()) })),
    ...['1', '2', '3', '4', '5'].map((text) => answer(nearMiss.id, text)),
  ];
}

test('loses none of 200 mixed writes to 20 near misses', async ({ storeAs, recordOne }) => {
  const editor = storeAs('editor');
  const ids = await Promise.all(Array.from({ length: 20 }, (_, index) => recordOne(`of twenty, ${index}`)));
  const files = await Promise.all(ids.map((id) => read(editor, id)));
  const writes = files.flatMap(({ nearMiss }) => writesTo(nearMiss));
  // Across the near misses, not one after the other.
  const mixed = writes.map((_, index) => writes[(index * 37) % writes.length] ?? writes[0]);
  const outcomes = await Promise.all(
    mixed.map((one, index) => one && write(storeAs(index % 2 === 0 ? 'editor' : 'colleague'), one))
  );
  expect(new Set(mixed).size).toBe(200);
  expect(outcomes.filter((outcome) => !outcome?.ok)).toEqual([]);

  const after = await Promise.all(ids.map((id) => read(editor, id)));
  const kept = after.flatMap(({ nearMiss, entries }) => [
    ...nearMiss.history.map(({ changeId }) => changeId),
    ...entries.map((entry) => entry.id),
  ]);
  const written = writes.map((one) => (one.what === 'change' ? one.change.id : one.what === 'entry' && one.entry.id));
  expect([...kept].sort()).toEqual([...written].sort());
  for (const { nearMiss } of after) {
    expect(nearMiss).toMatchObject({ cue: 'C', status: 'discussed', outcome: 'D' });
    expect(nearMiss.conflicts.map(({ field, values }) => [field, values.length])).toEqual([['title', 2]]);
  }
});
