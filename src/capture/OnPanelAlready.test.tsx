import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { plainSpeech } from '../domain/story/plainSpeech';
import type { Failure } from '../grafana/outcome';
import { A_RISING_TREND } from '../testing/builders/aRisingTrend';
import { A_SOURCE } from '../testing/builders/builders';
import { settle } from '../testing/render/settle';
import { annotationsWith, BEN, renderPage } from '../testing/render/renderPage';
import { OnPanelAlready } from './OnPanelAlready';

const PANEL = { dashboardUid: 'checkout', panelId: 4, range: A_RISING_TREND.stretch };
const DOWN: Failure = { kind: 'forbidden', status: 403, detail: '' };

const recorded = (count: number, over: object = {}) =>
  annotationsWith(
    Array.from({ length: count }, (_, index) => ({ id: `near-miss-0${index}`, source: A_SOURCE, ...over }))
  );

const open = (annotations: Awaited<ReturnType<typeof recorded>>, user?: typeof BEN) =>
  renderPage(<OnPanelAlready panel={PANEL} speech={plainSpeech} />, { at: '/', annotations, user });

const line = async () => (await screen.findByText('One exists here already:')).parentElement;

it('says in a line when and by whom one was kept, and opens it beside what is typed', async () => {
  open(await recorded(1, { status: 'started' }));
  expect(await line()).toHaveTextContent(/^One exists here already:Kept at .*16:01.* by you. Open it\?$/);
  const link = screen.getByRole('link', { name: /Open it\?/ });
  expect(link).toHaveAttribute('href', expect.stringMatching(/\/nm\/near-miss-00$/));
  expect(link).toHaveAttribute('target', '_blank');
});

it('says of one of the examples that it is one', async () => {
  open(await recorded(1, { example: true }));
  expect(await line()).toHaveTextContent(/by you. \(example\) Open it\?$/);
});

it('names the other one who recorded it, and who marked a draft', async () => {
  const annotations = await recorded(1);
  const { stretch } = A_RISING_TREND;
  const draft = { dashboardUid: 'checkout', panelId: 4, time: stretch.from, timeEnd: stretch.to, tags: ['near-miss'] };
  await annotations.post({ ...draft, text: 'Look' });
  open(annotations, BEN);
  expect(await line()).toHaveTextContent(/Recorded at .* by anna/);
  await userEvent.click(screen.getByText('and 1 more'));
  expect(screen.getByText(/^Marked at .* by anna, not completed yet/)).toBeVisible();
});

it('keeps all but one behind how many there are', async () => {
  open(await recorded(5));
  await line();
  expect(screen.getByText('and 4 more').closest('details')).not.toHaveAttribute('open');
  await userEvent.click(screen.getByText('and 4 more'));
  expect(screen.getAllByRole('listitem')).toHaveLength(4);
  expect(new Set(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).size).toBe(5);
});

it('says nothing where there is none, and a quiet line where it could not be looked up', async () => {
  const annotations = await recorded(1, { source: { ...A_SOURCE, panelId: 9 } });
  const { unmount } = open(annotations);
  await settle();
  expect(screen.queryByText(/exists here|could not be looked up/)).not.toBeInTheDocument();
  unmount();
  annotations.failNext('find', { failure: DOWN, times: 9 });
  open(annotations);
  expect(await screen.findByText(/could not be looked up/)).toBeInTheDocument();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});
