import { screen } from '@testing-library/react';
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

const lines = async () => {
  await screen.findByText('One exists here already');
  return screen.getAllByRole('listitem').map(({ textContent }) => textContent);
};

it('says when and by whom one was kept, and opens it beside what is typed', async () => {
  open(await recorded(1, { status: 'started' }));
  expect(await lines()).toEqual([expect.stringMatching(/^Kept at .*16:01.* by you. Open it\?$/)]);
  const link = screen.getByRole('link', { name: /Open it\?/ });
  expect(link).toHaveAttribute('href', expect.stringMatching(/\/nm\/near-miss-00$/));
  expect(link).toHaveAttribute('target', '_blank');
});

it('names the other one who recorded it, and who marked a draft', async () => {
  const annotations = await recorded(1);
  const { stretch } = A_RISING_TREND;
  const draft = { dashboardUid: 'checkout', panelId: 4, time: stretch.from, timeEnd: stretch.to, tags: ['near-miss'] };
  await annotations.post({ ...draft, text: 'Look' });
  open(annotations, BEN);
  expect(await lines()).toEqual([
    expect.stringMatching(/^Recorded at .* by anna/),
    expect.stringMatching(/^Marked at .* by anna, not completed yet/),
  ]);
});

it('names three, and how many more there are', async () => {
  open(await recorded(5));
  const all = await lines();
  expect(all).toHaveLength(4);
  expect(all.at(-1)).toBe('and 2 more');
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
