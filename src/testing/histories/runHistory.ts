import { createNearMissStore } from '../../storage/store/createNearMissStore';
import { type Ledger, ledgerOf, tokensIn, type Words, type Wrong } from './ledger';
import { randomOf } from './random';
import { type History, openPage, STEPS } from './steps';
import { useTimersOf, virtualTime } from './virtualTime';
import { closeTab, FIRST_MOMENT, PEOPLE, type World, worldOf } from './world';

export interface HistoryResult {
  wrongs: readonly Wrong[];
  /** The names of the steps, in order. */
  steps: readonly string[];
  /** Words that somebody was told are kept or saved. */
  promised: number;
}

const MINUTE = 60_000;

/** One history of so many steps, the same for the same seed, and what it broke of what people were told. */
export async function runHistory(seed: number, steps: number): Promise<HistoryResult> {
  const random = randomOf(seed);
  const time = virtualTime(FIRST_MOMENT);
  const putBack = useTimersOf(time);
  try {
    const world = worldOf(time, random);
    const history: History = { world, ledger: ledgerOf(world), files: [] };
    const done: string[] = [];
    world.browsers.forEach((browser, at) => {
      browser.session = PEOPLE[at] ?? null;
      openPage(history, browser);
    });
    for (let step = 0; step < steps; step++) {
      const next = random.weighted(STEPS);
      done.push(next?.name ?? '');
      // What it does goes on beside the next steps, unless there is time for it to end.
      void next?.run(history);
      await time.pass(random.pick([0, 50, 500, 5_000, 60_000]) ?? 0);
    }
    await bringHome(history);
    await check(history);
    const promised = [...history.ledger.words.values()].filter(({ told }) => isPromise(told)).length;
    return { wrongs: history.ledger.wrongs, steps: done, promised };
  } finally {
    putBack();
  }
}

const isPromise = (told: Words['told']) => told === 'kept' || told === 'saved';

/** Nothing goes wrong any more, and everybody opens Near Miss once more in each browser. */
async function bringHome(history: History): Promise<void> {
  const { world } = history;
  world.trouble.likely = 0;
  world.annotations.cutNext(0, 0);
  for (const browser of world.browsers) {
    browser.online = true;
    await world.time.pass(2 * MINUTE);
    [...browser.tabs].forEach((tab) => closeTab(tab, true));
    for (const login of PEOPLE) {
      browser.session = login;
      const tab = openPage(history, browser);
      await world.time.pass(25 * MINUTE);
      tab?.composition.outbox.queued().forEach(({ write, state }) => {
        const token = state === 'refused' ? tokensIn(JSON.stringify(write))[0] : undefined;
        if (token) {
          history.ledger.told(token, 'refused');
        }
      });
      if (tab) {
        closeTab(tab, true);
      }
    }
  }
}

async function check({ world, ledger }: History): Promise<void> {
  const shown = shownBy(world);
  await world.time.pass(MINUTE);
  const { counts, told } = await shown;
  for (const words of ledger.words.values()) {
    const times = counts.get(words.token) ?? 0;
    if (times > 1) {
      ledger.wrongs.push({ how: 'twice', what: `${words.in} ${words.token}` });
    }
    if (isPromise(words.told) && times === 0 && !told.has(words.token) && !isGone(words, ledger, counts)) {
      ledger.wrongs.push({ how: 'lost', what: `${words.in} ${words.token}, told ${words.told}` });
    }
  }
  checkUnfinished(ledger);
}

/** Deleted by somebody, or its writer put other words in its place. */
function isGone({ token, nearMiss, in: what }: Words, ledger: Ledger, counts: ReadonlyMap<string, number>): boolean {
  if (ledger.deleted.has(nearMiss) || ledger.deleted.has(token)) {
    return true;
  }
  const edits = [...ledger.words.values()].filter(({ instead }) => instead === token);
  return what === 'entry' && edits.some((edit) => (counts.get(edit.token) ?? 0) > 0 || isGone(edit, ledger, counts));
}

interface Shown {
  /** How often people see each of the words, near misses, histories and worksheets together. */
  counts: ReadonlyMap<string, number>;
  /** Those that a near miss's page tells of without counting them: an answer lacked the true record when they were written. */
  told: ReadonlySet<string>;
}

async function shownBy({ annotations }: World): Promise<Shown> {
  const store = createNearMissStore(annotations.as({ login: 'cleo' }), { link: (id) => id, sleep: async () => {} });
  const counts = new Map<string, number>();
  const told = new Set<string>();
  const list = await store.list();
  for (const { id } of list.ok ? list.value.nearMisses : []) {
    const file = await store.read(id);
    if (file.ok) {
      const { stored, nearMiss, entries } = file.value;
      const texts = [stored.record.record.title, ...entries.map(({ text }) => text)];
      const changed = nearMiss.history.map(({ set }) => set.outcome ?? set.title ?? '');
      [...texts, ...changed].flatMap(tokensIn).forEach((token) => counts.set(token, (counts.get(token) ?? 0) + 1));
      stored.foreign.flatMap(({ annotation }) => tokensIn(annotation.text)).forEach((token) => told.add(token));
    }
  }
  return { counts, told };
}

/** What was typed last in a page and neither shared nor offered elsewhere is still in the browser it was typed in. */
function checkUnfinished({ unshared, wrongs }: Ledger): void {
  for (const { token, tab } of unshared.values()) {
    const { storage } = tab.browser;
    const isThere = Object.keys(storage).some((key) => storage.getItem(key)?.includes(`"${token}"`));
    if (!isThere) {
      wrongs.push({ how: 'unfinished lost', what: token });
    }
  }
}
