import {
  type BusEvent,
  DataHoverClearEvent,
  DataHoverEvent,
  PluginContextProvider,
  type PluginMeta,
} from '@grafana/data';
import { config } from '@grafana/runtime';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import type { NearMiss } from '../domain/fold/nearMiss';
import { APP_ID } from '../pluginIds';
import type { NearMissList, NearMissStore } from '../storage/store/nearMissStore';
import type { Outcome } from '../grafana/outcome';
import type { Send } from '../grafana/send';
import { NearMissStoreProvider } from '../storage/react/NearMissStoreProvider';
import { aNearMiss, aNearMissWithoutGraph, anAuthor } from '../testing/builders/builders';
import NearMisses from './NearMisses';
import type { NearMissesProps } from './NearMissesProps';

const DAY = 24 * 60 * 60_000;
const NOW = aNearMiss().actedAt + DAY;

const QUEUE = aNearMiss({ id: 'queue', title: 'Orders piled up', cue: 'No dips any more.', team: 'payments' });
const REVIEW = aNearMissWithoutGraph({ id: 'review', title: 'A wrong time-out', team: 'shop', actedAt: NOW - 3 * DAY });
const OLD = aNearMiss({ id: 'old', title: 'Long ago', actedAt: NOW - 91 * DAY });
const STARTED = aNearMiss({ id: 'started', title: 'Kept graph', status: 'started' });
const WITHDRAWN = aNearMiss({ id: 'withdrawn', title: 'Taken back', status: 'withdrawn' });
const ALL = [QUEUE, STARTED, WITHDRAWN, REVIEW, OLD];

const listOf = (nearMisses: readonly NearMiss[], complete = true): Outcome<NearMissList> => ({
  ok: true,
  value: { nearMisses, drafts: [], unreadable: [], complete },
});
const OFFLINE: Outcome<NearMissList> = { ok: false, failure: { kind: 'offline', status: 0, detail: '' } };

/** A store whose lists are answered by hand, in the order they were asked for. */
function aStore(...answers: Array<Outcome<NearMissList> | Promise<Outcome<NearMissList>>>) {
  const asked: Array<number | undefined> = [];
  const store: Partial<NearMissStore> = {
    list: async ({ atMost } = {}) => {
      asked.push(atMost);
      return answers[asked.length - 1] ?? listOf(ALL);
    },
  };
  return { asked, store: store as NearMissStore };
}

function propsWith(options: NearMissesProps['options'] = {}, over: Partial<NearMissesProps> = {}): NearMissesProps {
  return {
    options,
    width: 800,
    height: 500,
    timeZone: 'utc',
    from: NOW - DAY / 4,
    to: NOW,
    asOf: NOW,
    replaceVariables: (text) => text,
    ...over,
  };
}

const panel = (store: NearMissStore, props: NearMissesProps, send?: Send) => (
  <NearMissStoreProvider store={store} send={send}>
    <NearMisses {...props} />
  </NearMissStoreProvider>
);

/** Grafana's answer to what somebody may do. */
const mayWriteTo =
  (scope: string): Send =>
  async () => ({ ok: true, value: { 'annotations:create': [scope] } });
const EDITOR = mayWriteTo('annotations:*');
const VIEWER = mayWriteTo('annotations:type:dashboard');

async function open(
  options: NearMissesProps['options'] = {},
  over: Partial<NearMissesProps> = {},
  given = aStore(),
  send?: Send
) {
  const view = render(panel(given.store, propsWith(options, over), send));
  await waitFor(() => expect(view.container).not.toBeEmptyDOMElement());
  await waitFor(() => expect(screen.queryByText('Loading near misses…')).not.toBeInTheDocument());
  return { ...view, asked: given.asked, user: userEvent.setup({ delay: null }) };
}

const titles = () =>
  screen.getAllByTestId('near-miss-item').map((item) => within(item).getAllByRole('link')[0]?.textContent);

/** Grafana's interpolation of one variable: a format that is a function is given the value, a list where there are several. */
const variable =
  (name: string, values: string[], text = values.join(' + ')): NearMissesProps['replaceVariables'] =>
  (template, _scoped, format) => {
    const value = values.length === 1 ? values[0] : values;
    const filled = typeof format === 'function' ? format(value, {}) : format === 'text' ? text : values.join(',');
    return template.replace(`$${name}`, filled).replace(`\${${name}}`, filled);
  };

describe('near misses on a dashboard', () => {
  it('are those of the last 90 days whatever the dashboard shows, without started and withdrawn ones', async () => {
    await open();
    expect(titles()).toEqual(['Orders piled up', 'A wrong time-out']);
    expect(screen.getByRole('status')).toHaveTextContent('2 near misses · last 90 days');
  });

  it('lead to the evidence pack of the same time and teams', async () => {
    const packLink = () => screen.getByRole('link', { name: 'Evidence pack' }).getAttribute('href');
    const { unmount } = await open({ team: 'payments' });
    expect(packLink()).toBe(`/a/${APP_ID}/pack?team=payments&period=90d`);
    unmount();
    await open({ days: 0 }, { from: Date.UTC(2026, 9, 1), to: Date.UTC(2026, 11, 31) });
    expect(packLink()).toBe(`/a/${APP_ID}/pack?period=2026-10-01..2026-12-31`);
  });

  it('follow the dashboard’s range, and show started and withdrawn ones, when told to', async () => {
    await open({ days: 0, showStarted: true, showWithdrawn: true }, { from: NOW - 2 * DAY });
    expect(titles()).toEqual(['Orders piled up', 'Kept graph', 'Taken back']);
  });

  it('stand below the drafts of that time, which are not counted and lead to their own page', async () => {
    const draft = { annotationId: 7, created: NOW, time: NOW - DAY, timeEnd: NOW - DAY, dashboardUid: '', panelId: 0 };
    const drafts = [
      { ...draft, text: 'odd <b>heap</b>', tags: ['near-miss', 'team:shop'], login: 'anna' },
      { ...draft, annotationId: 8, text: 'long ago', timeEnd: NOW - 91 * DAY, tags: ['near-miss'], login: 'anna' },
    ];
    const found: NearMissList = { nearMisses: ALL, drafts, unreadable: [], complete: true };
    const { user } = await open({}, {}, aStore({ ok: true, value: found }));
    expect(screen.getByRole('status')).toHaveTextContent('2 near misses');
    await user.click(screen.getByText('1 draft to complete'));
    expect(screen.getByRole('link', { name: 'Complete “odd heap”' })).toHaveAttribute('href', `/a/${APP_ID}/draft/7`);
  });

  it('are not joined by drafts of another team', async () => {
    const draft = { annotationId: 7, created: NOW, time: NOW - DAY, timeEnd: NOW - DAY, dashboardUid: '', panelId: 0 };
    const drafts = [{ ...draft, text: 'odd', tags: ['near-miss', 'team:shop'], login: 'anna' }];
    const found: NearMissList = { nearMisses: ALL, drafts, unreadable: [], complete: true };
    const { rerender } = await open({ team: 'payments' }, {}, aStore({ ok: true, value: found }));
    expect(screen.queryByText('1 draft to complete')).not.toBeInTheDocument();
    rerender(panel(aStore({ ok: true, value: found }).store, propsWith({ team: 'shop' })));
    expect(await screen.findByText('1 draft to complete')).toBeInTheDocument();
  });

  it('lead to their page and to the exact panel and time', async () => {
    await open();
    expect(screen.getByRole('link', { name: 'Orders piled up' })).toHaveAttribute('href', `/a/${APP_ID}/nm/queue`);
    const graph = screen.getByRole('link', { name: 'Graph of Orders piled up' }).getAttribute('href');
    expect(graph).toMatch(/^\/d\/checkout\?from=\d+&to=\d+&var-service=checkout&viewPanel=4$/);
  });

  it('are narrowed by a variable of the dashboard', async () => {
    await open({ team: '$team' }, { replaceVariables: variable('team', ['shop', 'search']) });
    expect(titles()).toEqual(['A wrong time-out']);
    expect(screen.getByRole('status')).toHaveTextContent('Team shop, Team search');
  });

  it('are not narrowed by a variable that stands on All', async () => {
    await open({ team: '$team' }, { replaceVariables: variable('team', ['search', 'billing'], 'All') });
    expect(titles()).toHaveLength(2);
  });

  it('are those of one team whose name holds a comma, typed or chosen', async () => {
    const eu = [aNearMiss({ id: 'eu', title: 'EU queue', team: 'Payments, EU' }), QUEUE, REVIEW];
    const given = aStore(listOf(eu, true));
    const { rerender } = await open({ team: 'Payments, EU' }, {}, given);
    expect(titles()).toEqual(['EU queue']);
    const chosen = { replaceVariables: variable('team', ['Payments, EU', 'shop']) };
    rerender(panel(given.store, propsWith({ team: '${team:csv}' }, chosen)));
    await waitFor(() => expect(titles()).toEqual(['EU queue', 'A wrong time-out']));
    rerender(
      panel(given.store, propsWith({ team: '$team' }, { replaceVariables: variable('team', ['Payments, EU']) }))
    );
    await waitFor(() => expect(titles()).toEqual(['EU queue']));
  });

  it('are those of each value where text stands around the variable', async () => {
    const all = [aNearMiss({ id: 'eu', title: 'EU queue', team: 'pay-eu' }), QUEUE, REVIEW];
    const replaceVariables = variable('region', ['eu', 'us']);
    await open({ team: 'pay-$region' }, { replaceVariables }, aStore(listOf(all, true)));
    expect(titles()).toEqual(['EU queue']);
    expect(screen.getByRole('status')).toHaveTextContent('Team pay-eu, Team pay-us');
  });

  it('say so when the dashboard has no such variable', async () => {
    await open({ team: '$team' });
    expect(titles()).toHaveLength(2);
    expect(screen.getByText(/no variable \$team/)).toBeVisible();
  });

  it('are read up to the limit, and the panel says that more exist', async () => {
    const { asked } = await open({ limit: 100 }, {}, aStore(listOf(ALL, false)));
    expect(asked).toEqual([100]);
    expect(screen.getByRole('status')).toHaveTextContent('showing 2, more exist');
  });

  it('teach what one is while there is none', async () => {
    await open({}, {}, aStore(listOf([])));
    expect(screen.getByText(/A near miss is what almost became an incident/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Record one without a graph' })).toHaveAttribute(
      'href',
      `/a/${APP_ID}/record`
    );
  });

  it('teach with an example of the road not taken, in words for those who may record', async () => {
    const { container } = await open({}, {}, aStore(listOf([])), EDITOR);
    expect(await screen.findByText(/^To keep one, open the menu of a graph/)).toBeVisible();
    const picture = container.querySelector('figure img')?.getAttribute('src') ?? '';
    expect(decodeURIComponent(picture)).toContain('512 MiB');
    expect(screen.getByText(/The dashed line is the road not taken/)).toBeVisible();
  });

  it('tell those who may not record who does, and what becomes of a tagged annotation', async () => {
    await open({}, {}, aStore(listOf([])), VIEWER);
    expect(
      await screen.findByText(/^Editors record them.*with the tag near-miss.*waits here as a draft/)
    ).toBeVisible();
    expect(screen.queryByText(/^To keep one/)).not.toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Record one without a graph' })).not.toBeInTheDocument();
  });

  it('ask for no rights once there is one', async () => {
    const send = jest.fn(EDITOR);
    await open({}, {}, aStore(), send);
    expect(send).not.toHaveBeenCalled();
  });

  it.each(['unauthorized', 'forbidden'] as const)('are not shown to who is not signed in (%s)', async (kind) => {
    config.bootData.user.isSignedIn = false;
    await open({}, {}, aStore({ ok: false, failure: { kind, status: 401, detail: '' } }));
    expect(
      screen.getByText('Near misses are not shown on shared dashboards; sign in to see them.')
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
  });

  it('can be asked for again by somebody whose session ended', async () => {
    config.bootData.user.isSignedIn = true;
    await open({}, {}, aStore({ ok: false, failure: { kind: 'unauthorized', status: 401, detail: '' } }));
    expect(screen.getByText(/You are no longer signed in/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });

  it('stand under headings that say how many, where the panel groups', async () => {
    await open({ groupBy: 'team', days: 0 }, { from: NOW - 99 * DAY });
    const headings = screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
    expect(headings).toEqual(['Team payments · 2 near misses', 'Team shop · 1 near miss']);
    expect(titles()).toEqual(['Orders piled up', 'Long ago', 'A wrong time-out']);
  });

  it('stand under no heading where the option holds what is not known', async () => {
    await open(JSON.parse('{"groupBy":"author","view":"map","days":"7"}'));
    expect(titles()).toEqual(['Orders piled up', 'A wrong time-out']);
    expect(screen.queryByRole('heading')).not.toBeInTheDocument();
  });

  it('say that silence is not safety when none matches', async () => {
    await open({ team: 'nobody' });
    expect(screen.getByText(/Silence is not safety/)).toBeVisible();
  });

  it('can be asked for again after a failure', async () => {
    const { user } = await open({}, {}, aStore(OFFLINE));
    expect(screen.getByText(/Grafana cannot be reached/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(titles()).toHaveLength(2));
  });

  it('stay while the dashboard is refreshed, and after a refresh that failed', async () => {
    const given = aStore(listOf(ALL), OFFLINE);
    const { rerender, asked } = await open({}, {}, given);
    rerender(panel(given.store, propsWith({}, { asOf: NOW + 1000 })));
    expect(titles()).toHaveLength(2);
    expect(await screen.findByRole('alert')).toHaveTextContent('Not refreshed: Grafana cannot be reached');
    expect(titles()).toHaveLength(2);
    expect(asked).toHaveLength(2);
  });

  it('are asked for once more, not anew, when the dashboard refreshes faster than Grafana answers', async () => {
    let answer: (list: Outcome<NearMissList>) => void = () => {};
    const slow = new Promise<Outcome<NearMissList>>((resolve) => (answer = resolve));
    const given = aStore(listOf(ALL), slow, listOf([REVIEW]));
    const { rerender, asked } = await open({}, {}, given);
    for (const asOf of [NOW + 1, NOW + 2, NOW + 3]) {
      rerender(panel(given.store, propsWith({}, { asOf })));
    }
    expect(asked).toHaveLength(2);
    await act(async () => answer(listOf([QUEUE])));
    await waitFor(() => expect(titles()).toEqual(['A wrong time-out']));
    expect(asked).toHaveLength(3);
  });

  it('are titles alone in a panel of 200 by 100 pixels', async () => {
    await open({}, { width: 200, height: 100 });
    expect(screen.getAllByTestId('near-miss-item').map((item) => item.textContent)).toEqual([
      'Orders piled up',
      'A wrong time-out',
    ]);
  });

  it('are not shown while the app is disabled', async () => {
    const meta = { id: APP_ID, enabled: false } as PluginMeta;
    const { store, asked } = aStore();
    render(<PluginContextProvider meta={meta}>{panel(store, propsWith())}</PluginContextProvider>);
    expect(await screen.findByText('The Near Miss app is disabled')).toBeVisible();
    expect(asked).toHaveLength(0);
  });
});

describe('the story view', () => {
  it('leads with the cue and turns the page both ways, round and round', async () => {
    const { user } = await open({ view: 'story' });
    const story = () => screen.getByRole('article');
    expect(story()).toHaveTextContent(/^1 of 2.*No dips any more\..*Orders piled up/s);
    await user.click(screen.getByRole('button', { name: 'Older story' }));
    expect(story()).toHaveAccessibleName('A wrong time-out');
    await user.click(screen.getByRole('button', { name: 'Older story' }));
    expect(story()).toHaveAccessibleName('Orders piled up');
    await user.click(screen.getByRole('button', { name: 'Newer story' }));
    expect(story()).toHaveAccessibleName('A wrong time-out');
  });

  it('stays on its page when a refresh brings a newer one', async () => {
    const newer = aNearMiss({ id: 'newer', title: 'Brand-new' });
    const given = aStore(listOf([QUEUE, REVIEW]), listOf([newer, QUEUE, REVIEW]));
    const { user, rerender } = await open({ view: 'story' }, {}, given);
    await user.click(screen.getByRole('button', { name: 'Older story' }));
    rerender(panel(given.store, propsWith({ view: 'story' }, { asOf: NOW + 1 })));
    expect(await screen.findByText('3 of 3')).toBeVisible();
    expect(screen.getByRole('article')).toHaveAccessibleName('A wrong time-out');
  });
});

describe('the story view that tells one after another', () => {
  const closed = (id: string, title: string) =>
    aNearMiss({
      id,
      title,
      status: 'closed',
      outcome: 'A second consumer.',
      recordedFor: 'Berta Beispiel',
      author: anAuthor({ login: 'carl-the-author' }),
    });
  const WALL = listOf([QUEUE, closed('one', 'First told'), REVIEW, closed('two', 'Then told')]);
  const told = () => screen.getByRole('article').getAttribute('aria-label');
  const wait = (seconds: number) => act(async () => jest.advanceTimersByTime(1000 * seconds));
  const stillness = window.matchMedia;

  async function wall(over: NearMissesProps['options'] = {}) {
    jest.useFakeTimers();
    render(panel(aStore(WALL).store, propsWith({ view: 'story', turnEvery: 20, ...over })));
    await act(async () => {});
    await wait(0);
  }
  afterEach(() => {
    jest.useRealTimers();
    window.matchMedia = stillness;
  });

  it('tells closed ones alone, each for its time, round and round', async () => {
    await wall();
    expect(told()).toBe('First told');
    expect(screen.getByText('1 of 2')).toBeVisible();
    await wait(19);
    expect(told()).toBe('First told');
    await wait(1);
    expect(told()).toBe('Then told');
    await wait(20);
    expect(told()).toBe('First told');
  });

  it('names nobody', async () => {
    await wall();
    expect(screen.getByTestId('near-miss-panel')).not.toHaveTextContent(/Berta|carl/);
  });

  it('stays while somebody points at it or has the focus in it, and goes on afterwards', async () => {
    await wall();
    const story = screen.getByRole('article');
    fireEvent.mouseEnter(story);
    await wait(60);
    expect(told()).toBe('First told');
    const older = screen.getByRole('button', { name: 'Older story' });
    act(() => older.focus());
    fireEvent.mouseLeave(story);
    await wait(60);
    expect(told()).toBe('First told');
    act(() => older.blur());
    await wait(20);
    expect(told()).toBe('Then told');
  });

  it('is paused and goes on by its button', async () => {
    await wall();
    fireEvent.click(screen.getByRole('button', { name: 'Stay on this one' }));
    await wait(60);
    expect(told()).toBe('First told');
    fireEvent.click(screen.getByRole('button', { name: 'Tell one after another' }));
    await wait(20);
    expect(told()).toBe('Then told');
  });

  it('begins paused for who wants less motion', async () => {
    window.matchMedia = (query) => ({ ...stillness(query), matches: query.includes('reduced-motion') });
    await wall();
    await wait(60);
    expect(told()).toBe('First told');
    expect(screen.getByRole('button', { name: 'Tell one after another' })).toBeVisible();
  });

  it('does not read each story aloud by itself', async () => {
    await wall();
    expect(screen.getByText('1 of 2')).toHaveAttribute('aria-live', 'off');
  });

  it('stays where the option is off, and turns by arrow keys', async () => {
    await wall({ turnEvery: 0 });
    await wait(600);
    expect(told()).toBe('Orders piled up');
    expect(screen.queryByRole('button', { name: 'Stay on this one' })).not.toBeInTheDocument();
    fireEvent.keyDown(screen.getByRole('button', { name: 'Older story' }), { key: 'ArrowRight' });
    expect(told()).toBe('First told');
  });
});

describe('the timeline view', () => {
  it('lists the newest first, and what is chosen by mouse or arrow keys', async () => {
    const { user } = await open({ view: 'timeline', days: 30 });
    expect(titles()).toEqual(['Orders piled up']);
    await user.click(screen.getByRole('button', { name: /^A wrong time-out/ }));
    expect(titles()).toEqual(['A wrong time-out']);
    await user.keyboard('{ArrowRight}');
    expect(titles()).toEqual(['Orders piled up']);
    expect(screen.getByRole('button', { name: /^Orders piled up/ })).toHaveFocus();
    expect(screen.getByRole('button', { name: /^Orders piled up/ })).toHaveAttribute('aria-pressed', 'true');
  });

  it('has lanes of what the panel groups by', async () => {
    await open({ view: 'timeline', days: 30, groupBy: 'team' });
    const timeline = screen.getByRole('toolbar', { name: 'Timeline' });
    expect(timeline).toHaveTextContent('Team paymentsTeam shop');
  });

  it('names a mark that is pointed at or focused, until Escape', async () => {
    const { user } = await open({ view: 'timeline', days: 30 });
    await user.hover(screen.getByRole('button', { name: /^A wrong time-out/ }));
    expect(screen.getByRole('tooltip')).toHaveTextContent(/^A wrong time-out, /);
    await user.click(screen.getByRole('button', { name: /^A wrong time-out/ }));
    await user.keyboard('{ArrowRight}');
    expect(screen.getByRole('tooltip')).toHaveTextContent(/^Orders piled up, /);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('tooltip')).not.toBeInTheDocument();
  });

  it('has no further stop for Tab because of the name', async () => {
    const { user, container } = await open({ view: 'timeline', days: 30 });
    await user.hover(screen.getByRole('button', { name: /^A wrong time-out/ }));
    expect(container.querySelectorAll('[role="toolbar"] [tabindex="0"]')).toHaveLength(1);
  });

  it('says that shapes are enlarged where they are', async () => {
    const { rerender } = await open({ view: 'timeline', days: 30 });
    expect(screen.getByText(/Enlarged, in true proportion/)).toBeVisible();
    const hours = { from: NOW - 1.2 * DAY, to: NOW };
    rerender(panel(aStore().store, propsWith({ view: 'timeline', days: 0 }, hours)));
    await waitFor(() => expect(screen.queryByText(/Enlarged/)).not.toBeInTheDocument());
  });
});

describe('what is pointed at', () => {
  it('is shown to the other panels by when somebody acted, until the pointer leaves', async () => {
    const published: BusEvent[] = [];
    await open({}, { publish: (event) => published.push(event) });
    const review = within(screen.getAllByTestId('near-miss-item')[1] ?? document.body);
    // The real pointer says where it goes, user-event's does not, and each step would be one out of the panel.
    fireEvent.mouseOver(review.getByRole('link', { name: 'A wrong time-out' }));
    fireEvent.mouseOver(review.getByText('Recorded'));
    expect(published).toEqual([new DataHoverEvent({ point: { time: NOW - 3 * DAY } })]);
    fireEvent.mouseOver(screen.getByRole('status'));
    expect(published[1]).toEqual(new DataHoverClearEvent());
    expect(published).toHaveLength(2);
  });

  it('is shown to them too when it has the focus, also in the timeline', async () => {
    const published: BusEvent[] = [];
    const { user } = await open({ view: 'timeline', days: 30 }, { publish: (event) => published.push(event) });
    await user.tab();
    expect(screen.getByRole('link', { name: 'Evidence pack' })).toHaveFocus();
    await user.tab();
    expect(screen.getByRole('button', { name: /^Orders piled up/ })).toHaveFocus();
    expect(published).toEqual([new DataHoverEvent({ point: { time: QUEUE.actedAt } })]);
  });
});
