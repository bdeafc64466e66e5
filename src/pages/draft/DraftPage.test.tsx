import { fireEvent, screen, waitFor } from '@testing-library/react';
import React from 'react';
import { Route, Routes } from 'react-router-dom';
import { decode } from '../../domain/codec/decode';
import {
  type Fault,
  type MemoryAnnotations,
  memoryAnnotations,
  type MemoryUser,
} from '../../testing/grafana/memoryAnnotations';
import { aRecord } from '../../testing/builders/builders';
import { aDashboard } from '../../testing/builders/panelContext';
import { A_VIEWER, ANNA, BEN, renderPage, storeOf } from '../../testing/render/renderPage';
import DraftPage from './DraftPage';

beforeEach(() => window.localStorage.clear());

const FROM = 1_790_000_000_000;
const TO = FROM + 600_000;
const down: Fault = { failure: { kind: 'unavailable', status: 503, detail: '' } };
const SETTINGS = '/api/plugins/resilience-nearmiss-app/settings';

const A_DRAFT = {
  dashboardUid: 'checkout',
  panelId: 4,
  time: FROM,
  timeEnd: TO,
  text: 'heap <b>climbing</b>',
  tags: ['near-miss', 'team:payments', 'service:cart'],
};

/** Annotations that hold one draft, by anna; its annotation id is 1. */
async function withDraft(draft: Partial<typeof A_DRAFT> = {}): Promise<MemoryAnnotations> {
  const annotations = memoryAnnotations({ user: ANNA });
  await annotations.post({ ...A_DRAFT, ...draft });
  return annotations;
}

function open(
  annotations: MemoryAnnotations,
  user: MemoryUser = ANNA,
  answers: Readonly<Record<string, unknown>> = {}
) {
  const page = (
    <Routes>
      <Route path="/draft/:annotationId" element={<DraftPage />} />
    </Routes>
  );
  return renderPage(page, {
    at: '/draft/1',
    annotations,
    user,
    answers: { '/api/dashboards/uid/checkout': aDashboard(), ...answers },
  });
}

const all = (annotations: MemoryAnnotations) => annotations.stored().map(decode);
const kinds = (annotations: MemoryAnnotations) =>
  all(annotations)
    .map(({ what }) => what)
    .sort();
const record = (annotations: MemoryAnnotations) =>
  all(annotations).flatMap((decoded) => (decoded.what === 'record' ? [decoded] : []))[0];
const almost = () => screen.findByRole('textbox', { name: /What almost happened/ });
const save = () => screen.getByRole('button', { name: 'Save' });

type User = ReturnType<typeof open>['user'];
async function complete(user: User) {
  await almost();
  await user.click(screen.getByRole('checkbox', { name: 'Person' }));
  await user.click(save());
}

it('starts from what the draft says, and makes the record and the marker of it', async () => {
  const annotations = await withDraft();
  const { user } = open(annotations);
  expect(await almost()).toHaveValue('heap climbing');
  expect(screen.getByRole('textbox', { name: /Team/ })).toHaveValue('payments');
  expect(screen.getByText(/The measured values are not/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: /Open the panel/ })).toHaveAttribute(
    'href',
    expect.stringContaining('/d/checkout?')
  );
  await complete(user);
  expect(await screen.findByText('The near miss is recorded.')).toBeInTheDocument();
  expect(kinds(annotations)).toEqual(['marker', 'record']);
  expect(record(annotations)?.record).toMatchObject({
    almost: 'heap climbing',
    kind: 'trend',
    team: 'payments',
    services: ['cart'],
    actedAt: TO,
    stretch: { from: FROM, to: TO },
    evidence: null,
    source: { dashboardUid: 'checkout', panelId: 4, dashboardTitle: aDashboard().dashboard.title },
  });
});

it('makes a near miss without a graph of a draft without one', async () => {
  const annotations = await withDraft({ dashboardUid: '', panelId: 0, timeEnd: FROM });
  const { user } = open(annotations);
  await complete(user);
  expect(await screen.findByText('The near miss is recorded.')).toBeInTheDocument();
  expect(record(annotations)?.record).toMatchObject({ kind: 'other', source: null, stretch: null });
  expect(kinds(annotations)).toEqual(['marker', 'record']);
});

it('goes to the journal of the folder above the dashboard', async () => {
  const annotations = await withDraft();
  const journals = [{ folderUid: 'top', dashboardUid: 'journal', title: 'Ops' }];
  const { user } = open(annotations, ANNA, {
    [SETTINGS]: { jsonData: { journals } },
    '/api/dashboards/uid/checkout': { ...aDashboard(), meta: { ...aDashboard().meta, folderUid: 'deep' } },
    '/api/folders/deep': { uid: 'deep', parents: [{ uid: 'top' }] },
    '/api/dashboards/uid/journal': aDashboard(),
  });
  await almost();
  expect(screen.getByRole('radio', { name: /journal “Ops”/ })).toBeChecked();
  await complete(user);
  expect(await screen.findByText('The near miss is recorded.')).toBeInTheDocument();
  expect(record(annotations)?.annotation.dashboardUid).toBe('journal');
});

describe('whichever step fails', () => {
  it('keeps the words when the record is refused, also over a reload', async () => {
    const annotations = await withDraft();
    annotations.failNext('post', { failure: { kind: 'forbidden', status: 403, detail: '' } });
    const first = open(annotations);
    await first.user.click(await almost());
    await first.user.paste(' and nobody saw it');
    await complete(first.user);
    expect(await screen.findByText(/Everything you entered is still here/)).toBeInTheDocument();
    expect(kinds(annotations)).toEqual(['draft']);
    first.unmount();
    const second = open(annotations);
    // The draft's own words stand there until those kept in the browser are read.
    await waitFor(async () => expect(await almost()).toHaveValue('heap climbing and nobody saw it'));
    await second.user.click(save());
    expect(await screen.findByText('The near miss is recorded.')).toBeInTheDocument();
    expect(kinds(annotations)).toEqual(['marker', 'record']);
  });

  it('offers the marker again when it alone failed', async () => {
    const annotations = await withDraft();
    annotations.failNext('patch', { ...down, times: 6 });
    const { user } = open(annotations);
    await complete(user);
    expect(await screen.findByText(/its marker on the graph follows/)).toBeInTheDocument();
    expect(kinds(annotations)).toEqual(['draft', 'record']);
    await user.click(screen.getByRole('button', { name: 'Try the marker again' }));
    await waitFor(() => expect(annotations.calls().filter((call) => call === 'patch')).toHaveLength(6));
    expect(screen.getByText(/its marker on the graph follows/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Try the marker again' }));
    await waitFor(() => expect(screen.queryByText(/its marker on the graph/)).not.toBeInTheDocument());
    expect(kinds(annotations)).toEqual(['marker', 'record']);
  });

  it('lets anybody who may finish what another left half done, without a second record', async () => {
    const annotations = await withDraft();
    annotations.failNext('patch', { ...down, times: 3 });
    const first = open(annotations);
    await complete(first.user);
    await screen.findByText(/its marker on the graph follows/);
    first.unmount();
    const { user } = open(annotations, BEN);
    expect(await screen.findByText(/words are replaced there by: “Near miss.*, open\.”/)).toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: 'Turn the draft into the marker' }));
    expect(await screen.findByText(/Done: the draft is the marker/)).toBeInTheDocument();
    expect(kinds(annotations)).toEqual(['marker', 'record']);
    expect(record(annotations)?.annotation.login).toBe('anna');
  });

  it('does not offer the other half to who may not edit there', async () => {
    const annotations = await withDraft();
    annotations.failNext('patch', { ...down, times: 3 });
    const first = open(annotations);
    await complete(first.user);
    await screen.findByText(/its marker on the graph follows/);
    first.unmount();
    const readOnly = aDashboard({}, { annotationsPermissions: { dashboard: { canAdd: false } } });
    open(annotations, A_VIEWER, { '/api/dashboards/uid/checkout': readOnly });
    expect(await screen.findByText(/Whoever may edit the annotations there/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Turn the draft into the marker' })).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Open the near miss' })).toBeInTheDocument();
  });

  it('writes one record when the answer is lost', async () => {
    const annotations = await withDraft();
    annotations.failNext('post', { ...down, done: true });
    const { user } = open(annotations);
    await complete(user);
    expect(await screen.findByText('The near miss is recorded.')).toBeInTheDocument();
    expect(kinds(annotations)).toEqual(['marker', 'record']);
  });
});

it('changes nothing of what somebody else made of the draft meanwhile', async () => {
  const annotations = await withDraft();
  const { user } = open(annotations, BEN);
  await almost();
  const state = await storeOf(annotations).readDraft(1);
  if (!state.ok || state.value.is !== 'open') {
    throw new Error('no open draft');
  }
  const record = aRecord({ id: state.value.nearMissId });
  await storeOf(annotations).write({ what: 'record', record, place: { kind: 'organization' }, draftId: 1 });
  await complete(user);
  expect(await screen.findByText(/Somebody else completed this draft in the meantime/)).toBeInTheDocument();
  expect(await almost()).toHaveValue('heap climbing');
  expect(kinds(annotations)).toEqual(['marker', 'record']);
});

it('leads to the near miss once the draft is one', async () => {
  const annotations = await withDraft();
  const first = open(annotations);
  await complete(first.user);
  await screen.findByText('The near miss is recorded.');
  first.unmount();
  open(annotations);
  expect(await screen.findByText('This draft is a near miss by now')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Open the near miss' })).toHaveAttribute(
    'href',
    expect.stringContaining(record(annotations)?.record.id ?? 'none')
  );
});

it('tells a Viewer before the first word, and gives them the words to pass on', async () => {
  open(await withDraft(), A_VIEWER);
  expect(await screen.findByText('You do not have the right to save a near miss here.')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Copy as Markdown' })).toBeInTheDocument();
  expect(save()).toBeDisabled();
});

it('says when there is no such draft', async () => {
  open(await withDraft({ tags: ['other'] }));
  expect(await screen.findByText('This draft is not there, or you may not see it')).toBeInTheDocument();
});

it('asks about a draft that counts in seconds, and keeps what was meant: moment, stretch and marker', async () => {
  const annotations = await withDraft({ time: FROM / 1_000, timeEnd: TO / 1_000 });
  const { user } = open(annotations);
  await almost();
  expect(screen.getByRole('group', { name: 'Is this right: Acted at' })).toHaveTextContent(/This is 1970-01-21/);
  await complete(user);
  expect(record(annotations)).toBeUndefined();
  await user.click(screen.getByRole('button', { name: /^Use 2026-09-21/ }));
  await user.click(save());
  expect(await screen.findByText('The near miss is recorded.')).toBeInTheDocument();
  expect(record(annotations)?.record).toMatchObject({ actedAt: TO, stretch: { from: FROM, to: TO } });
  expect(all(annotations)).toContainEqual(
    expect.objectContaining({ what: 'marker', annotation: expect.objectContaining({ time: FROM, timeEnd: TO }) })
  );
});

it('keeps no stretch in 1970 beside a moment that was typed anew', async () => {
  const annotations = await withDraft({ time: FROM / 1_000, timeEnd: TO / 1_000 });
  const { user } = open(annotations);
  await almost();
  fireEvent.change(screen.getByLabelText('Acted at'), { target: { value: '2026-09-20T10:00:00' } });
  await complete(user);
  expect(await screen.findByText('The near miss is recorded.')).toBeInTheDocument();
  expect(record(annotations)?.record).toMatchObject({ stretch: null });
});
