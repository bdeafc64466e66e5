import { QUESTIONS } from '../src/domain/record/questions';
import { routes } from '../src/routes';
import { createNearMissStore } from '../src/storage/store/createNearMissStore';
import { httpAnnotations } from '../src/storage/annotations/httpAnnotations';
import type { NearMissFile } from '../src/storage/store/nearMissStore';
import { anEntry } from '../src/testing/builders/builders';
import { nodeSend } from '../src/testing/grafana/nodeSend';
import { expect, test } from './fixtures';
import { admin, url } from './host';
import { NearMissView } from './views/NearMissView';
import { newId } from '../src/domain/record/id';
import { shareIn } from '../src/testing/hosts/writeTo';

const OUTSIDE = 'changed outside Near Miss, Grafana does not say by whom';

/** The plugin's own store and the bare annotations, as that person (`login:password`). */
function as(credentials: string) {
  const port = httpAnnotations(nodeSend(url, credentials));
  return { port, store: createNearMissStore(port, { link: routes.nearMiss }) };
}

type Hands = ReturnType<typeof as>;

async function fileOf({ store }: Hands, id: string): Promise<NearMissFile> {
  const file = await store.read(id);
  if (!file.ok) {
    throw new Error(file.failure.detail);
  }
  return file.value;
}

async function share(hands: Hands, nearMiss: string, entry: Parameters<typeof anEntry>[0]): Promise<string> {
  const id = newId();
  const shared = await shareIn(hands.store, anEntry({ ...entry, id, nearMiss }));
  expect(shared).toMatchObject({ ok: true });
  return id;
}

const byAdmin = as(admin);
let id = '';
// What the admin wrote is not under the world's prefix.
test.afterEach(async () => {
  await byAdmin.store.remove((await fileOf(byAdmin, id)).nearMiss);
});

test('gives words to their author only while nobody else had them in hand', async ({ page, world, recordOne }) => {
  const { editor, colleague } = world.users;
  const [author, other] = [editor, colleague].map(({ login, password }) => as(`${login}:${password}`)) as [
    Hands,
    Hands,
  ];
  id = await recordOne('in other hands');
  const [patched = '', claimed = '', deleted = '', imported = ''] = QUESTIONS.map(({ key }) => key);

  await share(author, id, { question: patched, text: 'Whoever had looked there before.' });
  const hers = await share(author, id, { question: claimed, text: 'By looking at the graph.' });
  const first = await share(author, id, { question: deleted, text: 'First thought.' });
  await share(author, id, { question: deleted, text: 'Second thought.', replaces: first });

  const { entries, nearMiss } = await fileOf(other, id);
  const one = entries.find(({ question }) => question === patched)?.annotationId ?? 0;
  const stored = await other.port.get(one);
  const text = String(Reflect.get(Object(stored.ok && stored.value), 'text'));
  // The seal is as fine as Grafana's clock.
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  const parts = { text: text.replaceAll('Whoever had looked', 'Nobody had looked') };
  expect(await other.port.patch(one, parts)).toMatchObject({ ok: true });
  await share(other, id, { question: claimed, text: 'By luck alone.', replaces: hers });
  const edited = entries.find(({ question }) => question === deleted);
  expect(edited && (await other.store.removeEntry(edited))).toMatchObject({ ok: true });
  await share(byAdmin, id, { question: imported, text: 'From elsewhere.', writtenBy: { login: 'anna', at: 1 } });
  expect(await other.port.patch(nearMiss.annotationId, { time: nearMiss.time })).toMatchObject({ ok: true });

  const view = new NearMissView(page);
  await view.goto(id);
  const part = (key: string) => view.part(QUESTIONS.find((question) => question.key === key)?.text.slice(0, 25) ?? '');
  const edit = (key: string) => part(key).getByRole('button', { name: 'Edit' });

  await expect(part(patched)).toContainText('Nobody had looked there before.');
  await expect(part(patched)).toContainText(OUTSIDE);
  await expect(part(patched)).not.toContainText(editor.login);
  await expect(edit(patched)).toHaveCount(0);

  await expect(part(claimed)).toContainText(`By looking at the graph.${editor.login}`);
  await expect(part(claimed)).toContainText(`By luck alone.${colleague.login}`);
  await expect(edit(claimed)).toHaveCount(1);

  await expect(part(deleted).getByRole('textbox')).toBeVisible();
  await expect(part(deleted)).not.toContainText('thought');

  await expect(part(imported)).toContainText(`From elsewhere.copied by ${admin.split(':')[0]}, first written by anna`);
  await expect(edit(imported)).toHaveCount(0);

  await view.unfold('History');
  const history = view.main.getByRole('list', { name: 'History' });
  await expect(history).toContainText(`${OUTSIDE} (last time at`);
});
