import { act, screen, waitFor, within } from '@testing-library/react';
import React from 'react';
import { Route, Routes } from 'react-router-dom';
import { SCHEMA_VERSION } from '../../domain/record/record';
import type { Failure, FailureKind } from '../../grafana/outcome';
import type { MemoryAnnotations, MemoryUser } from '../../testing/grafana/memoryAnnotations';
import { anEntry, aRecord, A_SOURCE } from '../../testing/builders/builders';
import { aDashboard } from '../../testing/stages/selfTestHost';
import { ANNA, annotationsWith, A_VIEWER, BEN, NOBODY, renderPage, storeOf } from '../../testing/render/renderPage';
import NearMissPage from './NearMissPage';
import { linkTo } from '../../grafana/address';
import { openMore, pick, unfold } from '../../testing/render/pageDoors';
import { changeIn, shareIn } from '../../testing/hosts/writeTo';

// Roles are slow in jsdom; this is no timed assertion.
beforeEach(() => window.localStorage.clear());

const ID = 'queue-1-abcd';
const TITLE = 'Orders piled up behind one consumer';
const Q1 = 'What led somebody to look there, at that moment, in just that way?';
const Q5 = 'How did it make sense, until then, for the system to be open to this?';

interface Opened {
  user?: MemoryUser;
  answers?: Readonly<Record<string, unknown>>;
  id?: string;
}

const open = (annotations: MemoryAnnotations, { user, answers, id = ID }: Opened = {}) =>
  renderPage(
    <Routes>
      <Route path="/nm/:id" element={<NearMissPage />} />
    </Routes>,
    { at: `/nm/${id}`, annotations, user, answers }
  );

async function fileOf(annotations: MemoryAnnotations) {
  const outcome = await storeOf(annotations).read(ID);
  if (!outcome.ok) {
    throw new Error(outcome.failure.kind);
  }
  return outcome.value;
}

const failure = (kind: FailureKind): Failure => ({ kind, status: 0, detail: '' });

const withAnswer = async (over: Parameters<typeof anEntry>[0] = {}) => {
  const annotations = await annotationsWith();
  await shareIn(storeOf(annotations), anEntry(over));
  return annotations;
};

const part = (name: string | RegExp) => screen.findByRole('region', { name });

describe('the story', () => {
  it('says how sure the road not taken is, reckoned again from the frozen points', async () => {
    const { user } = open(await annotationsWith());
    await user.click(await screen.findByText('How sure are we?'));
    expect(await screen.findByText(/^22 points between/)).toBeInTheDocument();
    expect(screen.getByText('From half the stretch').nextElementSibling).toHaveTextContent(
      /^(Of \d+ such climbs|Nearly all|Hardly any|No answer)/
    );
    expect(screen.getByText('From double the stretch').nextElementSibling).toHaveTextContent('do not reach back');
  });

  it('says what follows from a corrected moment of acting, and from the first one when that is taken back', async () => {
    const annotations = await annotationsWith();
    const { nearMiss } = await fileOf(annotations);
    await changeIn(storeOf(annotations), nearMiss, { actedAt: Date.UTC(2026, 10, 3, 14), noticedAt: null });
    const { user, unmount } = open(annotations);
    await user.click(await screen.findByText('How sure are we?'));
    expect(await screen.findByText(/^\d+ points between .*13:10 and .*(13:5\d|14:00)/)).toBeInTheDocument();
    expect(screen.queryByText('at least 48 min (9 in 10)')).not.toBeInTheDocument();
    unmount();
    const corrected = (await fileOf(annotations)).nearMiss;
    await changeIn(storeOf(annotations), corrected, { actedAt: nearMiss.actedAt });
    open(annotations);
    expect(await screen.findByText('at least 48 min (9 in 10)')).toBeInTheDocument();
  });

  it('says why there is no projection where a correction came and the points were left out', async () => {
    const annotations = await annotationsWith([{ evidence: null }]);
    const { nearMiss } = await fileOf(annotations);
    await changeIn(storeOf(annotations), nearMiss, { actedAt: Date.UTC(2026, 10, 3, 14) });
    open(annotations);
    const road = within(await part('The road not taken'));
    expect(road.getByText(/the points that a new answer needs were not kept/)).toBeInTheDocument();
  });

  it('doubts moments that cannot be right', async () => {
    open(await annotationsWith([{ actedAt: 1_793_714_280 }]));
    const [atOnce] = await screen.findAllByText(/1970-01-21.* was it 2026-11-03 13:58/);
    expect(atOnce).toBeVisible();
    expect(screen.getByText(/That is after it was acted on/)).toBeInTheDocument();
  });

  it('gives every moment date and zone on paper', async () => {
    const screenOnly = window.matchMedia;
    window.matchMedia = (query) => ({ ...screenOnly(query), matches: query === 'print' });
    open(await annotationsWith());
    const road = within(await part('The road not taken'));
    expect(road.getByText(/around 2026-11-03 16:13 UTC\+00:00/)).toBeInTheDocument();
    expect(screen.getAllByText('2026-11-03 14:58 UTC+00:00').length).toBeGreaterThan(1);
    expect(screen.getByText('2026-11-03 14:48 UTC+00:00')).toBeInTheDocument();
    window.matchMedia = screenOnly;
  });

  it('shows what is known, the five questions and who recorded it', async () => {
    open(await annotationsWith());
    expect(await screen.findByText('The line had no dips any more.')).toBeInTheDocument();
    expect(screen.getByText(/would have hit 25 K around/i)).toBeInTheDocument();
    expect(screen.getByText('at least 48 min (9 in 10)')).toBeInTheDocument();
    expect(screen.getByText('Read by everyone in the organization')).toBeInTheDocument();
    expect(screen.getByText(`Team ${aRecord().team}`)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /example.org/ })).toHaveAttribute('href', 'https://example.org/changes/17');
    expect(screen.getByText('About the system and its history. Nobody left anything open.')).toBeInTheDocument();
    expect(screen.getAllByRole('textbox')).toHaveLength(8);
    expect(within(screen.getByRole('list', { name: 'History' })).getByText(/anna/)).toBeInTheDocument();
  });

  it('says no second time that a team is one', async () => {
    open(await annotationsWith([{ team: 'Team Rocket', services: [] }]));
    await part('The road not taken');
    expect(screen.getAllByText('Team Rocket').length).toBeGreaterThan(1);
    expect(screen.queryByText(/Team Team/)).not.toBeInTheDocument();
  });

  it('is told in the order in which it went, the cue first', async () => {
    const annotations = await annotationsWith([{ cue: 'No dips.', outcome: 'A second consumer.' }]);
    open(annotations);
    await part(Q1);
    const story = ['No dips.', aRecord().almost, /would have hit/i, aRecord().action, 'A second consumer.'];
    const [first, ...rest] = story.map((text) => screen.getAllByText(text)[0]);
    rest.reduce((before, after) => {
      expect(before?.compareDocumentPosition(after ?? document.body)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
      return after;
    }, first);
  });

  it('folds facts, notes and history on the screen, and opens them on paper as long as it prints', async () => {
    const old = { onchange: null, addListener: () => {}, removeListener: () => {} };
    const paper = Object.assign(new EventTarget(), { matches: false, media: 'print', ...old });
    const screenOnly = window.matchMedia;
    window.matchMedia = (query) => (query === 'print' ? paper : screenOnly(query));
    open(await annotationsWith([{ source: A_SOURCE }]));
    const folds = ['Facts', 'Technical notes', 'History'].map((name) => screen.findByRole('heading', { name }));
    const isOpen = async () => (await Promise.all(folds)).map((heading) => heading.closest('details')?.open);
    const print = (matches: boolean) =>
      act(async () => {
        paper.matches = matches;
        paper.dispatchEvent(new Event('change'));
        // A browser says later that what it shows was opened.
        await new Promise((resolve) => setTimeout(resolve, 0));
      });
    expect(await isOpen()).toEqual([false, false, false]);
    await print(true);
    expect(await isOpen()).toEqual([true, true, true]);
    expect(screen.getByText('From half the stretch')).toBeVisible();
    await print(false);
    expect(await isOpen()).toEqual([false, false, false]);
    expect(screen.queryByText('From half the stretch')).not.toBeInTheDocument();
    window.matchMedia = screenOnly;
  });

  it('has what was asked of which data source among its notes, in the words of the query', async () => {
    const source = { ...A_SOURCE, dataSource: 'Prometheus', queries: [{ refId: 'A', expr: 'sum(rate(orders[5m]))' }] };
    const { user } = open(await annotationsWith([{ source }]));
    await unfold(user, 'Technical notes');
    expect(screen.getByText(/sum\(rate\(orders\[5m\]\)\)/)).toBeVisible();
    expect(screen.getByText('Prometheus')).toBeVisible();
  });

  it('says when it is not there, without a worksheet', async () => {
    open(await annotationsWith(), { id: 'notthere0000' });
    expect(await screen.findByText('This near miss is not there, or you may not see it')).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });

  it('reads it on the second try', async () => {
    const annotations = await annotationsWith();
    annotations.failNext('find', { failure: failure('timeout'), times: 1 });
    const { user } = open(annotations);
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('The line had no dips any more.')).toBeInTheDocument();
  });

  it('does not make a link of an address that could run something', async () => {
    open(await annotationsWith([{ links: ['javascript:alert(1)'] }]));
    expect(await screen.findByText(/not opened: no web or mail address/)).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: /javascript/ })).not.toBeInTheDocument();
  });

  it('opens the panel at its time with its variables while the dashboard is there', async () => {
    const dashboard = {
      dashboard: { title: 'Checkout service', panels: [{ id: 4, title: 'Orders waiting' }] },
      meta: {},
    };
    open(await annotationsWith([{ source: A_SOURCE }]), { answers: { '/api/dashboards/uid/checkout': dashboard } });
    const link = await screen.findByRole('link', { name: 'Checkout service / Orders waiting' });
    await waitFor(() =>
      expect(link.getAttribute('href')).toMatch(/^\/d\/checkout\?.*var-service=checkout.*viewPanel=4&orgId=1$/)
    );
  });

  it('says so when the dashboard is gone, and keeps the frozen graph', async () => {
    open(await annotationsWith([{ source: A_SOURCE }]));
    expect(await screen.findByText(/no longer there; the graph above is the frozen copy/)).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: /Checkout service/ })).not.toBeInTheDocument();
    expect(screen.getByRole('figure')).toBeInTheDocument();
  });

  it('says, folded, what was left out of the graph, from codes and from the sentences of old records', async () => {
    const { series } = aRecord().evidence ?? { series: [] };
    const dropped = ['b: no points near the stretch', { why: 'thinned', series: 'a', count: 300 } as const];
    const { user } = open(await annotationsWith([{ evidence: { series, dropped } }]));
    const notes = ['b: no points near the stretch', 'a: 300 points thinned, peaks and troughs kept'];
    await part(Q1);
    notes.forEach((note) => expect(screen.getByText(note)).not.toBeVisible());
    await unfold(user, 'Technical notes');
    notes.forEach((note) => expect(screen.getByText(note)).toBeVisible());
  });

  it('promises no frozen graph where its values were left out', async () => {
    open(await annotationsWith([{ source: A_SOURCE, evidence: null }]));
    expect(await screen.findByText('Checkout service / Orders waiting (no longer there)')).toBeInTheDocument();
    expect(screen.queryByRole('figure')).not.toBeInTheDocument();
  });
});

describe('the worksheet', () => {
  it('shares an answer, which others then read under its name', async () => {
    const annotations = await annotationsWith();
    const { user } = open(annotations, { user: BEN });
    await user.type(await screen.findByRole('textbox', { name: Q1 }), 'The lunch round.');
    await user.click(within(await part(Q1)).getByRole('button', { name: 'Share' }));
    await waitFor(async () => expect(await part(Q1)).toHaveTextContent(/The lunch round\.ben/));
    expect(screen.getByRole('textbox', { name: Q1 })).toHaveValue('');
    expect((await fileOf(annotations)).entries).toMatchObject([{ text: 'The lunch round.', question: 'q1' }]);
  });

  it('keeps the words when sharing fails, and shares them once on the next try', async () => {
    const annotations = await annotationsWith();
    const { user } = open(annotations);
    await user.type(await screen.findByRole('textbox', { name: Q5 }), 'Grown over years.');
    annotations.failNext('post', { failure: failure('forbidden') });
    const share = within(await part(Q5)).getByRole('button', { name: 'Share' });
    await user.click(share);
    expect(await screen.findByText(/You do not have permission/)).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: Q5 })).toHaveValue('Grown over years.');
    await user.click(share);
    await waitFor(() => expect(screen.getByRole('textbox', { name: Q5 })).toHaveValue(''));
    expect((await fileOf(annotations)).entries).toHaveLength(1);
  });

  it('has private words again after the page was left, and does not show them to others', async () => {
    const annotations = await annotationsWith();
    const first = open(annotations);
    await first.user.type(await screen.findByRole('textbox', { name: 'Takeaways' }), 'Look at dips.');
    first.unmount();
    const second = open(annotations);
    expect(await screen.findByRole('textbox', { name: 'Takeaways' })).toHaveValue('Look at dips.');
    second.unmount();
    open(annotations, { user: BEN });
    expect(await screen.findByRole('textbox', { name: 'Takeaways' })).toHaveValue('');
  });

  it('says beside its heading how far it is, and can be gone to from the top', async () => {
    const scrolled = jest.fn();
    Element.prototype.scrollIntoView = scrolled;
    const { user } = open(await withAnswer());
    expect(await screen.findByRole('heading', { name: 'Five questions 1 of 5 answered' })).toBeInTheDocument();
    const parts = within(screen.getByRole('navigation', { name: 'Parts of this page' }));
    await user.click(parts.getByRole('button', { name: 'Five questions (1 of 5 answered)' }));
    expect(scrolled.mock.contexts).toEqual([document.activeElement]);
    await user.tab();
    expect(within(await part(Q1)).getByRole('button', { name: 'Edit' })).toHaveFocus();
    await user.click(parts.getByRole('button', { name: 'History' }));
    expect(screen.getByRole('list', { name: 'History' })).toBeVisible();
  });

  it('edits an own answer by a new one that takes its place', async () => {
    const annotations = await withAnswer({ text: 'By chance.' });
    const { user } = open(annotations);
    await user.click(within(await part(Q1)).getByRole('button', { name: 'Edit' }));
    const [box] = within(await part(Q1)).getAllByRole('textbox');
    expect(box).toHaveValue('By chance.');
    await user.type(box ?? document.body, ' Not quite.');
    const [share] = within(await part(Q1)).getAllByRole('button', { name: 'Share' });
    await user.click(share ?? document.body);
    expect(await screen.findByText(/edited/)).toBeInTheDocument();
    expect(await part(Q1)).toHaveTextContent('By chance. Not quite.');
    expect((await fileOf(annotations)).entries).toHaveLength(1);
  });

  it('offers no edit of somebody else’s answer', async () => {
    open(await withAnswer(), { user: BEN });
    expect(within(await part(Q1)).queryByRole('button', { name: 'Edit' })).not.toBeInTheDocument();
  });

  it('deletes an entry only after a second thought', async () => {
    const annotations = await withAnswer({ text: 'By chance.' });
    const { user } = open(annotations);
    await user.click(within(await part(Q1)).getByRole('button', { name: 'Delete' }));
    await user.click(screen.getByRole('button', { name: 'Keep it' }));
    expect((await fileOf(annotations)).entries).toHaveLength(1);
    await user.click(within(await part(Q1)).getByRole('button', { name: 'Delete' }));
    await user.click(screen.getByRole('button', { name: 'Delete the entry' }));
    await waitFor(() => expect(screen.queryByText('By chance.')).not.toBeInTheDocument());
    expect((await fileOf(annotations)).entries).toHaveLength(0);
  });

  it('does not give words to anybody once somebody patched them', async () => {
    const annotations = await withAnswer();
    const stored = annotations.stored().find((one) => JSON.stringify(one).includes('near-miss-retro'));
    await annotations.patch(Number(Reflect.get(Object(stored), 'id')), {
      text: String(Reflect.get(Object(stored), 'text')),
    });
    open(annotations);
    expect(await part(Q1)).toHaveTextContent('changed outside Near Miss, Grafana does not say by whom');
    expect(await part(Q1)).not.toHaveTextContent('anna ·');
  });

  it('says who copied words, and lets the copier not edit them', async () => {
    open(await withAnswer({ writtenBy: { login: 'cleo', at: 5 } }));
    expect(await part(Q1)).toHaveTextContent('copied by anna, first written by cleo');
    expect(within(await part(Q1)).queryByRole('button', { name: 'Edit' })).not.toBeInTheDocument();
  });
});

describe('a lost marker', () => {
  const seenOn = (panelId: number, canAdd = true) => ({
    answers: { '/api/dashboards/uid/checkout': aDashboard(panelId, canAdd) },
  });
  const markers = async (annotations: MemoryAnnotations) => (await fileOf(annotations)).markers;
  const again = () => screen.queryByRole('button', { name: 'Make the marker again' });

  async function withoutMarker() {
    const annotations = await annotationsWith([{ source: A_SOURCE }]);
    for (const id of await markers(annotations)) {
      await annotations.remove(id);
    }
    return annotations;
  }

  it('is made again from the page', async () => {
    const annotations = await withoutMarker();
    const { user } = open(annotations, seenOn(4));
    expect(await screen.findByText(/It would say there: “Near miss: .*, open\.”/)).toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: 'Make the marker again' }));
    expect(await screen.findByText('The marker is on the graph again.')).toBeInTheDocument();
    expect(again()).not.toBeInTheDocument();
    expect(await markers(annotations)).toHaveLength(1);
  });

  it('may be refused, and can be tried once more', async () => {
    const annotations = await withoutMarker();
    annotations.failNext('post', { failure: failure('forbidden') });
    const { user } = open(annotations, seenOn(4));
    await user.click(await screen.findByRole('button', { name: 'Make the marker again' }));
    expect(await screen.findByText(/You do not have permission/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Make the marker again' }));
    expect(await screen.findByText('The marker is on the graph again.')).toBeInTheDocument();
  });

  it.each([
    ['while it is there', () => annotationsWith([{ source: A_SOURCE }]), seenOn(4)],
    ['where the reader may not annotate', withoutMarker, seenOn(4, false)],
    ['where the panel is gone', withoutMarker, seenOn(99)],
    ['where the dashboard is gone', withoutMarker, {}],
    ['without a stretch', () => annotationsWith([{ source: A_SOURCE, stretch: null }]), seenOn(4)],
    ['of a newer version', () => annotationsWith([{ source: A_SOURCE, stretch: null, version: 9 }]), seenOn(4)],
  ])('is not offered %s', async (_, annotations, opened) => {
    open(await annotations(), opened);
    await screen.findByRole('list', { name: 'History' });
    // The page asks about the dashboard once it is drawn, and memory answers in the same turn.
    await act(() => new Promise((resolve) => setTimeout(resolve, 0)));
    expect(screen.getByText(/Checkout service \/ Orders waiting/)).toBeInTheDocument();
    expect(again()).not.toBeInTheDocument();
  });
});

describe('someone who may not write', () => {
  it('is told before typing why and what to ask for, and can take the story along', async () => {
    const { user } = open(await annotationsWith(), { user: A_VIEWER });
    expect(await screen.findByText('You can read this near miss, but not add to it')).toBeInTheDocument();
    expect(screen.getByText(/takes the Editor role/)).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Mark as discussed' })).not.toBeInTheDocument();
    await openMore(user);
    const offered = screen.getAllByRole('menuitem').map((item) => item.textContent);
    expect(offered).toEqual(['Copy link', 'Copy for chat', 'Copy as Markdown', 'Copy picture', 'Print']);
  });

  it('of a journal is told about the journal', async () => {
    const annotations = await annotationsWith([{}], { kind: 'journal', dashboardUid: 'journal' });
    open(annotations, { answers: { '/api/dashboards/uid/journal': { dashboard: {}, meta: {} } } });
    expect(await screen.findByText(/who may edit that dashboard may answer here/)).toBeInTheDocument();
  });

  it('and is not signed in, is led to the login and back', async () => {
    open(await annotationsWith(), { user: NOBODY });
    expect(await screen.findByText(/You are not signed in/)).toBeInTheDocument();
    const link = screen.getByRole('link', { name: 'Sign in' });
    expect(link).toHaveAttribute('href', expect.stringContaining('forceLogin=true'));
    expect(link).toHaveAttribute('target', '_self');
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });

  it('may try when Grafana would not tell', async () => {
    open(await annotationsWith(), { answers: { '/api/access-control/user/permissions': undefined } });
    expect(await screen.findByRole('textbox', { name: Q1 })).toBeInTheDocument();
  });

  it('sees a newer version’s near miss as it is', async () => {
    open(await annotationsWith([{ version: SCHEMA_VERSION + 1 }]));
    expect(await screen.findByText('Shown only: a newer version of Near Miss wrote this')).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });
});

describe('the actions', () => {
  const MORE = ['Copy link', 'Copy for chat', 'Copy as Markdown', 'Copy picture', 'Print'];

  it.each([
    ['started', 'Finish it', ['Same as …', 'Withdraw', 'Delete for good…']],
    ['recorded', 'Mark as discussed', ['Close…', 'Edit', 'Same as …', 'Withdraw', 'Delete for good…']],
    ['discussed', 'Close…', ['Not discussed yet', 'Edit', 'Same as …', 'Withdraw', 'Delete for good…']],
    ['closed', null, ['Reopen', 'Edit', 'Same as …', 'Withdraw', 'Delete for good…']],
    ['withdrawn', 'Bring it back', ['Delete for good…']],
  ] as const)('of what is %s are one next step, and the rest behind a menu', async (status, next, more) => {
    const { user } = open(await annotationsWith([{ status }]));
    const menu = await screen.findByRole('button', { name: 'More actions' });
    const buttons = within(menu.parentElement ?? document.body).getAllByRole('button');
    expect(buttons.map((button) => button.textContent)).toEqual(next ? [next, ''] : ['']);
    await openMore(user);
    expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).toEqual([...more, ...MORE]);
  });

  it('take the keyboard to what they open and back to where it was', async () => {
    const { user } = open(await annotationsWith([{ status: 'discussed' }]));
    const close = await screen.findByRole('button', { name: 'Close…' });
    close.focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Close this near miss' })).toHaveFocus());
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(close).toHaveFocus();

    const more = screen.getByRole('button', { name: 'More actions' });
    more.focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.getByRole('menuitem', { name: 'Not discussed yet' })).toHaveFocus());
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{Enter}');
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Withdraw this near miss' })).toHaveFocus());
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(more).toHaveFocus();
  });

  it('give the keyboard to the menu once the next step is gone with what it ended', async () => {
    const { user } = open(await annotationsWith([{ status: 'discussed' }]));
    await user.click(await screen.findByRole('button', { name: 'Close…' }));
    await user.type(screen.getByRole('textbox', { name: /What came of it/ }), 'A second consumer.');
    await user.click(screen.getByRole('button', { name: 'Close it with this' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Close…' })).not.toBeInTheDocument());
    expect(screen.getByRole('button', { name: 'More actions' })).toHaveFocus();
  });

  it('copy one line for a chat and say so, or hand out the text where the browser refuses', async () => {
    const { user } = open(await annotationsWith());
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    Object.defineProperty(window, 'isSecureContext', { configurable: true, value: true });
    await pick(user, 'Copy for chat');
    expect(await screen.findByText('Copied')).toBeInTheDocument();
    expect(writeText).toHaveBeenCalledWith(expect.stringMatching(/http.*\/nm\/queue-1-abcd/));
    writeText.mockRejectedValueOnce(new Error('refused'));
    await pick(user, 'Copy link');
    expect(await screen.findByRole('textbox', { name: 'The text to copy' })).toHaveValue(linkTo(ID));
    expect(screen.queryByText('Copied')).not.toBeInTheDocument();
  });

  it('mark it as discussed, and the history tells', async () => {
    const { user } = open(await annotationsWith());
    await user.click(await screen.findByRole('button', { name: 'Mark as discussed' }));
    await waitFor(() =>
      expect(screen.getByRole('list', { name: 'History' })).toHaveTextContent('Status: Recorded → Discussed')
    );
  });

  it('keep more words than a copy could hold instead of closing it with them, and say by how much', async () => {
    const annotations = await annotationsWith();
    const before = annotations.stored();
    const { user } = open(annotations);
    await pick(user, 'Close…');
    const outcome = screen.getByRole('textbox', { name: /What came of it/ });
    const long = 'x'.repeat(17_000);
    await user.click(outcome);
    await user.paste(long);
    expect(screen.getByText(/^Too long by 1,?\d{3} characters/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Close it with this' })).toBeDisabled();
    expect(outcome).toHaveValue(long);
    expect(annotations.stored()).toEqual(before);
    await user.clear(outcome);
    await user.paste('Alert added.');
    await user.click(screen.getByRole('button', { name: 'Close it with this' }));
    await waitFor(async () => expect((await fileOf(annotations)).nearMiss).toMatchObject({ outcome: 'Alert added.' }));
  });

  it('take that back, and reopen what never was discussed as it was', async () => {
    const annotations = await annotationsWith();
    const { user } = open(annotations);
    await user.click(await screen.findByRole('button', { name: 'Mark as discussed' }));
    await pick(user, 'Not discussed yet');
    await pick(user, 'Close…');
    await user.type(screen.getByRole('textbox', { name: /What came of it/ }), 'A second consumer.');
    await user.click(screen.getByRole('button', { name: 'Close it with this' }));
    await pick(user, 'Reopen');
    await screen.findByRole('button', { name: 'Mark as discussed' });
    expect((await fileOf(annotations)).nearMiss.status).toBe('recorded');
  });

  it('close it only with what came of it', async () => {
    const annotations = await annotationsWith();
    const { user } = open(annotations);
    await pick(user, 'Close…');
    await user.click(screen.getByRole('button', { name: 'Close it with this' }));
    expect(screen.getByText('Say in a few words what came of it.')).toBeInTheDocument();
    await user.type(screen.getByRole('textbox', { name: /What came of it/ }), 'A second consumer.');
    await user.click(screen.getByRole('button', { name: 'Close it with this' }));
    await openMore(user);
    await screen.findByRole('menuitem', { name: 'Reopen' });
    expect((await fileOf(annotations)).nearMiss).toMatchObject({ status: 'closed', outcome: 'A second consumer.' });
  });

  it('withdraw it and bring it back as it was', async () => {
    const annotations = await annotationsWith();
    const { user } = open(annotations);
    await user.click(await screen.findByRole('button', { name: 'Mark as discussed' }));
    await pick(user, 'Withdraw');
    await user.click(within(await part('Withdraw this near miss')).getByRole('button', { name: 'Withdraw' }));
    await user.click(await screen.findByRole('button', { name: 'Bring it back' }));
    await screen.findByRole('button', { name: 'Close…' });
    expect((await fileOf(annotations)).nearMiss.status).toBe('discussed');
  });

  it('edit changed fields only, with the words kept when saving fails', async () => {
    const annotations = await annotationsWith();
    const { user } = open(annotations);
    await pick(user, 'Edit');
    const form = await part('Edit this near miss');
    const title = within(form).getByRole('textbox', { name: /Title/ });
    await user.clear(title);
    await user.type(title, 'Orders piled up');
    annotations.failNext('post', { failure: failure('forbidden') });
    await user.click(within(form).getByRole('button', { name: 'Save' }));
    expect(await within(form).findByText(/You do not have permission/)).toBeInTheDocument();
    expect(title).toHaveValue('Orders piled up');
    await user.click(within(form).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(form).not.toBeInTheDocument());
    expect((await fileOf(annotations)).nearMiss.history).toMatchObject([{ set: { title: 'Orders piled up' } }]);
    expect(Object.keys((await fileOf(annotations)).nearMiss.history[0]?.set ?? {})).toEqual(['title']);
  });

  it('finish a started one with the two things that saving needs', async () => {
    const annotations = await annotationsWith([{ status: 'started', title: '', almost: '', savedBy: [] }]);
    const { user } = open(annotations);
    await user.click(await screen.findByRole('button', { name: 'Finish it' }));
    const form = await part('Finish this near miss');
    await user.click(within(form).getByRole('button', { name: 'Save' }));
    expect(within(form).getByText('Choose at least one; luck counts too.')).toBeInTheDocument();
    await user.type(within(form).getByRole('textbox', { name: /What almost happened/ }), 'No orders.');
    await user.click(within(form).getByRole('checkbox', { name: 'Luck' }));
    await user.click(within(form).getByRole('button', { name: 'Save' }));
    await screen.findByRole('button', { name: 'Mark as discussed' });
    expect((await fileOf(annotations)).nearMiss).toMatchObject({
      status: 'recorded',
      almost: 'No orders.',
      savedBy: ['luck'],
    });
  });

  it('link it to another one that was the same', async () => {
    const annotations = await annotationsWith([{}, { id: 'another-0000', title: 'The queue in spring' }]);
    const { user } = open(annotations);
    await pick(user, 'Same as …');
    await user.click(await screen.findByRole('combobox', { name: 'Which one?' }));
    await user.click(await screen.findByRole('option', { name: /The queue in spring/ }));
    await user.click(screen.getByRole('button', { name: 'Link them' }));
    expect(await screen.findByRole('link', { name: '“The queue in spring”' })).toHaveAttribute(
      'href',
      '/a/resilience-nearmiss-app/nm/another-0000'
    );
    const history = screen.getByRole('list', { name: 'History' });
    expect(history).toHaveTextContent('Same as: (empty) → “The queue in spring”');
    expect(history).not.toHaveTextContent('another-0000');
  });

  it('say of the same one that it was deleted, not its id', async () => {
    open(await annotationsWith([{ sameAs: 'another-0000' }]));
    const name = 'a near miss that was deleted, or that you may not see';
    expect(await screen.findByRole('link', { name })).toBeInTheDocument();
  });
});

describe('two people changing one field at once', () => {
  const conflicting = async () => {
    const annotations = await annotationsWith();
    const { nearMiss } = await fileOf(annotations);
    await changeIn(storeOf(annotations.as(ANNA)), nearMiss, { cue: 'No dips.' });
    await changeIn(storeOf(annotations.as(BEN)), nearMiss, { cue: 'A flat top.' });
    return annotations;
  };

  it('are both shown, and one click picks', async () => {
    const annotations = await conflicting();
    const { user } = open(annotations);
    const values = await screen.findByRole('list', { name: 'The values' });
    expect(values).toHaveTextContent('No dips.(anna)');
    expect(values).toHaveTextContent('A flat top.(ben)');
    const [first] = within(values).getAllByRole('button', { name: 'Keep this one' });
    await user.click(first ?? document.body);
    await waitFor(() => expect(screen.queryByRole('list', { name: 'The values' })).not.toBeInTheDocument());
    expect((await fileOf(annotations)).nearMiss).toMatchObject({ cue: 'No dips.', conflicts: [] });
  });

  it('meet when one of them edits what was changed since the form was opened', async () => {
    const annotations = await annotationsWith();
    const { user } = open(annotations);
    await pick(user, 'Edit');
    const cue = within(await part('Edit this near miss')).getByRole('textbox', { name: /look/i });
    await changeIn(storeOf(annotations.as(BEN)), (await fileOf(annotations)).nearMiss, { cue: 'A flat top.' });
    await user.clear(cue);
    await user.type(cue, 'No dips.');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Cue: changed in two ways at once')).toBeInTheDocument();
  });
});

describe('deleting for good', () => {
  beforeEach(() => jest.useFakeTimers({ advanceTimers: true }));
  afterEach(() => jest.useRealTimers());

  const start = async (annotations: MemoryAnnotations) => {
    const { user, ...opened } = open(annotations);
    await pick(user, 'Delete for good…');
    const go = screen.getByRole('button', { name: 'Delete for good' });
    expect(go).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Export as JSON' })).toBeInTheDocument();
    await user.type(screen.getByRole('textbox', { name: /To confirm, type/ }), TITLE);
    await user.click(go);
    return { user, ...opened };
  };
  const seconds = (count: number) => act(() => jest.advanceTimersByTimeAsync(count * 1000));

  it('sends nothing for ten seconds, then removes all of it and says so', async () => {
    const annotations = await withAnswer();
    await start(annotations);
    await seconds(8);
    expect(annotations.calls()).not.toContain('remove');
    await seconds(3);
    expect(await screen.findByText('The near miss is deleted for good')).toBeInTheDocument();
    expect(annotations.stored()).toHaveLength(0);
  });

  it('can be undone while it counts', async () => {
    const annotations = await annotationsWith();
    const { user } = await start(annotations);
    await seconds(5);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await seconds(20);
    expect(annotations.calls()).not.toContain('remove');
    expect(screen.getByRole('textbox', { name: /To confirm, type/ })).toHaveValue('');
  });

  it('is undone by leaving the page', async () => {
    const annotations = await annotationsWith();
    const { unmount } = await start(annotations);
    unmount();
    await seconds(20);
    expect(annotations.calls()).not.toContain('remove');
  });

  it('says when it was refused, and can be tried again', async () => {
    const annotations = await annotationsWith();
    annotations.failNext('remove', { failure: failure('forbidden') });
    await start(annotations);
    await seconds(12);
    expect(await screen.findByText('Not deleted, or not all of it')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Delete for good' })).toBeInTheDocument();
    expect((await fileOf(annotations)).nearMiss.title).toBe(aRecord().title);
  });
});
