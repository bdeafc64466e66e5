import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import type { Place } from '../domain/record/place';
import type { Denied } from '../grafana/rights';
import { NearMissStoreProvider } from '../storage/react/NearMissStoreProvider';
import { memorySend } from '../testing/grafana/memorySend';
import { WhoReads } from './WhoReads';

const JOURNALS = [{ dashboardUid: 'j-ops', title: 'Ops' }];
const OPS: Place = { kind: 'journal', dashboardUid: 'j-ops' };

function open(place: Place | null, { journals = JOURNALS, denied = null as Denied | null } = {}) {
  const chosen = jest.fn();
  render(<WhoReads place={place} journals={journals} denied={denied} onChange={chosen} />);
  return { chosen, user: userEvent.setup({ delay: null }) };
}

it('is one sentence where there is nothing to choose', () => {
  open({ kind: 'organization' }, { journals: [] });
  expect(screen.getByText(/^Everybody in this organization can read it/)).toBeInTheDocument();
  expect(screen.queryByRole('radio')).not.toBeInTheDocument();
});

it('asks where nothing is chosen yet, even if the organization is all there is', () => {
  open(null, { journals: [] });
  expect(screen.getByRole('radio', { name: /Everybody in this organization/ })).not.toBeChecked();
});

it('gives the place that was chosen', async () => {
  const { chosen, user } = open({ kind: 'organization' });
  await user.click(screen.getByRole('radio', { name: /journal “Ops”/ }));
  expect(chosen).toHaveBeenLastCalledWith(OPS);
});

it('goes back from a journal to everybody', async () => {
  const { chosen, user } = open(OPS);
  expect(screen.getByRole('radio', { name: /journal “Ops”/ })).toBeChecked();
  await user.click(screen.getByRole('radio', { name: /Everybody in this organization/ }));
  expect(chosen).toHaveBeenLastCalledWith({ kind: 'organization' });
});

it.each([
  ['gone', 'The journal “Ops” is gone', /was deleted/],
  ['forbidden', 'You may not write to the journal “Ops”', /is hidden from you/],
  ['no-right', 'You may not write to the journal “Ops”', /not edit it/],
] as const)('says before anyone types why a journal is no place: %s', (denied, title, about) => {
  open(OPS, { denied });
  const alert = screen.getByRole('alert', { name: title });
  expect(alert).toHaveTextContent(about);
  expect(screen.getByRole('radio', { name: /Everybody in this organization/ })).toBeEnabled();
});

it('calls a journal that is configured no more by its dashboard’s title, never by its uid', async () => {
  const send = memorySend({ 'GET /api/dashboards/uid/j-ops': { dashboard: { title: 'Old journal' } } });
  render(
    <NearMissStoreProvider send={send}>
      <WhoReads place={OPS} journals={[]} denied={null} onChange={jest.fn()} />
    </NearMissStoreProvider>
  );
  expect(await screen.findByText(/journal “Old journal”/)).toBeInTheDocument();
  expect(screen.queryByText(/j-ops/)).not.toBeInTheDocument();
});
