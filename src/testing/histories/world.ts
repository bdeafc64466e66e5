import { type Outcome, failed, failureOf } from '../../grafana/outcome';
import type { Send, SendRequest } from '../../grafana/send';
import type { Me } from '../../grafana/whoAmI';
import type { NearMiss } from '../../domain/fold/nearMiss';
import { compose, type Composition, type Page } from '../../storage/react/compose';
import { annotationsSend } from '../grafana/annotationsSend';
import { memoryAnnotations, type MemoryAnnotations } from '../grafana/memoryAnnotations';
import { browserStorage } from './browserStorage';
import type { Random } from './random';
import { userStorageOf } from './userStorageOf';
import type { VirtualTime } from './virtualTime';

export const PEOPLE = ['anna', 'ben', 'cleo'] as const;
const SETTINGS = '/api/plugins/resilience-nearmiss-app/settings';

/** One browser: what it holds, what its clock says, and whose session Grafana has for it. */
export interface Browser {
  name: string;
  storage: Storage;
  /** How far its clock is ahead, ms. */
  ahead: number;
  session: string | null;
  online: boolean;
  tabs: Tab[];
}

/** One page of Near Miss, opened by one person, who is who it takes itself for until it is closed. */
export interface Tab {
  name: string;
  browser: Browser;
  login: string;
  open: boolean;
  composition: Composition;
  /** Tells the page of an event of its window. */
  tell: (event: string) => void;
  /** As it last saw the list. */
  list: readonly NearMiss[];
  /** Ids that its forms gave to what they are about to send, by subject and field. */
  ids: Map<string, string>;
}

/** A Grafana, the browsers in front of it, and everything that goes wrong in between. */
export interface World {
  time: VirtualTime;
  random: Random;
  /** For each login the same annotations. */
  annotations: MemoryAnnotations;
  browsers: readonly Browser[];
  /** How far Grafana's clock is ahead, ms. */
  ahead: { server: number };
  /** How likely a request goes wrong. */
  trouble: { likely: number };
  openTab: (browser: Browser, login: string) => Tab;
  openTabs: () => readonly Tab[];
  /** Called with each annotation that was posted, before its answer. */
  onPost: (listener: (login: string, text: string) => void) => void;
}

/**
 * Between the question who is signed in and the POST that follows at once, ms, nobody signs in here: Grafana has no POST that
 * only one login may make, so that moment cannot be closed from a page.
 */
const AT_ONCE = 1_000;
const isPost = ({ method, path }: SendRequest) => method === 'POST' && path === '/api/annotations';

export const FIRST_MOMENT = Date.UTC(2026, 10, 1);

export function worldOf(time: VirtualTime, random: Random): World {
  const ahead = { server: 0 };
  const trouble = { likely: 0 };
  const annotations = memoryAnnotations({ now: () => time.now() + ahead.server });
  const storages = userStorageOf();
  const listeners: Array<(login: string, text: string) => void> = [];
  const browsers = ['red', 'blue'].map((name): Browser => ({
    ...{ name, storage: browserStorage(), ahead: 0 },
    ...{ session: null, online: true, tabs: [] },
  }));
  let tabs = 0;

  const serve = async (request: SendRequest, login: string | null): Promise<Outcome<unknown>> => {
    if (login === null) {
      return failed('unauthorized');
    }
    if (isPost(request)) {
      listeners.forEach((listener) => listener(login, textIn(request.body)));
    }
    const answers = { '/api/user': { login }, [SETTINGS]: { jsonData: {} } };
    return storages(request, login) ?? annotationsSend(annotations.as({ login }), answers)(request);
  };
  const sendOf = (tab: Tab): Send => {
    let wasOwner = -Infinity;
    return async (request) => {
      const asks = async () => {
        await time.sleep(random.below(200));
        const isAtOnce = isPost(request) && time.now() - wasOwner < AT_ONCE;
        const session = isAtOnce ? tab.login : tab.browser.session;
        if (request.path === '/api/user' && session === tab.login) {
          wasOwner = time.now();
        }
        return answerFrom({ time, random, trouble }, { ...tab.browser, session }, (login) => serve(request, login));
      };
      const outcome = tab.open ? await asks() : null;
      await time.sleep(random.below(50));
      return tab.open && outcome ? outcome : new Promise(() => {});
    };
  };
  return {
    ...{ time, random, annotations, browsers, ahead, trouble },
    openTabs: () => browsers.flatMap((browser) => browser.tabs),
    onPost: (listener) => void listeners.push(listener),
    openTab: (browser, login) => {
      tabs += 1;
      const tab = tabIn(browser, `${browser.name} ${tabs}`, login, time, sendOf);
      browser.tabs.push(tab);
      return tab;
    },
  };
}

function meAs(login: string): Me {
  return { login, orgId: 1, uid: `u-${login}`, signedIn: true, canEditConfiguration: true };
}

function tabIn(browser: Browser, name: string, login: string, time: VirtualTime, sendOf: (tab: Tab) => Send): Tab {
  const listeners = new Map<string, Array<() => void>>();
  const ofPage = {
    open: true,
    tell: (event: string) => listeners.get(event)?.forEach((listener) => listener()),
  };
  const page: Page = {
    get localStorage() {
      if (!ofPage.open) {
        throw new Error('the page is gone');
      }
      return browser.storage;
    },
    addEventListener: (event, listener) => listeners.set(event, [...(listeners.get(event) ?? []), listener]),
  };
  const set = browser.ahead;
  const clock = { now: () => time.now() + set, sleep: time.sleep };
  const tab: Tab = Object.assign(ofPage, {
    ...{ name, browser, login, list: [], ids: new Map<string, string>() },
    composition: compose((request) => send(request), { clock, page, who: () => meAs(login) }),
  });
  const send = sendOf(tab);
  return tab;
}

export function closeTab(tab: Tab, politely: boolean): void {
  if (politely) {
    tab.tell('pagehide');
  }
  tab.open = false;
  tab.browser.tabs = tab.browser.tabs.filter((other) => other !== tab);
}

type Way = Pick<World, 'time' | 'random' | 'trouble'>;
type Serve = (login: string | null) => Promise<Outcome<unknown>>;

/** What the page hears: the answer, or what the way there and back made of it. */
async function answerFrom(
  way: Way,
  browser: Pick<Browser, 'online' | 'session'>,
  serve: Serve
): Promise<Outcome<unknown>> {
  const { time, random, trouble } = way;
  if (!browser.online) {
    return failed('offline');
  }
  const login = browser.session;
  if (!random.chance(trouble.likely)) {
    return serve(login);
  }
  switch (random.below(6)) {
    case 0:
      await time.sleep(30_000);
      return failed('timeout');
    case 1:
      return { ok: false, failure: failureOf(503, 'down') };
    case 2:
      await serve(login);
      return failed('offline');
    case 3:
      await serve(login);
      await time.sleep(30_000);
      return failed('timeout');
    case 4:
      await serve(login);
      return { ok: false, failure: failureOf(502, 'a page of the proxy') };
    default: {
      const answer = await serve(login);
      time.after(random.below(10_000), () => void serve(login));
      return answer;
    }
  }
}

function textIn(body: unknown): string {
  const text: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'text') : '';
  return typeof text === 'string' ? text : '';
}
