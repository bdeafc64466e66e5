import { screen, within } from '@testing-library/react';
import React from 'react';
import { Route, Routes } from 'react-router-dom';
import { CHANGE_TAG, RECORD_TAG } from '../../../domain/codec/tags';
import type { NearMissFields } from '../../../domain/record/record';
import type { MemoryAnnotations, MemoryUser } from '../../../testing/grafana/memoryAnnotations';
import { ANNA, annotationsWith, BEN, renderPage, storeOf } from '../../../testing/render/renderPage';
import NearMissPage from '../NearMissPage';
import { readAnnotation } from '../../../domain/codec/annotation';
import { changeIn } from '../../../testing/hosts/writeTo';

// Roles are slow in jsdom; this is no timed assertion.
beforeEach(() => window.localStorage.clear());

const ID = 'queue-1-abcd';

async function shownTo(user: MemoryUser, annotations: MemoryAnnotations) {
  const outcome = await storeOf(annotations.as(user)).read(ID);
  if (!outcome.ok) {
    throw new Error(outcome.failure.kind);
  }
  return outcome.value.nearMiss;
}

async function change(annotations: MemoryAnnotations, user: MemoryUser, set: Partial<NearMissFields>) {
  const outcome = await changeIn(storeOf(annotations.as(user)), await shownTo(user, annotations), set);
  expect(outcome.ok).toBe(true);
}

/** What an editor can do with Grafana itself: the same words again, which breaks the seal. */
async function patchOutside(annotations: MemoryAnnotations, tag: string) {
  const found = annotations
    .stored()
    .map(readAnnotation)
    .find((one) => one?.tags.includes(tag));
  expect(await annotations.as(BEN).patch(found?.id ?? 0, { text: found?.text })).toMatchObject({ ok: true });
}

async function historyOf(annotations: MemoryAnnotations): Promise<string[]> {
  renderPage(
    <Routes>
      <Route path="/nm/:id" element={<NearMissPage />} />
    </Routes>,
    { at: `/nm/${ID}`, annotations }
  );
  const list = await screen.findByRole('list', { name: 'History' });
  const isItem = (item: HTMLElement) => item.parentElement === list;
  return within(list)
    .getAllByRole('listitem')
    .filter(isItem)
    .map((item) => item.textContent ?? '');
}

it('tells who recorded it, then of each change who made it and from which value to which', async () => {
  const annotations = await annotationsWith();
  await change(annotations, BEN, { title: 'Orders piled up', recordedFor: 'the night shift' });
  const [recorded, changed, ...more] = await historyOf(annotations);
  expect(recorded).toMatch(/^Recorded · .+ · anna$/);
  expect(changed).toMatch(/^Changed · .+ · ben/);
  expect(changed).toContain('Title: Orders piled up behind one consumer → Orders piled up');
  expect(changed).toContain('Recorded for: (empty) → the night shift');
  expect(more).toEqual([]);
});

it('names closing, reopening, withdrawing and bringing back by what they are', async () => {
  const annotations = await annotationsWith();
  await change(annotations, ANNA, { status: 'discussed' });
  await change(annotations, BEN, { status: 'closed', outcome: 'A second consumer.' });
  await change(annotations, ANNA, { status: 'discussed' });
  await change(annotations, BEN, { status: 'withdrawn' });
  await change(annotations, ANNA, { status: 'discussed' });
  const history = await historyOf(annotations);
  expect(history.map((item) => item.replace(/ · .*/, ''))).toEqual([
    'Recorded',
    'Discussed',
    'Closed',
    'Reopened',
    'Withdrawn',
    'Brought back',
  ]);
  expect(history[2]).toContain('What came of it: (empty) → A second consumer.');
  expect(history[4]).toContain('Status: Discussed → Withdrawn');
  expect(history[5]).toContain('Status: Withdrawn → Discussed');
});

it('tells what there was to pick from when two had changed the same at once', async () => {
  const annotations = await annotationsWith();
  const seen = await shownTo(ANNA, annotations);
  await changeIn(storeOf(annotations.as(ANNA)), seen, { cue: 'No dips.' });
  await changeIn(storeOf(annotations.as(BEN)), seen, { cue: 'A flat top.' });
  await change(annotations, BEN, { cue: 'No dips.' });
  const [, hers, his, pick] = await historyOf(annotations);
  expect(hers).toContain('Cue: The line had no dips any more. → No dips.');
  expect(his).toContain('Cue: The line had no dips any more. → A flat top.');
  expect(pick).toMatch(/^Picked one of several · .+ · ben/);
  expect(pick).toContain('Cue: No dips. (picked from: No dips. / A flat top.)');
});

it('says of a change that was changed outside since when nobody vouches for it, and names no author', async () => {
  const annotations = await annotationsWith();
  await change(annotations, ANNA, { title: 'Orders piled up' });
  await patchOutside(annotations, CHANGE_TAG);
  const [recorded, changed] = await historyOf(annotations);
  expect(recorded).toContain('anna');
  expect(changed).toMatch(
    /^Changed · .+ · changed outside Near Miss, Grafana does not say by whom \(last time at .+\)/
  );
  expect(changed).not.toContain('anna');
});

it('says the same of the record itself', async () => {
  const annotations = await annotationsWith();
  await patchOutside(annotations, RECORD_TAG);
  const [recorded] = await historyOf(annotations);
  expect(recorded).toMatch(/^Recorded · .+ · changed outside Near Miss.+\(last time at .+\)$/);
});

it('tells of a copied one when and by whom it was written first, and who copied it', async () => {
  const at = Date.UTC(2020, 1, 3, 12);
  const [recorded] = await historyOf(await annotationsWith([{ writtenBy: { login: 'cleo', at } }]));
  expect(recorded).toMatch(/^Recorded · 3 Feb 2020, .+ · copied by anna, first written by cleo$/);
});

/** What a Grafana answers that leaves these fields out. */
function without(annotations: MemoryAnnotations, ...fields: readonly string[]): MemoryAnnotations {
  return {
    ...annotations,
    as: (user) => without(annotations.as(user), ...fields),
    find: async (query, signal) => {
      const found = await annotations.find(query, signal);
      const left = (raw: unknown) =>
        Object.fromEntries(Object.entries(Object(raw)).filter(([field]) => !fields.includes(field)));
      return found.ok ? { ok: true, value: found.value.map(left) } : found;
    },
  };
}

it('says that nobody learns of changes outside where Grafana does not say `updated`, and calls nothing changed', async () => {
  const annotations = await annotationsWith();
  await change(annotations, ANNA, { title: 'Orders piled up' });
  const [recorded, changed] = await historyOf(without(annotations, 'updated'));
  expect(recorded).toMatch(/^Recorded · .+ · annaThis Grafana does not say whether words were changed outside/);
  expect(changed).toMatch(/^Changed · .+ · anna/);
  expect(changed).not.toContain('does not say by whom');
});

it('gives no time where Grafana does not say when it was written', async () => {
  const [recorded] = await historyOf(without(await annotationsWith(), 'created', 'updated'));
  expect(recorded).toMatch(/^Recorded · anna/);
});
