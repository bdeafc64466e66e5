import { render, screen } from '@testing-library/react';
import React from 'react';
import { NearMissStoreProvider } from '../../../storage/react/NearMissStoreProvider';
import { memorySend, refusing } from '../../../testing/grafana/memorySend';
import { MoveEnd } from './MoveEnd';

const rival = { id: 9, panelId: 0, created: 1, updated: 1, time: 1, timeEnd: 1, text: '', tags: [], login: 'mallory' };

async function said(dashboardUid: string, answer: unknown) {
  const notMoved = { id: 'queue', title: 'Orders', why: 'rival', rival: { ...rival, dashboardUid } } as const;
  render(
    <NearMissStoreProvider send={memorySend({ [`GET /api/dashboards/uid/${dashboardUid}`]: answer })}>
      <MoveEnd result={{ moved: 0, notMoved: [notMoved], stopped: null }} onContinue={jest.fn()} />
    </NearMissStoreProvider>
  );
  return (await screen.findByRole('listitem')).textContent;
}

it.each([
  ['x7f3', { dashboard: { title: 'Her journal' } }, 'It is kept in Her journal.'],
  ['x7f3', refusing(403), 'It is kept in a dashboard that you may not see.'],
  ['', {}, 'It is kept in the organization.'],
])('says where the record that claims the id is kept, by its title (%s)', async (uid, answer, place) => {
  expect(await said(uid, answer)).toMatch(/^Orders: Another record claims its id.*annotation 9 by mallory/);
  expect(await screen.findByText(new RegExp(place))).toBeInTheDocument();
  expect(screen.queryByText(/x7f3/)).not.toBeInTheDocument();
});
