import { config } from '@grafana/runtime';
import { configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { MemoryRouter } from 'react-router-dom';
import type { Send, SendRequest } from '../../grafana/send';
import { NearMissStoreProvider } from '../../storage/react/NearMissStoreProvider';
import { memorySend, refusing } from '../../testing/grafana/memorySend';
import { measuring } from '../../testing/render/renderPage';
import { StoredConfiguration } from './Configuration';

// Whether each element of a long form is visible takes jsdom longer than everything else; what matters is asked with toBeVisible.
configure({ defaultHidden: true });
beforeEach(measuring);

const PAYMENTS = { name: 'payments', journalUid: 'j1' };
const COST = { key: 'cost', text: 'What did it cost us?', why: 'For planning.' };
const FOLDER = { folderUid: 'f1', dashboardUid: 'j1', title: 'Payments journal' };

/** Grafana's settings of one plugin, kept in memory; `refuse` makes the next POST fail. */
function aGrafana(jsonData: unknown = {}, elsewhere: Send = memorySend({ 'GET /api/search': [] })) {
  const grafana = { jsonData, enabled: true, posts: 0, refuse: false, offline: false };
  const send: Send = async ({ method, path, body }) => {
    if (!path.startsWith('/api/plugins/')) {
      return elsewhere({ method, path, body });
    }
    if (grafana.offline) {
      return { ok: false, failure: { kind: 'offline', status: 0, detail: '' } };
    }
    if (method === 'POST') {
      grafana.posts++;
      if (grafana.refuse) {
        return { ok: false, failure: { kind: 'forbidden', status: 403, detail: '' } };
      }
      Object.assign(grafana, body);
    }
    return { ok: true, value: { enabled: grafana.enabled, jsonData: grafana.jsonData } };
  };
  return { grafana, send };
}

async function open(jsonData: unknown, admin = true, elsewhere?: Send) {
  config.bootData = { user: { permissions: { 'plugins:write': admin } } } as never;
  const { grafana, send } = aGrafana(jsonData, elsewhere);
  const { unmount } = render(
    <NearMissStoreProvider send={send}>
      <MemoryRouter future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>
        <StoredConfiguration />
      </MemoryRouter>
    </NearMissStoreProvider>
  );
  await screen.findByRole('heading', { name: 'Teams' });
  return { grafana, user: userEvent.setup({ delay: null }), unmount };
}

/** Pasted: one change instead of one a letter. */
async function fill(user: ReturnType<typeof userEvent.setup>, field: HTMLElement, text: string) {
  await user.click(field);
  await user.paste(text);
}

const save = () => screen.getByRole('button', { name: 'Save' });

describe('the configuration', () => {
  beforeEach(() => window.localStorage.clear());

  it('stores a team and an extra question, with a key made from the question, and keeps what it does not show', async () => {
    const { grafana, user } = await open({ teams: [PAYMENTS], journals: [FOLDER], later: 7 });
    await user.click(screen.getByRole('button', { name: 'Add team' }));
    await fill(user, screen.getByRole('textbox', { name: 'Name of team 2' }), ' search ');
    await user.click(screen.getByRole('button', { name: 'Add question' }));
    await fill(user, screen.getByRole('textbox', { name: 'Question' }), 'Was a hand-over part of it?');
    await fill(user, screen.getByRole('textbox', { name: /Why it is asked/ }), 'Shifts end.');
    await user.click(save());
    expect(await screen.findByText('Saved')).toBeVisible();
    expect(grafana).toMatchObject({
      enabled: true,
      jsonData: {
        teams: [PAYMENTS, { name: 'search', journalUid: '' }],
        extraQuestions: [{ key: 'was-a-hand-over', text: 'Was a hand-over part of it?', why: 'Shifts end.' }],
        journals: [FOLDER],
        later: 7,
      },
    });
  });

  it('has nothing to save before something changed, and nothing to undo', async () => {
    const { user } = await open({ teams: [PAYMENTS] });
    expect(save()).toBeDisabled();
    await fill(user, screen.getByRole('textbox', { name: 'Name of team 1' }), '!');
    expect(save()).toBeEnabled();
    await user.click(screen.getByRole('button', { name: 'Undo changes' }));
    expect(screen.getByRole('textbox', { name: 'Name of team 1' })).toHaveValue('payments');
    expect(save()).toBeDisabled();
  });

  it('names every field that has to be put right and sends nothing until then', async () => {
    const { grafana, user } = await open({ teams: [PAYMENTS], extraQuestions: [COST] });
    await user.click(screen.getByRole('button', { name: 'Add team' }));
    await fill(user, screen.getByRole('textbox', { name: 'Name of team 2' }), 'Payments');
    await user.click(screen.getByRole('button', { name: 'Add team' }));
    await user.click(screen.getByRole('button', { name: 'Add question' }));
    const added = screen.getByRole('group', { name: 'Question 7' });
    await fill(user, within(added).getByRole('textbox', { name: /^Key/ }), 'cost');
    await user.click(save());
    expect(screen.getByText('There is a team of this name already.')).toBeVisible();
    expect(screen.getByText('Give the team a name, or remove it.')).toBeVisible();
    expect(screen.getByText('Write the question, or remove it.')).toBeVisible();
    expect(screen.getByText('Another question has this key.')).toBeVisible();
    expect(grafana.posts).toBe(0);
    await user.click(screen.getByRole('button', { name: 'Remove team Payments' }));
    await user.click(screen.getByRole('button', { name: 'Remove team 2' }));
    await user.click(screen.getByRole('button', { name: 'Remove question 7' }));
    expect(screen.queryByText(/Nothing is saved yet/)).not.toBeInTheDocument();
  });

  it('keeps key and place of a question that is worded anew', async () => {
    const shift = { key: 'a-first', text: 'Was a hand-over part of it?', why: '' };
    const { grafana, user } = await open({ extraQuestions: [COST, shift] });
    const [cost] = screen.getAllByRole('textbox', { name: 'Question' });
    await user.clear(cost ?? document.body);
    await fill(user, cost ?? document.body, 'Zero or more?');
    await user.click(save());
    expect(await screen.findByText('Saved')).toBeVisible();
    expect(grafana.jsonData).toMatchObject({ extraQuestions: [{ ...COST, text: 'Zero or more?' }, shift] });
  });

  it('does not let the key of a saved question change', async () => {
    await open({ extraQuestions: [COST] });
    expect(screen.getByRole('textbox', { name: /^Key/ })).toBeDisabled();
    expect(screen.getByRole('textbox', { name: 'Question' })).toBeEnabled();
  });

  it('keeps what was typed when Grafana refuses', async () => {
    const { grafana, user } = await open({});
    grafana.refuse = true;
    await user.click(screen.getByRole('button', { name: 'Add team' }));
    await fill(user, screen.getByRole('textbox', { name: 'Name of team 1' }), 'search');
    await user.click(save());
    expect(await screen.findByText('Not saved; what you typed is still here')).toBeVisible();
    expect(screen.getByText(/do not have permission/)).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Name of team 1' })).toHaveValue('search');
  });

  it('asks before it undoes what somebody else saved in the meantime', async () => {
    const { grafana, user } = await open({ teams: [PAYMENTS] });
    await user.click(screen.getByRole('button', { name: 'Add team' }));
    await fill(user, screen.getByRole('textbox', { name: 'Name of team 2' }), 'search');
    grafana.jsonData = { teams: [PAYMENTS, { name: 'theirs', journalUid: '' }] };
    await user.click(save());
    expect(await screen.findByText(/somebody else saved in the meantime/)).toBeVisible();
    expect(grafana.posts).toBe(0);
    await user.click(screen.getByRole('button', { name: 'Save mine, replace theirs' }));
    expect(await screen.findByText('Saved')).toBeVisible();
    expect(grafana.jsonData).toMatchObject({ teams: [PAYMENTS, { name: 'search' }] });
  });

  it('shows what somebody else saved, if that is preferred', async () => {
    const { grafana, user } = await open({});
    await user.click(screen.getByRole('button', { name: 'Add team' }));
    grafana.jsonData = { teams: [{ name: 'theirs', journalUid: '' }] };
    await fill(user, screen.getByRole('textbox', { name: 'Name of team 1' }), 'mine');
    await user.click(save());
    await user.click(await screen.findByRole('button', { name: 'Show theirs, drop mine' }));
    expect(screen.getByRole('textbox', { name: 'Name of team 1' })).toHaveValue('theirs');
    expect(grafana.posts).toBe(0);
  });

  it('finds unsaved changes again, and asks before they undo what was saved since', async () => {
    const { grafana, user, unmount } = await open({ teams: [PAYMENTS] });
    await user.click(screen.getByRole('button', { name: 'Add team' }));
    await fill(user, screen.getByRole('textbox', { name: 'Name of team 2' }), 'search');
    unmount();
    const again = await open({ teams: [{ name: 'theirs', journalUid: '' }] });
    expect(screen.getByText(/your changes from last time/)).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Name of team 2' })).toHaveValue('search');
    await again.user.click(save());
    expect(await screen.findByText(/somebody else saved in the meantime/)).toBeVisible();
    await again.user.click(screen.getByRole('button', { name: 'Show theirs, drop mine' }));
    expect(screen.getByRole('textbox', { name: 'Name of team 1' })).toHaveValue('theirs');
    again.unmount();
    await open({ teams: [PAYMENTS] });
    expect(screen.queryByText(/your changes from last time/)).not.toBeInTheDocument();
    expect(grafana.posts).toBe(0);
  });

  it('is read-only for everyone but admins, and says whom to ask', async () => {
    await open({ teams: [PAYMENTS], extraQuestions: [COST], journals: [FOLDER] }, false);
    expect(screen.getByText('You can read this configuration, not change it')).toBeVisible();
    screen.getAllByRole('textbox').forEach((field) => expect(field).toBeDisabled());
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    const journals = await screen.findByRole('list', { name: 'Journals' });
    expect(journals).toHaveTextContent('Payments journal');
    expect(journals).toHaveTextContent('Folder: one that you may not see, or that was deleted. Team: payments.');
    expect(screen.getByText('Journal: Payments journal')).toBeVisible();
    expect(screen.queryByText(/\bj1\b|\bf1\b/)).not.toBeInTheDocument();
  });

  it('shows no empty form when the settings could not be read', async () => {
    const { grafana, send } = aGrafana({ teams: [PAYMENTS] });
    grafana.offline = true;
    render(
      <NearMissStoreProvider send={send}>
        <StoredConfiguration />
      </NearMissStoreProvider>
    );
    expect(await screen.findByText('The configuration could not be read')).toBeVisible();
    grafana.offline = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('textbox', { name: 'Name of team 1' })).toHaveValue('payments');
  });

  it('makes a journal in one step, keeps what is typed elsewhere, and says who reads and writes there', async () => {
    let made = false;
    const elsewhere = memorySend({
      'GET /api/search': ({ path }: SendRequest) => ({
        ok: true,
        value: path.includes('dash-folder') ? [{ uid: 'shop', title: 'Shop' }] : [],
      }),
      'POST /api/dashboards/db': () => {
        made = true;
        return { ok: true, value: { uid: 'journal-1' } };
      },
      'GET /api/access-control/user/permissions': {},
      'GET /api/dashboards/uid/journal-1': () =>
        made
          ? { ok: true, value: { meta: { folderUid: 'shop' }, dashboard: { title: 'Near misses of search' } } }
          : refusing(404)(),
      'GET /api/dashboards/uid/journal-1/permissions': [{ userLogin: 'vera', permission: 2 }],
      'GET /api/folders/shop': {},
      'GET /api/folders/shop/permissions': [{ role: 'Editor', permission: 2 }],
    });
    const { grafana, user } = await open({ teams: [PAYMENTS] }, true, elsewhere);
    await user.click(screen.getByRole('button', { name: 'Add team' }));
    await fill(user, screen.getByRole('textbox', { name: 'Name of team 2' }), 'unsaved');
    await user.click(await screen.findByRole('button', { name: 'Make the journal' }));
    expect(screen.getByText('Choose one of the folders offered.')).toBeVisible();
    await fill(user, screen.getByRole('combobox', { name: /^Folder/ }), 'shop');
    await fill(user, screen.getByRole('combobox', { name: /^Team/ }), 'search');
    await user.click(screen.getByRole('button', { name: 'Make the journal' }));
    expect(await screen.findByText('The journal is ready')).toBeVisible();
    expect(grafana.jsonData).toMatchObject({
      teams: [PAYMENTS, { name: 'search', journalUid: 'journal-1' }],
      journals: [{ folderUid: 'shop', dashboardUid: 'journal-1', title: 'Near misses of search' }],
    });
    const writers = /Written by vera, everybody with the role Editor, all Admins\./;
    expect(await screen.findByText(writers)).toBeVisible();
    expect(screen.getByDisplayValue('unsaved')).toBeVisible();
    await user.click(save());
    expect(await screen.findByText('Saved')).toBeVisible();
    expect(grafana.jsonData).toMatchObject({ teams: [PAYMENTS, { name: 'unsaved' }, { name: 'search' }] });
  });

  it('says which journal is gone, hidden or no place for one', async () => {
    const journals = ['gone', 'hidden', 'managed'].map((uid) => ({ folderUid: uid, dashboardUid: uid, title: uid }));
    const elsewhere = memorySend({
      'GET /api/search': [],
      'GET /api/dashboards/uid/hidden': refusing(403),
      'GET /api/dashboards/uid/managed': { meta: { provisioned: true }, dashboard: { title: 'managed' } },
      'GET /api/dashboards/uid/managed/permissions': [{ role: 'Viewer', permission: 1 }],
    });
    const { grafana, user } = await open({ journals }, true, elsewhere);
    expect(await screen.findByText('This dashboard was deleted')).toBeVisible();
    expect(screen.getByText('You may not open this dashboard')).toBeVisible();
    expect(screen.getByText('This dashboard is no place for a journal')).toBeVisible();
    expect(screen.getByText(/Read by everybody in this organization\. Written by all Admins\./)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Send no more near misses to gone' }));
    await waitFor(() => expect(screen.queryByText('This dashboard was deleted')).not.toBeInTheDocument());
    expect(grafana.jsonData).toMatchObject({ journals: [{ folderUid: 'hidden' }, { folderUid: 'managed' }] });
  });
});
