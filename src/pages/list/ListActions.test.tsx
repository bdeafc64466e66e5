import { screen } from '@testing-library/react';
import React from 'react';
import { routes } from '../../routes';
import { annotationsWith, renderPage } from '../../testing/render/renderPage';
import { ListActions } from './ListActions';
import { withCriterion, withoutFilter } from './listAddress';

const open = async (search: string) =>
  renderPage(<ListActions />, { at: `/list${search}`, annotations: await annotationsWith([]) });
const link = (name: string) => screen.getByRole('link', { name });

it('leads to insights and the evidence pack of the same period and teams', async () => {
  await open('?period=2026-Q4&team=platform&kind=change');
  const search = '?team=platform&period=2026-Q4';
  expect(link('Insights')).toHaveAttribute('href', routes.insights + search);
  expect(link('Evidence pack')).toHaveAttribute('href', routes.pack + search);
});

it('leads to all time once that was chosen, and no more when the filters are cleared', async () => {
  const chosen = withCriterion(new URLSearchParams('?period=2026-Q4&q=disk'), 'period', ['']);
  const { unmount } = await open(`?${chosen}`);
  expect(link('Insights')).toHaveAttribute('href', `${routes.insights}?period=`);
  expect(link('Evidence pack')).toHaveAttribute('href', `${routes.pack}?period=`);
  unmount();
  await open(`?${withoutFilter(chosen)}`);
  expect(link('Insights')).toHaveAttribute('href', routes.insights);
});

it('leaves the period to those pages where the list has none that means anything', async () => {
  await open('?period=soon');
  expect(link('Insights')).toHaveAttribute('href', routes.insights);
  expect(link('Record near miss')).toHaveAttribute('href', routes.record);
  expect(link('Export and import')).toHaveAttribute('href', routes.transfer);
});
