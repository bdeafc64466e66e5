import { screen, waitFor, within } from '@testing-library/react';
import React from 'react';
import { Route, Routes } from 'react-router-dom';
import type { Place } from '../../../domain/record/place';
import { annotationsWith, renderPage, storeOf } from '../../../testing/render/renderPage';
import NearMissPage from '../NearMissPage';

const ID = 'queue-1-abcd';
const WRITABLE = { dashboard: {}, meta: { annotationsPermissions: { dashboard: { canAdd: true } } } };

beforeEach(() => window.localStorage.clear());

async function finish(place?: Place) {
  const annotations = await annotationsWith([{ status: 'started', noticedAt: null, almost: '', savedBy: [] }], place);
  const { user } = renderPage(
    <Routes>
      <Route path="/nm/:id" element={<NearMissPage />} />
    </Routes>,
    { at: `/nm/${ID}`, annotations, answers: { '/api/dashboards/uid/journal-1': WRITABLE } }
  );
  await user.click(await screen.findByRole('button', { name: 'Finish it' }));
  const form = within(await screen.findByRole('region', { name: 'Finish this near miss' }));
  await user.click(form.getByRole('textbox', { name: /What almost happened/ }));
  await user.paste('The shop would have closed.');
  await user.click(form.getByRole('checkbox', { name: 'Luck' }));
  const stored = async () => {
    const outcome = await storeOf(annotations).read(ID);
    return outcome.ok ? outcome.value.nearMiss : null;
  };
  return { user, form, stored };
}

it('saves by Ctrl+Enter in any field, once', async () => {
  const { user, stored } = await finish();
  await user.keyboard('{Control>}{Enter}{Enter}{/Control}');
  await waitFor(async () => expect(await stored()).toMatchObject({ status: 'recorded', savedBy: ['luck'] }));
  expect((await stored())?.history).toHaveLength(1);
});

it('says who reads an exposure where that is everybody, and of no other kind', async () => {
  const { user, form } = await finish();
  expect(form.queryByText(/^Everybody in this organization/)).not.toBeInTheDocument();
  await user.click(form.getByRole('radio', { name: 'Exposure' }));
  expect(form.getByText(/^Everybody in this organization can read it/)).toBeInTheDocument();
});

it('says nothing of that where its journal has other readers', async () => {
  const { user, form } = await finish({ kind: 'journal', dashboardUid: 'journal-1' });
  await user.click(form.getByRole('radio', { name: 'Exposure' }));
  expect(form.queryByText(/^Everybody in this organization/)).not.toBeInTheDocument();
});

it('is stopped by a moment that was taken away and must be known', async () => {
  const { user, form, stored } = await finish();
  const acted = form.getByRole('textbox', { name: 'Acted at' });
  await user.clear(acted);
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(acted).toHaveFocus();
  expect(form.getByText(/^Type a moment such as/)).toBeInTheDocument();
  expect(await stored()).toMatchObject({ status: 'started' });
});

it('is stopped by a moment that says nothing, which stays as it was typed', async () => {
  const { user, form, stored } = await finish();
  const noticed = form.getByRole('textbox', { name: 'Noticed at' });
  await user.click(noticed);
  await user.paste('some day');
  await user.click(form.getByRole('button', { name: 'Save' }));
  expect(noticed).toHaveValue('some day');
  expect(noticed).toHaveFocus();
  expect(await stored()).toMatchObject({ status: 'started' });
});
