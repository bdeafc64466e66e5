import { screen, waitFor, within } from '@testing-library/react';
import React from 'react';
import { Route, Routes } from 'react-router-dom';
import { type Question, QUESTIONS } from '../../../domain/record/questions';
import { anEntry } from '../../../testing/builders/builders';
import { shareIn } from '../../../testing/hosts/writeTo';
import { ANNA, annotationsWith, renderPage, storeOf } from '../../../testing/render/renderPage';
import NearMissPage from '../NearMissPage';

beforeEach(() => window.localStorage.clear());

const ID = 'queue-1-abcd';
const COST = { key: 'cost', text: 'What did it cost us?', why: 'For planning.' };
const SHIFT = { key: 'shift', text: 'Was a hand-over part of it?', why: 'Shifts end.' };

/** A near miss with these answers, oldest first, read where these questions are asked after the five. */
async function open(extraQuestions: readonly Question[], ...given: Array<Parameters<typeof anEntry>[0]>) {
  const annotations = await annotationsWith();
  const store = storeOf(annotations);
  for (const [index, over] of given.entries()) {
    expect(await shareIn(store, anEntry({ id: `entry-${index}-abc`, ...over }))).toMatchObject({ ok: true });
  }
  const { user } = renderPage(
    <Routes>
      <Route path="/nm/:id" element={<NearMissPage />} />
    </Routes>,
    {
      at: `/nm/${ID}`,
      annotations,
      user: ANNA,
      answers: { '/api/plugins/resilience-nearmiss-app/settings': { jsonData: { extraQuestions } } },
    }
  );
  const entries = async () => {
    const file = await store.read(ID);
    return file.ok ? file.value.entries : [];
  };
  return { user, entries };
}

const part = (name: string) => screen.findByRole('region', { name });

it('asks the configured questions after the five, in the order of the configuration', async () => {
  await open([SHIFT, COST]);
  expect(await part(SHIFT.text)).toHaveTextContent('Shifts end.');
  const asked = screen.getAllByRole('region').map((region) => region.getAttribute('aria-label'));
  const expected = [...QUESTIONS, SHIFT, COST].map(({ text }) => text);
  expect(asked.filter((text) => expected.includes(text ?? ''))).toEqual(expected);
});

it('shows an own question in just its own words, whatever its key and its words look like', async () => {
  await open([{ key: 'q1-why', text: 'What is {{value}} in $t(action.cancel)?', why: 'See {{why}} <b>.' }]);
  expect(await part('What is {{value}} in $t(action.cancel)?')).toHaveTextContent('See {{why}} <b>.');
});

it.each([
  ['an own question', COST.text],
  ['one of the five', QUESTIONS[0]?.text ?? ''],
])('keeps with an answer to %s how it was worded', async (_what, wording) => {
  const { user, entries } = await open([COST]);
  await user.type(within(await part(wording)).getByRole('textbox'), 'An hour.');
  await user.click(within(await part(wording)).getByRole('button', { name: 'Share' }));
  await waitFor(async () => expect(await entries()).toMatchObject([{ text: 'An hour.', asked: wording }]));
  expect(await part(wording)).not.toHaveTextContent('Asked as');
});

it('says how a question was worded for an answer that was given before, and keeps that when it is edited', async () => {
  const { user, entries } = await open([COST], { question: 'cost', text: 'An hour.', asked: 'What was the price?' });
  const cost = within(await part(COST.text));
  expect(cost.getByText('Asked as:')).toHaveTextContent('Asked as: What was the price?');
  await user.click(cost.getByRole('button', { name: 'Edit' }));
  await user.type(cost.getByDisplayValue('An hour.'), ' Or two.');
  await user.click(cost.getAllByRole('button', { name: 'Share' })[0] ?? document.body);
  expect(await cost.findByText(/edited/)).toBeVisible();
  expect(cost.getByText('Asked as:')).toHaveTextContent('Asked as: What was the price?');
  expect(await entries()).toMatchObject([{ text: 'An hour. Or two.', asked: 'What was the price?' }]);
});

it('keeps no wording with what answers no question', async () => {
  const { user, entries } = await open([{ ...COST, key: '' }]);
  await user.type(within(await part('Takeaways')).getByRole('textbox'), 'Dips.');
  await user.click(within(await part('Takeaways')).getByRole('button', { name: 'Share' }));
  await waitFor(async () => expect(await entries()).toMatchObject([{ text: 'Dips.', asked: '' }]));
});

it('shows answers to a question that is no longer asked under its newest wording', async () => {
  await open(
    [],
    { question: 'cost', text: 'An hour.', asked: 'What was the price?' },
    { question: 'cost', text: 'A day.', asked: COST.text }
  );
  const cost = await part(COST.text);
  expect(cost).toHaveTextContent(/No longer asked.*An hour\.Asked as: What was the price\?.*A day\./);
  expect(within(cost).getAllByRole('button', { name: 'Edit' })).toHaveLength(2);
  expect(screen.queryByRole('region', { name: 'Answers to questions that are no longer asked' })).toBeNull();
});

it('keeps showing answers of which nobody kept the question', async () => {
  await open([], { question: 'cost', text: 'It cost us an hour.' });
  expect(await part('Answers to questions that are no longer asked')).toHaveTextContent('It cost us an hour.');
});

it('shows hostile wordings as text, cut where they do not end', async () => {
  const asked = `<img src=x onerror=alert(1)> **Why**\u202e ${'x'.repeat(10_000)}`;
  await open([], { question: 'cost', text: 'An hour.', asked });
  const [heading] = await screen.findAllByRole('heading', { name: /^<img src=x onerror=alert\(1\)> \*\*Why\*\* x+…$/ });
  expect(heading?.textContent).toHaveLength(300);
  expect(heading?.childElementCount).toBe(0);
});
