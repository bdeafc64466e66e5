import { changeOf } from '../../domain/fold/changeOf';
import { statusBefore } from '../../domain/fold/history';
import { newId } from '../../domain/record/id';
import type { NearMissFields } from '../../domain/record/record';
import { exportFile } from '../../domain/transfer/exportFile';
import { planImport } from '../../domain/transfer/planImport';
import { readExportFile } from '../../domain/transfer/readExportFile';
import { queuedId, type QueuedWrite } from '../../storage/store/queuedWrite';
import { importNearMisses } from '../../storage/transfer/importNearMisses';
import { moveNearMisses } from '../../storage/transfer/moveNearMisses';
import { readEverything } from '../../storage/transfer/readEverything';
import { anEntry, aRecord } from '../builders/builders';
import { type Ledger, tokenOf, tokensIn, writerOf } from './ledger';
import { type Browser, closeTab, PEOPLE, type Tab, type World } from './world';

export interface History {
  world: World;
  ledger: Ledger;
  /** Exports that somebody kept. */
  files: string[];
}

type InTab = (history: History, tab: Tab) => Promise<unknown>;

export interface Step {
  name: string;
  weight: number;
  run: (history: History) => Promise<unknown>;
}

const ORGANIZATION = { kind: 'organization' as const };
const JOURNAL = { kind: 'journal' as const, dashboardUid: 'journal' };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Sends as a form does: while one of it is on its way, another is not begun. */
async function send({ ledger }: History, tab: Tab, from: { subject: string; field: string }, write: QueuedWrite) {
  const { outbox } = tab.composition;
  if (outbox.queued().some((item) => item.from.subject === from.subject && item.from.field === from.field)) {
    return;
  }
  const token = tokenOf(write);
  const sent = outbox.send(from, write);
  if (token !== null) {
    const kept = outbox.queued().find(({ id }) => id === queuedId(write))?.keptIn === 'browser';
    ledger.told(token, kept ? 'kept' : 'silent');
  }
  const outcome = await sent;
  const waits = outbox.queued().some(({ id }) => id === queuedId(write));
  if (token !== null) {
    ledger.told(token, outcome.ok ? 'saved' : waits ? 'kept' : 'refused');
  }
}

/** Opens a page of Near Miss in that browser as whom Grafana takes it for. */
export function openPage({ world, ledger }: History, browser: Browser): Tab | null {
  if (browser.session === null) {
    return null;
  }
  const tab = world.openTab(browser, browser.session);
  tab.composition.outbox.onWritten(({ write }) => {
    const token = tokenOf(write);
    if (token !== null) {
      ledger.told(token, 'saved');
    }
  });
  tab.composition.begin();
  return tab;
}

const record: InTab = async (history, tab) => {
  const { ledger, world } = history;
  const title = ledger.text(tab.login);
  const graph = world.random.chance(0.3) ? {} : { stretch: null, evidence: null, source: null, limit: null };
  const id = newId();
  const status = world.random.chance(0.2) ? 'started' : 'recorded';
  ledger.words.set(title, { token: title, by: tab.login, in: 'record', nearMiss: id, told: 'silent', instead: null });
  const place = world.random.chance(0.3) ? JOURNAL : ORGANIZATION;
  const written = aRecord({ id, title, status, projection: null, ...graph });
  await send(history, tab, { subject: 'record', field: id }, { what: 'record', record: written, place, draftId: null });
};

const type: InTab = async ({ ledger, world }, tab) => {
  const subject = world.random.pick(tab.list)?.id;
  const field = world.random.pick(['answer:q1', 'takeaway']);
  if (subject && field) {
    const token = ledger.text(tab.login);
    await open({ ledger, tab, subject, field });
    tab.composition.unfinished.keep(subject, field, token);
    forgetUnshared(ledger, tab, subject, field);
    ledger.unshared.set(token, { token, tab, subject, field });
  }
};

function forgetUnshared(ledger: Ledger, tab: Tab, subject: string, field: string): void {
  for (const one of ledger.unshared.values()) {
    if (one.tab === tab && one.subject === subject && one.field === field) {
      ledger.unshared.delete(one.token);
    }
  }
}

async function open({ ledger, tab, subject, field }: { ledger: Ledger; tab: Tab; subject: string; field: string }) {
  const { newest, other } = await tab.composition.unfinished.open(subject, field);
  for (const token of [newest, other].flatMap((one) => tokensIn(one?.text ?? ''))) {
    if (writerOf(token) !== tab.login) {
      ledger.wrongs.push({ how: 'shown to another', what: `${token} in a field of ${tab.login}` });
    }
    // What was offered may be typed over.
    ledger.unshared.delete(token);
  }
  return newest;
}

const share: InTab = async (history, tab) => {
  const { ledger, world } = history;
  const mine = [...ledger.unshared.values()].filter((one) => one.tab === tab);
  const unshared = world.random.pick(mine);
  const text = unshared && tab.composition.unfinished.peek(unshared.subject, unshared.field)?.text;
  if (!unshared || text !== unshared.token) {
    return;
  }
  const { subject, field, token } = unshared;
  const id = tab.ids.get(`${subject} ${field}`) ?? newId();
  tab.ids.delete(`${subject} ${field}`);
  ledger.unshared.delete(token);
  ledger.words.set(token, { token, by: tab.login, in: 'entry', nearMiss: subject, told: 'silent', instead: null });
  const entry = anEntry({ id, nearMiss: subject, text, question: field === 'takeaway' ? '' : 'q1' });
  await send(history, tab, { subject, field }, { what: 'entry', entry });
};

const editAnswer: InTab = async (history, tab) => {
  const { ledger, world } = history;
  const file = await tab.composition.store.read(world.random.pick(tab.list)?.id ?? '');
  const mine = file.ok
    ? file.value.entries.filter(({ author }) => author.login === tab.login && !author.writtenBy)
    : [];
  const former = world.random.pick(mine);
  if (former) {
    const token = ledger.text(tab.login);
    const { nearMiss, id, question } = former;
    const [instead = null] = tokensIn(former.text);
    ledger.words.set(token, { token, by: tab.login, in: 'entry', nearMiss, told: 'silent', instead });
    const entry = anEntry({ id: newId(), nearMiss, question, text: token, replaces: id });
    await send(history, tab, { subject: nearMiss, field: `edit:${id}` }, { what: 'entry', entry });
  }
};

/** A change of what `set` makes of the near miss. */
const changing =
  (set: (token: string, history: History, nearMiss: Tab['list'][number]) => Partial<NearMissFields>): InTab =>
  async (history, tab) => {
    const { ledger, world } = history;
    const file = await tab.composition.store.read(world.random.pick(tab.list)?.id ?? '');
    if (file.ok) {
      const { nearMiss } = file.value;
      const token = ledger.text(tab.login);
      const change = changeOf(nearMiss, set(token, history, nearMiss), newId());
      ledger.words.set(token, {
        ...{ token, by: tab.login, in: 'change', nearMiss: nearMiss.id, told: 'silent', instead: null },
      });
      await send(history, tab, { subject: nearMiss.id, field: 'change' }, { what: 'change', change });
    }
  };

const deleteForGood: InTab = async ({ ledger, world }, tab) => {
  const nearMiss = world.random.pick(tab.list);
  if (nearMiss) {
    ledger.deleted.add(nearMiss.id);
    await tab.composition.store.remove(nearMiss);
  }
};

const deleteAnswer: InTab = async ({ ledger, world }, tab) => {
  const file = await tab.composition.store.read(world.random.pick(tab.list)?.id ?? '');
  const entry = file.ok ? world.random.pick(file.value.entries) : undefined;
  if (entry) {
    tokensIn(entry.text).forEach((token) => ledger.deleted.add(token));
    await tab.composition.store.removeEntry(entry);
  }
};

const move: InTab = ({ world }, tab) => {
  const [from, to] = world.random.chance(0.5) ? [ORGANIZATION, JOURNAL] : [JOURNAL, ORGANIZATION];
  return moveNearMisses(tab.composition.context, { from, to, team: '' });
};

const exportAll: InTab = async ({ files }, tab) => {
  const read = await readEverything(tab.composition.context.port);
  if (read.ok) {
    files.push(JSON.stringify(exportFile(read.value.whole, { grafana: '', organization: 1 }, 1)));
  }
};

const importFile: InTab = async ({ files, world }, tab) => {
  const file = readExportFile(world.random.pick(files) ?? '');
  const read = await readEverything(tab.composition.context.port);
  if (file.ok && read.ok) {
    const { context } = tab.composition;
    const plan = planImport(file.file, read.value, { link: context.link, place: ORGANIZATION });
    await importNearMisses(context, plan, { place: ORGANIZATION });
  }
};

const takeBack: InTab = async ({ ledger, world }, tab) => {
  const item = world.random.pick(tab.composition.outbox.queued());
  const token = item ? tokenOf(item.write) : null;
  if (item && token !== null) {
    tab.composition.outbox.takeBack(item.id);
    ledger.told(token, 'taken back');
    if (item.write.what === 'entry' && item.write.entry.replaces === '') {
      // The pencil: the same form goes on with the same id, with other words.
      tab.ids.set(`${item.from.subject} ${item.from.field}`, item.id);
    }
  }
};

const readList: InTab = async (_, tab) => {
  const list = await tab.composition.store.list();
  tab.list = list.ok ? list.value.nearMisses : tab.list;
};

const inTab = (name: string, weight: number, work: InTab): Step => ({
  ...{ name, weight },
  run: async (history) => {
    const tab = history.world.random.pick(history.world.openTabs());
    return tab && work(history, tab);
  },
});

const toBrowser = (name: string, weight: number, work: (history: History, browser: Browser) => void): Step => ({
  ...{ name, weight },
  run: async (history) => {
    const browser = history.world.random.pick(history.world.browsers);
    return browser && work(history, browser);
  },
});

const closeOne = (politely: boolean) => (history: History, browser: Browser) => {
  const tab = history.world.random.pick(browser.tabs);
  if (tab) {
    closeTab(tab, politely);
    openPage(history, browser);
  }
};

/** Between -most and most. */
const anyWay = ({ world }: History, most: number) => world.random.below(2 * most) - most;

export const STEPS: readonly Step[] = [
  inTab('record', 8, record),
  inTab('type', 10, type),
  inTab('share', 14, share),
  inTab('edit an answer', 6, editAnswer),
  inTab(
    'change',
    5,
    changing((title) => ({ title }))
  ),
  inTab(
    'status',
    3,
    changing((outcome) => ({ status: 'closed', outcome }))
  ),
  inTab(
    'withdraw or restore',
    3,
    changing((outcome, _, nearMiss) => ({
      outcome,
      status: nearMiss.status === 'withdrawn' ? statusBefore(nearMiss) : 'withdrawn',
    }))
  ),
  inTab('delete for good', 1, deleteForGood),
  inTab('delete an answer', 1, deleteAnswer),
  inTab('move', 2, move),
  inTab('export', 1, exportAll),
  inTab('import', 1, importFile),
  inTab('take back', 2, takeBack),
  inTab('read the list', 10, readList),
  inTab('try now', 2, (_, tab) => tab.composition.outbox.retryNow()),
  toBrowser('open a tab', 3, (history, browser) => void (browser.tabs.length < 3 && openPage(history, browser))),
  toBrowser('reload', 4, closeOne(true)),
  toBrowser('crash', 3, closeOne(false)),
  toBrowser('sign in', 3, ({ world }, browser) => void (browser.session = world.random.pick(PEOPLE) ?? null)),
  toBrowser('sign out', 1, (_, browser) => void (browser.session = null)),
  toBrowser('offline or online', 3, (_, browser) => {
    browser.online = !browser.online;
    browser.tabs.forEach((tab) => browser.online && tab.tell('online'));
  }),
  toBrowser('storage event', 4, (_, browser) => browser.tabs.forEach((tab) => tab.tell('storage'))),
  toBrowser('set the browser’s clock', 3, (history, browser) => {
    browser.ahead = anyWay(history, history.world.random.chance(0.3) ? 31 * 24 * HOUR : 6 * HOUR);
  }),
  {
    ...{ name: 'set Grafana’s clock', weight: 2 },
    run: async (history) => void (history.world.ahead.server = anyWay(history, 6 * HOUR)),
  },
  {
    ...{ name: 'trouble', weight: 4 },
    run: async ({ world }) => void (world.trouble.likely = world.random.pick([0, 0, 0.1, 0.4]) ?? 0),
  },
  {
    ...{ name: 'answers that lack the oldest', weight: 2 },
    run: async ({ world }) => world.annotations.cutNext(1 + world.random.below(3), 1 + world.random.below(4)),
  },
  {
    ...{ name: 'wait', weight: 6 },
    run: ({ world }) => world.time.pass(world.random.pick([3_000, MINUTE, 11 * MINUTE, 2 * HOUR]) ?? 0),
  },
];
