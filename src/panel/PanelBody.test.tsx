import { render, screen } from '@testing-library/react';
import React from 'react';
import { NearMissStoreProvider } from '../storage/react/NearMissStoreProvider';
import type { NearMissStore } from '../storage/store/nearMissStore';
import { aNearMiss } from '../testing/builders/builders';
import { PanelBody } from './PanelBody';
import { timelineOf } from './views/timelineOf';

jest.mock('./views/timelineOf', () => {
  const { timelineOf } = jest.requireActual('./views/timelineOf');
  return { timelineOf: jest.fn(timelineOf) };
});

const ONE = aNearMiss();
const store: Partial<NearMissStore> = {
  list: async () => ({ ok: true, value: { nearMisses: [ONE], drafts: [], unreadable: [], complete: true } }),
};

const panel = (days: number) => (
  <NearMissStoreProvider store={store as NearMissStore}>
    <PanelBody
      options={{ view: 'timeline', days }}
      {...{ width: 800, height: 500, timeZone: 'utc', from: 0, to: ONE.actedAt, asOf: ONE.actedAt }}
      replaceVariables={(text) => text}
    />
  </NearMissStoreProvider>
);

it('draws the timeline anew when the panel shows something else, and not with each render', async () => {
  const { rerender } = render(panel(30));
  await screen.findByRole('toolbar', { name: 'Timeline' });
  jest.mocked(timelineOf).mockClear();
  rerender(panel(30));
  expect(timelineOf).not.toHaveBeenCalled();
  rerender(panel(31));
  expect(timelineOf).toHaveBeenCalledTimes(1);
});
