import { screen, waitFor, within } from '@testing-library/react';
import React from 'react';
import { encodeEntry } from '../../../domain/codec/encodeEntry';
import { encodeRecord } from '../../../domain/codec/encodeRecord';
import { readSettings } from '../../../domain/record/settings';
import { memoryAnnotations, type MemoryAnnotations, type MemoryUser } from '../../../testing/grafana/memoryAnnotations';
import { anEntry, aNearMiss, aRecord } from '../../../testing/builders/builders';
import { renderPage } from '../../../testing/render/renderPage';
import { MoveSection } from './MoveSection';
import type { Place } from '../../../domain/record/place';
import { failureOf } from '../../../grafana/outcome';

const ADMIN: MemoryUser = { login: 'admin' };
const ORGANIZATION: Place = { kind: 'organization' };
const JOURNAL: Place = { kind: 'journal', dashboardUid: 'journal' };
const JOURNALS = [
  { folderUid: 'payments', dashboardUid: 'journal', title: 'Payments' },
  { folderUid: 'search', dashboardUid: 'gone', title: 'Search' },
];
const SETTINGS = readSettings({ journals: JOURNALS });
const may = (canAdd: boolean) => ({ annotationsPermissions: { dashboard: { canAdd } } });

async function twoTeams(place = ORGANIZATION): Promise<MemoryAnnotations> {
  const annotations = memoryAnnotations({ user: { login: 'anna' } });
  await annotations.post(encodeRecord(aRecord(), place, ''));
  await annotations.post(encodeEntry(anEntry(), aNearMiss({ place }), ''));
  await annotations.post(encodeRecord(aRecord({ id: 'disk-1-abcde', title: 'Disk', team: 'search' }), place, ''));
  return annotations;
}

const places = (annotations: MemoryAnnotations) =>
  annotations
    .as(ADMIN)
    .stored()
    .map((raw) => (raw as { dashboardUID?: string }).dashboardUID ?? '');

async function open(annotations: MemoryAnnotations, { user = ADMIN, canAdd = true, settings = SETTINGS } = {}) {
  const shown = renderPage(<MoveSection settings={settings} />, {
    at: '/plugins/resilience-nearmiss-app',
    annotations,
    user,
    answers: {
      '/api/dashboards/uid/journal': { dashboard: { title: 'Payments journal' }, meta: may(canAdd) },
      '/api/dashboards/uid/journal/permissions': [{ team: 'Payments', permission: 2 }],
    },
  });
  await shown.user.click(screen.getByRole('button', { name: 'Choose what to move' }));
  return shown;
}

const from = async (name: RegExp) =>
  within(await screen.findByRole('group', { name: 'Where are they now?' })).getByRole('radio', { name });
const to = (name: RegExp) =>
  within(screen.getByRole('group', { name: 'Where are they to go?' })).getByRole('radio', { name });

describe('moving near misses', () => {
  it('says how many there are, who will read them and whose words they stay, then moves them', async () => {
    const annotations = await twoTeams();
    const { user } = await open(annotations);
    await user.click(await from(/organization/));
    await user.click(to(/Payments journal/));
    expect(screen.getByRole('status')).toHaveTextContent('To move: 2 near misses.');
    const warning = screen.getByRole('alert', { name: /Who will be able to read them/ });
    expect(warning).toHaveTextContent('Read by the team Payments, all Admins.');
    expect(warning).toHaveTextContent('“copied by admin, first written by anna”');
    await user.click(screen.getByRole('button', { name: 'Move 2 near misses' }));
    expect(await screen.findByText('2 near misses were moved.')).toBeVisible();
    expect(places(annotations)).toEqual(['journal', 'journal', 'journal']);
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Move/ })).not.toBeInTheDocument());
    expect(await from(/organization.*No near miss/)).toBeChecked();
  });

  it('moves those of one team out again, and warns that every Viewer will read them', async () => {
    const annotations = await twoTeams(JOURNAL);
    const { user } = await open(annotations);
    await user.click(await from(/Payments journal/));
    await user.click(to(/organization/));
    await user.click(screen.getByRole('combobox', { name: /^Team/ }));
    await user.paste('Search');
    expect(screen.getByRole('alert', { name: /Who will be able/ })).toHaveTextContent('every Viewer');
    await user.click(screen.getByRole('button', { name: 'Move 1 near miss' }));
    expect(await screen.findByText('1 near miss was moved.')).toBeVisible();
    expect(places(annotations).sort()).toEqual(['', 'journal', 'journal']);
  });

  it('names what it cannot move, and why', async () => {
    const annotations = await twoTeams();
    const { text, ...rest } = encodeEntry(anEntry({ id: 'broken' }), aNearMiss(), '');
    await annotations.post({ ...rest, text: text.slice(0, -9) });
    const { user } = await open(annotations);
    await user.click(await from(/organization/));
    await user.click(to(/Payments journal/));
    await user.click(screen.getByRole('button', { name: 'Move 2 near misses' }));
    const end = await screen.findByRole('alert', { name: /Moved, but for some/ });
    expect(end).toHaveTextContent('1 near miss was moved.');
    expect(within(end).getByRole('listitem')).toHaveTextContent(/^Orders piled up.*cannot be read.*nm:queue-1-abcd/);
  });

  it('says why it stopped, and continues', async () => {
    const annotations = await twoTeams();
    const { user } = await open(annotations);
    await user.click(await from(/organization/));
    await user.click(to(/Payments journal/));
    annotations.failNext('remove', { failure: failureOf(403, 'not yours') });
    await user.click(screen.getByRole('button', { name: 'Move 2 near misses' }));
    const end = await screen.findByRole('alert', { name: /Stopped before the end/ });
    expect(end).toHaveTextContent(/0 near misses were moved.*“Disk”.*not yours.*Continue moves the rest/);
    await user.click(within(end).getByRole('button', { name: 'Continue' }));
    expect(await screen.findByText('2 near misses were moved.')).toBeVisible();
    expect(places(annotations)).toEqual(['journal', 'journal', 'journal']);
  });

  it('shows how far it is, and stops when asked; nothing is in between', async () => {
    const annotations = await twoTeams();
    const { user } = await open(annotations);
    await user.click(await from(/organization/));
    await user.click(to(/Payments journal/));
    let go = () => {};
    const held = new Promise<void>((resolve) => (go = resolve));
    annotations.delay((method) => (method === 'post' ? held : Promise.resolve()));
    await user.click(screen.getByRole('button', { name: 'Move 2 near misses' }));
    expect(await screen.findByRole('progressbar', { name: 'Moving: 0 of 2 near misses done' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    go();
    const end = await screen.findByRole('alert', { name: /Stopped before the end/ });
    expect(end).toHaveTextContent('Everything is still there');
    await user.click(within(end).getByRole('button', { name: 'Continue' }));
    expect(await screen.findByText('2 near misses were moved.')).toBeVisible();
    expect(places(annotations)).toEqual(['journal', 'journal', 'journal']);
  });
});

describe('the places', () => {
  it('that are gone or where one may not write are shown, with the reason', async () => {
    await open(await twoTeams(), { canAdd: false });
    expect(await from(/Payments journal/)).toBeDisabled();
    expect(await from(/Search/)).toBeDisabled();
    expect(screen.getAllByText('You may not write and delete there.')).not.toHaveLength(0);
    expect(screen.getAllByText(/This dashboard was deleted/)).not.toHaveLength(0);
  });

  it('include a journal that is not configured any more but holds near misses', async () => {
    const { user } = await open(await twoTeams(JOURNAL), { settings: readSettings({}) });
    await user.click(await from(/Payments journal/));
    expect(screen.getByRole('status')).toHaveTextContent('To move: 2 near misses.');
  });

  it('offer nothing to move from an empty one', async () => {
    const { user } = await open(await twoTeams());
    await user.click(await from(/Payments journal/));
    await user.click(to(/organization/));
    expect(screen.getByRole('status')).toHaveTextContent('There is nothing to move.');
    expect(screen.queryByRole('button', { name: /^Move/ })).not.toBeInTheDocument();
  });

  it('can be read again after a failure', async () => {
    const annotations = await twoTeams();
    annotations.failNext('find', { failure: failureOf(503, '') });
    const { user } = await open(annotations);
    expect(await screen.findByText('The near misses could not be read')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await from(/organization/)).toBeEnabled();
  });
});
