import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { MemoryRouter } from 'react-router-dom';
import { NearMissStoreProvider } from '../storage/react/NearMissStoreProvider';
import { type Answers, memorySend, refusing } from '../testing/grafana/memorySend';
import { measuring } from '../testing/render/renderPage';
import StarterDashboard from './StarterDashboard';

const PERMISSIONS = 'GET /api/access-control/user/permissions';
const EDITOR = { 'dashboards:create': ['folders:uid:general'] };

function open(answers: Answers = {}) {
  const send = memorySend({
    'GET /api/search': ({ path }: { path: string }) => ({
      ok: true,
      value: path.includes('dash-folder') ? [{ uid: 'pay', title: 'Payments' }] : [],
    }),
    [PERMISSIONS]: EDITOR,
    'POST /api/dashboards/db': { uid: 'made' },
    ...answers,
  });
  const shown = render(
    <NearMissStoreProvider send={send}>
      <MemoryRouter future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>
        <StarterDashboard />
      </MemoryRouter>
    </NearMissStoreProvider>
  );
  const posted = () => send.asked.filter(({ method }) => method === 'POST').map(({ body }) => body);
  return { ...shown, send, posted, user: userEvent.setup({ delay: null }) };
}

beforeEach(measuring);

const press = async (user: ReturnType<typeof userEvent.setup>) =>
  user.click(await screen.findByRole('button', { name: 'Make the dashboard' }));

it('makes the dashboard once and leads to it', async () => {
  const { user, posted } = open();
  await press(user);
  expect(await screen.findByText('The dashboard is there')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Open it' })).toHaveAttribute('href', '/d/made');
  expect(posted()).toEqual([expect.objectContaining({ folderUid: '', overwrite: false })]);
});

it('leads to the one that is there instead of making a second', async () => {
  const { user, posted } = open({ 'GET /api/search': [{ uid: 'old', title: 'Near misses' }] });
  await press(user);
  expect(await screen.findByText(/it was left as it is/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Open it' })).toHaveAttribute('href', '/d/old');
  expect(posted()).toEqual([]);
});

it('is not shown to those who may make no dashboard', async () => {
  const { container, send } = open({ 'GET /api/search': [], [PERMISSIONS]: {} });
  await waitFor(() => expect(send.asked).toHaveLength(2));
  expect(container).toBeEmptyDOMElement();
});

it('says what to do when Grafana refuses, and can be tried again', async () => {
  let refused = true;
  const { user } = open({
    'POST /api/dashboards/db': () => (refused ? refusing(403)() : { ok: true, value: { uid: 'made' } }),
  });
  await press(user);
  expect(await screen.findByText(/You do not have permission/)).toBeInTheDocument();
  refused = false;
  await press(user);
  expect(await screen.findByText('The dashboard is there')).toBeInTheDocument();
});

it('says when the folders could not be read', async () => {
  open({ [PERMISSIONS]: refusing(503) });
  expect(await screen.findByText('Where you may make dashboards could not be read')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeEnabled();
});
