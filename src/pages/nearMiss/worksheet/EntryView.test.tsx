import { screen, waitFor, within } from '@testing-library/react';
import React from 'react';
import { Route, Routes } from 'react-router-dom';
import { ENTRY_TAG } from '../../../domain/codec/tags';
import type { MemoryAnnotations, MemoryUser } from '../../../testing/grafana/memoryAnnotations';
import { anEntry } from '../../../testing/builders/builders';
import { ANNA, annotationsWith, BEN, renderPage, storeOf } from '../../../testing/render/renderPage';
import NearMissPage from '../NearMissPage';
import { readAnnotation } from '../../../domain/codec/annotation';
import { shareIn } from '../../../testing/hosts/writeTo';

// Roles are slow in jsdom; this is no timed assertion.
beforeEach(() => window.localStorage.clear());

const ID = 'queue-1-abcd';
const ADMIN: MemoryUser = { login: 'admin' };
const OUTSIDE = 'changed outside Near Miss, Grafana does not say by whom';

async function share(annotations: MemoryAnnotations, user: MemoryUser, entry: Parameters<typeof anEntry>[0]) {
  const store = storeOf(annotations.as(user));
  const file = await store.read(ID);
  expect(file.ok && (await shareIn(store, anEntry(entry)))).toMatchObject({ ok: true });
}

/** By Grafana's own API, as any editor can. */
async function patchEntry(annotations: MemoryAnnotations, user: MemoryUser, from: string, to: string) {
  const entry = annotations
    .stored()
    .map(readAnnotation)
    .find((one) => one?.tags.includes(ENTRY_TAG));
  const text = (entry?.text ?? '').replaceAll(from, to);
  expect(await annotations.as(user).patch(entry?.id ?? 0, { text })).toMatchObject({ ok: true });
}

async function open(annotations: MemoryAnnotations, user: MemoryUser) {
  const shown = renderPage(
    <Routes>
      <Route path="/nm/:id" element={<NearMissPage />} />
    </Routes>,
    { at: `/nm/${ID}`, annotations, user }
  );
  return { ...shown, answers: await screen.findByRole('region', { name: /^What led somebody to look there/ }) };
}

const editButtons = (answers: HTMLElement) => within(answers).queryAllByRole('button', { name: 'Edit' });

it('takes words patched by another editor from everybody: no author is named, and the author may not edit them', async () => {
  const annotations = await annotationsWith();
  await share(annotations, ANNA, { text: 'By chance.' });
  await patchEntry(annotations, BEN, 'By chance.', 'By carelessness.');
  const { answers } = await open(annotations, ANNA);
  expect(answers).toHaveTextContent('By carelessness.');
  expect(answers).toHaveTextContent(OUTSIDE);
  expect(answers).not.toHaveTextContent('anna');
  expect(editButtons(answers)).toHaveLength(0);
});

it('does not let a patched entry go on replacing what its author had said before', async () => {
  const annotations = await annotationsWith();
  await share(annotations, ANNA, { id: 'first', text: 'By chance.' });
  await share(annotations, ANNA, { id: 'second', text: 'By looking.', replaces: 'first' });
  const second = annotations.stored().map(readAnnotation).at(-1);
  await annotations.as(BEN).patch(second?.id ?? 0, { text: second?.text });
  const { answers } = await open(annotations, BEN);
  expect(answers).toHaveTextContent(/By chance\.anna/);
  expect(answers).toHaveTextContent(`By looking.${OUTSIDE}`);
});

it('shows both when somebody claims to replace another login’s words, each under the login that wrote it', async () => {
  const annotations = await annotationsWith();
  await share(annotations, ANNA, { id: 'hers', text: 'By chance.' });
  await share(annotations, BEN, { id: 'forged', text: 'By carelessness.', replaces: 'hers' });
  const { answers } = await open(annotations, ANNA);
  expect(answers).toHaveTextContent(/By chance\.anna.*By carelessness\.ben/);
  expect(answers).not.toHaveTextContent('edited');
  expect(editButtons(answers)).toHaveLength(1);
});

it('believes no name that words give themselves: a forged first writer reads as copied by who posted it', async () => {
  const annotations = await annotationsWith();
  await share(annotations, BEN, { text: 'It was my fault.', writtenBy: { login: 'anna', at: 1 } });
  const { answers } = await open(annotations, ANNA);
  expect(answers).toHaveTextContent('copied by ben, first written by anna');
  expect(editButtons(answers)).toHaveLength(0);
});

it('brings nothing back when words that were edited before are deleted', async () => {
  const annotations = await annotationsWith();
  await share(annotations, ANNA, { id: 'first', text: 'By chance.' });
  await share(annotations, ANNA, { id: 'second', text: 'By looking.', replaces: 'first' });
  const { answers, user } = await open(annotations, BEN);
  await user.click(within(answers).getByRole('button', { name: 'Delete' }));
  await user.click(within(answers).getByRole('button', { name: 'Delete the entry' }));
  await waitFor(() => expect(answers).not.toHaveTextContent('By looking.'));
  expect(answers).not.toHaveTextContent('By chance.');
});

it('says of imported words who wrote them and who copied them; their writer elsewhere may not edit the copy', async () => {
  const annotations = await annotationsWith();
  await share(annotations, ADMIN, { text: 'By chance.', writtenBy: { login: 'anna', at: 1 } });
  const { answers } = await open(annotations, ANNA);
  expect(answers).toHaveTextContent('By chance.copied by admin, first written by anna');
  expect(editButtons(answers)).toHaveLength(0);
});

it('does not let who copied words edit them', async () => {
  const annotations = await annotationsWith();
  await share(annotations, ADMIN, { text: 'By chance.', writtenBy: { login: 'anna', at: 1 } });
  const { answers } = await open(annotations, ADMIN);
  expect(answers).toHaveTextContent('By chance.copied by admin, first written by anna');
  expect(editButtons(answers)).toHaveLength(0);
});

it('takes imported words that had been changed before for nobody’s', async () => {
  const annotations = await annotationsWith();
  await share(annotations, ADMIN, { text: 'By chance.', writtenBy: { login: 'anna', at: 1, sealed: false } });
  const { answers } = await open(annotations, ADMIN);
  expect(answers).toHaveTextContent(OUTSIDE);
  expect(editButtons(answers)).toHaveLength(0);
});

it('says by how much words are too long before they are shared, and keeps them', async () => {
  const { answers, user } = await open(await annotationsWith(), ANNA);
  const field = within(answers).getByRole('textbox');
  await user.click(field);
  await user.paste('x'.repeat(17_000));
  expect(within(answers).getByText(/^Too long by 1,?\d{3} characters/)).toBeVisible();
  expect(within(answers).getByRole('button', { name: 'Share' })).toBeDisabled();
  expect(field).toHaveValue('x'.repeat(17_000));
});
