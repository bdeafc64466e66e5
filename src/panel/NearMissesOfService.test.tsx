import { PluginContextProvider, type PluginMeta } from '@grafana/data';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { type ReactNode } from 'react';
import type { Outcome } from '../grafana/outcome';
import { APP_ID } from '../pluginIds';
import { NearMissStoreProvider } from '../storage/react/NearMissStoreProvider';
import type { NearMissList, NearMissStore } from '../storage/store/nearMissStore';
import { aNearMiss } from '../testing/builders/builders';
import NearMissesOfService from './NearMissesOfService';

const DAY = 24 * 60 * 60_000;
const now = Date.now();

const CART = aNearMiss({ id: 'cart', title: 'Cart heap', services: ['shop', 'cart'], actedAt: now - DAY });
const OLD = aNearMiss({ id: 'old', title: 'Cart long ago', services: ['cart'], actedAt: now - 100 * DAY });
const OTHER = aNearMiss({ id: 'mail', title: 'Mail queue', services: ['mail'], actedAt: now - DAY });
const STARTED = aNearMiss({ id: 'kept', title: 'Kept graph', services: ['cart'], status: 'started', actedAt: now });
const ALL: Outcome<NearMissList> = {
  ok: true,
  value: { nearMisses: [STARTED, CART, OTHER, OLD], drafts: [], unreadable: [], complete: true },
};

function open(
  props: object,
  answers: ReadonlyArray<Outcome<NearMissList>> = [ALL],
  around = (node: ReactNode) => node
) {
  let asked = 0;
  const store: Partial<NearMissStore> = { list: async () => answers[asked++] ?? ALL };
  render(
    <NearMissStoreProvider store={store as NearMissStore}>
      {around(<NearMissesOfService {...props} />)}
    </NearMissStoreProvider>
  );
  return userEvent.setup({ delay: null });
}

const titles = async () =>
  (await screen.findAllByTestId('near-miss-item')).map(
    (item) => (within(item).queryAllByRole('link')[0] ?? item).textContent
  );

it('lists what counts of the service in the last 90 days, each a link to its page', async () => {
  open({ service: 'cart' });
  expect(await titles()).toEqual(['Cart heap']);
  expect(screen.getByRole('link', { name: 'Cart heap' })).toHaveAttribute('href', `/a/${APP_ID}/nm/cart`);
});

it.each([
  ['all time for 0', { days: 0 }, ['Cart heap', 'Cart long ago']],
  ['as many days as asked for', { days: 365 }, ['Cart heap', 'Cart long ago']],
  ['the usual time for what is no number of days', { days: '7' }, ['Cart heap']],
  ['the usual time for less than none', { days: -1 }, ['Cart heap']],
])('goes back over %s', async (_what, props, shown) => {
  open({ service: 'cart', ...props });
  expect(await titles()).toEqual(shown);
});

it('shows titles alone when compact', async () => {
  open({ service: 'cart', compact: true });
  expect(await titles()).toEqual(['Cart heap']);
  expect(screen.queryByText(/Margin/)).not.toBeInTheDocument();
});

it('says that nobody wrote one down, and that this proves nothing', async () => {
  open({ service: 'login', days: 7 });
  expect(
    await screen.findByText(/No near miss of login was .* in the last 7 days\. Silence is not safety/)
  ).toBeVisible();
});

it.each([[{}], [{ service: ' ' }], [{ service: 7 }]])('says what is missing of %j', async (props) => {
  open(props);
  expect(await screen.findByRole('alert')).toHaveTextContent('No service was named');
});

it('says why nothing could be read, and tries again', async () => {
  const user = open({ service: 'cart' }, [{ ok: false, failure: { kind: 'offline', status: 0, detail: '' } }]);
  expect(await screen.findByText('The near misses could not be read')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(async () => expect(await titles()).toEqual(['Cart heap']));
});

it('says so where the app is disabled', async () => {
  const meta = { id: APP_ID, enabled: false } as PluginMeta;
  open({ service: 'cart' }, [ALL], (node) => <PluginContextProvider meta={meta}>{node}</PluginContextProvider>);
  expect(await screen.findByText('The Near Miss app is disabled')).toBeInTheDocument();
});
