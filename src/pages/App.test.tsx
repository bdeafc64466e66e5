import { screen, waitFor } from '@testing-library/react';
import React from 'react';
import { Route, Routes } from 'react-router-dom';
import { annotationsWith, renderPage } from '../testing/render/renderPage';
import App from './App';

const open = async (path: string) =>
  renderPage(
    <Routes>
      <Route path="/a/resilience-nearmiss-app/*" element={<App />} />
    </Routes>,
    { at: `/a/resilience-nearmiss-app${path}`, annotations: await annotationsWith() }
  );

it('leads from its root to the list', async () => {
  const { address } = await open('/');
  expect(await screen.findByText('1 near miss.')).toBeInTheDocument();
  expect(address()).toBe('/a/resilience-nearmiss-app/list');
});

it('opens a near miss by its id', async () => {
  await open('/nm/queue-1-abcd');
  expect(await screen.findByText('The line had no dips any more.')).toBeInTheDocument();
});

it('opens the insights, over all time where the address says so', async () => {
  await open('/insights?period=');
  expect(await screen.findByText('All time: 1 near miss.')).toBeInTheDocument();
});

it('opens the form without a graph', async () => {
  await open('/record');
  await waitFor(() => expect(screen.getByRole('textbox', { name: /What almost happened/ })).toBeInTheDocument());
});

it('opens the evidence pack of a scope', async () => {
  await open('/pack?period=&team=payments');
  expect(await screen.findByText('All time · Team payments')).toBeInTheDocument();
});

it('says so when there is no such page, and where to go', async () => {
  await open('/lists');
  expect(await screen.findByText('There is no such page in Near Miss')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Go to all near misses' })).toHaveAttribute(
    'href',
    '/a/resilience-nearmiss-app/list'
  );
});
