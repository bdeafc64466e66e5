import { screen } from '@testing-library/react';
import React from 'react';
import { Route, Routes } from 'react-router-dom';
import { decode } from '../../domain/codec/decode';
import { type MemoryAnnotations, memoryAnnotations } from '../../testing/grafana/memoryAnnotations';
import { A_VIEWER, ANNA, NOBODY, renderPage } from '../../testing/render/renderPage';
import RecordPage from './RecordPage';

beforeEach(() => window.localStorage.clear());

function open({ annotations = memoryAnnotations(), user = ANNA, settings = {}, dashboards = {} } = {}) {
  const page = (
    <Routes>
      <Route path="/record" element={<RecordPage />} />
    </Routes>
  );
  const answers = { '/api/plugins/resilience-nearmiss-app/settings': { jsonData: settings }, ...dashboards };
  return { ...renderPage(page, { at: '/record', annotations, user, answers }), annotations };
}

const recorded = (annotations: MemoryAnnotations) =>
  annotations
    .stored()
    .map(decode)
    .map((decoded) => (decoded.what === 'record' ? decoded.record : decoded.what));
const almost = () => screen.findByRole('textbox', { name: /What almost happened/ });
const save = () => screen.getByRole('button', { name: 'Save' });

type User = ReturnType<typeof open>['user'];
async function fill(user: User, field: HTMLElement, text: string) {
  await user.click(field);
  await user.paste(text);
}

it('records a near miss that no graph shows, with everything that was filled in', async () => {
  const { user, annotations } = open();
  await fill(user, await almost(), ' Every payment would have been cut off. ');
  await user.click(screen.getByRole('checkbox', { name: 'Review' }));
  await fill(user, screen.getByRole('textbox', { name: /Services/ }), 'checkout, payments,, checkout');
  await fill(user, screen.getByRole('textbox', { name: /Links/ }), 'https://example.org/changes/17');
  await user.click(save());
  expect(await screen.findByText('The near miss is recorded.')).toBeInTheDocument();
  expect(recorded(annotations)).toEqual([
    expect.objectContaining({
      kind: 'change',
      almost: 'Every payment would have been cut off.',
      savedBy: ['review'],
      services: ['checkout', 'payments'],
      links: ['https://example.org/changes/17'],
      stretch: null,
      evidence: null,
      source: null,
      status: 'recorded',
    }),
  ]);
});

it('does not tell everybody about an exposure unless somebody chooses so', async () => {
  const { user, annotations } = open();
  await fill(user, await almost(), 'The package was open to the world.');
  await user.click(screen.getByRole('checkbox', { name: 'Luck' }));
  await user.click(screen.getByRole('radio', { name: 'Exposure' }));
  const everybody = screen.getByRole('radio', { name: /Everybody in this organization/ });
  expect(everybody).not.toBeChecked();
  await user.click(await almost());
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(screen.getByText('Choose who will read it.')).toBeInTheDocument();
  expect(everybody).toHaveFocus();
  expect(annotations.calls()).toEqual([]);
  await user.click(everybody);
  await user.click(save());
  expect(await screen.findByText('The near miss is recorded.')).toBeInTheDocument();
});

it('offers the journals that are configured', async () => {
  const settings = { journals: [{ folderUid: 'ops', dashboardUid: 'journal-1', title: 'Ops journal' }] };
  const { user } = open({ settings });
  await user.click(await screen.findByRole('radio', { name: /journal “Ops journal”/ }));
  expect(screen.getByRole('radio', { name: /journal “Ops journal”/ })).toBeChecked();
});

describe('the journal of the team', () => {
  const settings = { teams: [{ name: 'Search', journalUid: 'journal-1' }] };
  const fillFor = async (user: User) => {
    await fill(user, await almost(), 'Every search would have failed.');
    await user.click(screen.getByRole('checkbox', { name: 'Luck' }));
    await fill(user, screen.getByRole('combobox', { name: /^Team/ }), 'search');
  };

  it('that is gone is said before saving, and another place takes the near miss', async () => {
    const { user, annotations } = open({ settings });
    await fillFor(user);
    expect(await screen.findByText('The journal “Search” is gone')).toBeInTheDocument();
    expect(screen.queryByText(/You do not have the right/)).not.toBeInTheDocument();
    expect(save()).toBeDisabled();
    await user.click(screen.getByRole('radio', { name: /Everybody in this organization/ }));
    expect(screen.queryByText('The journal “Search” is gone')).not.toBeInTheDocument();
    await user.click(save());
    expect(await screen.findByText('The near miss is recorded.')).toBeInTheDocument();
    expect(annotations.stored()).toEqual([expect.not.objectContaining({ dashboardUID: 'journal-1' })]);
  });

  it('where one may not write is said before saving, with whom to ask', async () => {
    const meta = { annotationsPermissions: { dashboard: { canAdd: false } } };
    const { user } = open({ settings, dashboards: { '/api/dashboards/uid/journal-1': { dashboard: {}, meta } } });
    await fillFor(user);
    expect(await screen.findByText('You may not write to the journal “Search”')).toBeInTheDocument();
    expect(screen.getByText(/To be able to save, send this to an administrator/)).toBeInTheDocument();
    expect(save()).toBeDisabled();
  });
});

it('says which link it cannot keep, and keeps it in the field', async () => {
  const { user, annotations } = open();
  await fill(user, await almost(), 'Something');
  await user.click(screen.getByRole('checkbox', { name: 'Luck' }));
  await fill(user, screen.getByRole('textbox', { name: /Links/ }), 'javascript:alert(1)');
  await user.click(save());
  expect(screen.getByText(/“javascript:alert\(1\)” is no address/)).toBeInTheDocument();
  expect(annotations.calls()).toEqual([]);
});

it('tells a Viewer before anything is typed', async () => {
  open({ user: A_VIEWER });
  expect(await screen.findByText('You do not have the right to save a near miss here.')).toBeInTheDocument();
  expect(save()).toBeDisabled();
});

it('tells who is not signed in that the words will not come along, instead of asking an administrator for nobody', async () => {
  open({ user: NOBODY });
  expect(await screen.findByText(/does not come along when you sign in, so copy it first/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Sign in' })).toBeInTheDocument();
  expect(screen.queryByText(/send this to an administrator/)).not.toBeInTheDocument();
  expect(save()).toBeDisabled();
});

it('keeps every word when Grafana refuses, and after leaving the page', async () => {
  const annotations = memoryAnnotations({ user: ANNA });
  const first = open({ annotations });
  await fill(first.user, await almost(), 'It would have been bad.');
  await first.user.click(screen.getByRole('checkbox', { name: 'Luck' }));
  annotations.failNext('post', { failure: { kind: 'forbidden', status: 403, detail: '' } });
  await first.user.click(save());
  expect(await screen.findByText(/Everything you entered is still here/)).toBeInTheDocument();
  first.unmount();

  const second = open({ annotations });
  expect(await screen.findByText(/Here is what you entered at/)).toBeInTheDocument();
  expect(await almost()).toHaveValue('It would have been bad.');
  await second.user.click(save());
  expect(await screen.findByText('The near miss is recorded.')).toBeInTheDocument();
  expect(recorded(annotations)).toHaveLength(1);
});

it('asks a person who typed more than fits to shorten it, before Grafana cuts it', async () => {
  const { user, annotations } = open();
  await fill(user, await almost(), 'x'.repeat(20_000));
  await user.click(screen.getByRole('checkbox', { name: 'Luck' }));
  await user.click(save());
  expect(await screen.findByText(/there is more text than one near miss can hold/)).toBeInTheDocument();
  expect(annotations.calls()).toEqual([]);
});

it('says while somebody types by how much the words are too long, keeps them, and saves them once they fit', async () => {
  const { user, annotations } = open();
  const field = await almost();
  const long = 'x'.repeat(17_000);
  await user.click(screen.getByRole('checkbox', { name: 'Review' }));
  await fill(user, field, long);
  expect(screen.getByText(/^Shorten it by about 1,?\d{3} characters/)).toBeVisible();
  await user.click(save());
  expect(annotations.stored()).toEqual([]);
  expect(field).toHaveValue(long);
  await user.clear(field);
  await fill(user, field, long.slice(0, 12_000));
  await user.click(save());
  expect(await screen.findByText('The near miss is recorded.')).toBeInTheDocument();
  expect(recorded(annotations)).toEqual([expect.objectContaining({ almost: long.slice(0, 12_000) })]);
});

describe('before it is saved', () => {
  it('takes Ctrl+Enter in any field for the button, and saves once', async () => {
    const { user, annotations } = open();
    await user.click(await screen.findByRole('checkbox', { name: 'Review' }));
    await fill(user, await almost(), 'By keys');
    await user.keyboard('{Control>}{Enter}{Enter}{/Control}');
    expect(await screen.findByText('The near miss is recorded.')).toBeInTheDocument();
    expect(recorded(annotations)).toEqual([expect.objectContaining({ almost: 'By keys' })]);
  });

  it('is stopped by a moment that says nothing, which stays as it was typed', async () => {
    const { user, annotations } = open();
    await fill(user, await almost(), 'Noticed some day');
    await user.click(screen.getByRole('checkbox', { name: 'Review' }));
    const noticed = screen.getByRole('textbox', { name: 'Noticed at' });
    await fill(user, noticed, 'some day');
    await user.click(save());
    expect(noticed).toHaveValue('some day');
    expect(noticed).toHaveFocus();
    expect(recorded(annotations)).toEqual([]);
    await user.clear(noticed);
    await user.click(save());
    expect(await screen.findByText('The near miss is recorded.')).toBeInTheDocument();
    expect(recorded(annotations)).toEqual([expect.objectContaining({ noticedAt: null })]);
  });
});
