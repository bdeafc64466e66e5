import { config } from '@grafana/runtime';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { MemoryRouter } from 'react-router-dom';
import { aRecord } from '../testing/builders/builders';
import { DOWN, FORBIDDEN } from '../testing/stages/storeStage';
import { NotSaved } from './NotSaved';
import type { RecordingState } from './useRecording';

// Browsers give a clipboard only to such a page.
beforeEach(() => void Object.assign(window, { isSecureContext: true }));

function open(state: RecordingState, { denied = false, isSignedIn = true } = {}) {
  Object.assign(config.bootData.user, { login: 'vera', isSignedIn });
  const user = userEvent.setup({ delay: null });
  render(
    <MemoryRouter future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>
      <NotSaved state={state} denied={denied} markdown={() => '# all of it'} />
    </MemoryRouter>
  );
  return { user, copied: () => window.navigator.clipboard.readText() };
}

it('has nothing to say while nothing went wrong', () => {
  open({ phase: 'saving' });
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

it('says why Grafana did not take it, that it is still here, and lets it be copied', async () => {
  const { user, copied } = open({ phase: 'failed', failure: DOWN });
  const alert = screen.getByRole('alert');
  expect(alert).toHaveTextContent('Not saved yet. Everything you entered is still here.');
  expect(alert).toHaveTextContent('Grafana has a problem of its own right now.');
  await user.click(screen.getByRole('button', { name: 'Copy as Markdown' }));
  expect(await copied()).toBe('# all of it');
});

it('leads to what somebody else made of the same draft', () => {
  open({ phase: 'failed', failure: { kind: 'overtaken', status: 0, detail: 'theirs-00001' } });
  expect(screen.getByRole('alert')).toHaveTextContent('Somebody else completed this draft in the meantime.');
  const link = screen.getByRole('link', { name: 'Open the near miss' });
  expect(link).toHaveAttribute('href', expect.stringContaining('theirs-00001'));
});

it('says by how much it is too long', () => {
  open({ phase: 'too-long', characters: 812 });
  expect(screen.getByRole('alert')).toHaveTextContent('Shorten it by about 812 characters');
});

it('gives whoever may not save a sentence for an administrator, with their name', async () => {
  const { user, copied } = open({ phase: 'idle' }, { denied: true });
  expect(screen.getByRole('alert')).toHaveTextContent('You do not have the right to save a near miss here.');
  await user.click(screen.getByRole('button', { name: 'Copy the request' }));
  expect(await copied()).toMatch(/^Please give me \(vera\) a place to record near misses/);
});

it('lets whoever is not signed in do that first', () => {
  open({ phase: 'idle' }, { denied: true, isSignedIn: false });
  expect(screen.getByRole('link', { name: 'Sign in' })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Copy the request' })).not.toBeInTheDocument();
});

it('puts a refusal before the rights that were asked earlier', () => {
  open({ phase: 'failed', failure: FORBIDDEN }, { denied: true });
  expect(screen.getByRole('alert')).toHaveTextContent('Everything you entered is still here.');
});

it('does not ask for a right once it is recorded', () => {
  const state: RecordingState = { phase: 'recorded', record: aRecord(), recorded: { annotationId: 1, marker: null } };
  open(state, { denied: true });
  expect(screen.queryByRole('button', { name: 'Copy the request' })).not.toBeInTheDocument();
});
