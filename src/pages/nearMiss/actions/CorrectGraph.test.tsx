import type { PanelRendererProps } from '@grafana/runtime';
import { screen, waitFor, within } from '@testing-library/react';
import React from 'react';
import { Route, Routes } from 'react-router-dom';
import type { NearMissRecord } from '../../../domain/record/record';
import { packEvidence } from '../../../domain/series/packEvidence';
import { changeIn } from '../../../testing/hosts/writeTo';
import { FORBIDDEN } from '../../../testing/stages/storeStage';
import { aDashboard } from '../../../testing/builders/panelContext';
import { A_RISING_TREND } from '../../../testing/builders/aRisingTrend';
import { A_SOURCE } from '../../../testing/builders/builders';
import { annotationsWith, BEN, renderPage, storeOf } from '../../../testing/render/renderPage';
import { pick } from '../../../testing/render/pageDoors';
import type { MemoryAnnotations } from '../../../testing/grafana/memoryAnnotations';
import NearMissPage from '../NearMissPage';

let dragged = { from: 0, to: 0 };

// Grafana sets its renderer when it starts, by a function that plugins do not get. This one says what it was given.
jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual('@grafana/runtime'),
  PanelRenderer: ({ data, onChangeTimeRange }: PanelRendererProps) => {
    return <button onClick={() => onChangeTimeRange?.(dragged)}>{`drawn: ${data?.series[0]?.name}`}</button>;
  },
}));

beforeEach(() => window.localStorage.clear());

const MINUTE = 60_000;
const ID = 'queue-1-abcd';
const { series, stretch, limit } = A_RISING_TREND;
const DISK = { ...series, name: 'disk', values: series.values.map((value) => value / 100) };
const NETWORK = { ...DISK, name: 'network' };
const SEVERAL = { evidence: packEvidence([series, DISK, NETWORK], stretch) };
const STARTED = {
  ...SEVERAL,
  status: 'started',
  noticedAt: null,
  title: '',
  almost: '',
  savedBy: [],
  actedAt: stretch.to,
} as const;

const withMarker = (over: Partial<NearMissRecord> = SEVERAL) => annotationsWith([{ ...over, source: A_SOURCE }]);

async function nearMissOf(annotations: MemoryAnnotations) {
  const outcome = await storeOf(annotations).read(ID);
  if (!outcome.ok) {
    throw new Error(outcome.failure.kind);
  }
  return outcome.value.nearMiss;
}

async function edit(annotations: MemoryAnnotations, button: 'Edit' | 'Finish it' = 'Edit') {
  const { user, ...shown } = renderPage(
    <Routes>
      <Route path="/nm/:id" element={<NearMissPage />} />
    </Routes>,
    { at: `/nm/${ID}`, annotations, answers: { '/api/dashboards/uid/checkout': aDashboard() } }
  );
  await (button === 'Edit' ? pick(user, button) : user.click(await screen.findByRole('button', { name: button })));
  const form = within(await screen.findByRole('region', { name: /this near miss$/ }));
  const summary = form.queryByText('The graph: series, stretch and limit');
  // What was chosen and not saved is open already.
  if (summary && !summary.closest('details')?.open) {
    await user.click(summary);
    await form.findByRole('button', { name: /^drawn/ });
  }
  return {
    ...{ user, form },
    ...shown,
    drag: async (from: number, to: number) => {
      dragged = { from, to };
      await user.click(form.getByRole('button', { name: /^drawn/ }));
    },
    choose: async (name: string) => {
      await user.click(form.getByRole('combobox', { name: 'Series' }));
      await user.click(await screen.findByRole('option', { name }));
    },
    save: () => user.click(form.getByRole('button', { name: 'Save' })),
  };
}

const setIn = async (annotations: MemoryAnnotations) => (await nearMissOf(annotations)).history.map(({ set }) => set);

describe('correcting the graph', () => {
  it('on Edit is folded, and what is dragged over says at once what would be said, then is a change of that alone', async () => {
    const annotations = await withMarker();
    const { form, drag, save } = await edit(annotations);
    const to = stretch.to - 30 * MINUTE;
    await drag(stretch.from, to);
    const sentence = await form.findByText(/would (have hit|more likely have stopped)/i);
    const previewed = sentence.textContent;
    await save();
    await waitFor(() => expect(sentence).not.toBeInTheDocument());
    expect(await setIn(annotations)).toEqual([{ stretch: { from: stretch.from, to } }]);
    const road = within(await screen.findByRole('region', { name: 'The road not taken' }));
    expect(await road.findByText(previewed ?? 'nothing')).toBeInTheDocument();
    const history = within(screen.getByRole('list', { name: 'History' }));
    expect(history.getByText(/Stretch:/).parentElement).toHaveTextContent(/13:10–.*14:55 → .*13:10–.*14:25/);
  });

  it('to another series asks for the limit of that one, and sets all three', async () => {
    const annotations = await withMarker();
    const { user, form, choose, save } = await edit(annotations);
    await choose('disk');
    expect(form.getByText('drawn: disk')).toBeInTheDocument();
    const field = form.getByRole('textbox', { name: /^Limit/ });
    expect(field).toHaveValue('');
    await user.type(field, '250');
    expect(await form.findByText(/disk would have hit 250/)).toBeInTheDocument();
    await save();
    await waitFor(async () => expect(await setIn(annotations)).toHaveLength(1));
    expect(await nearMissOf(annotations)).toMatchObject({ series: 'disk', stretch, limit: { value: 250 } });
    const [, marker] = annotations.stored();
    expect(marker).toMatchObject({ text: expect.stringContaining('disk towards 250') });
    const road = within(await screen.findByRole('region', { name: 'The road not taken' }));
    expect(await road.findByText(/disk would have hit 250/)).toBeInTheDocument();
    expect(screen.getByText(/Series:/).parentElement).toHaveTextContent('orders waiting → disk');
  });

  it('goes back to what was recorded with one press, also after it was saved', async () => {
    const annotations = await withMarker();
    const recorded = await nearMissOf(annotations);
    await changeIn(storeOf(annotations), recorded, {
      series: 'disk',
      stretch: { from: stretch.from, to: stretch.to - 10 * MINUTE },
      limit: { ...limit, value: 250, text: '250' },
    });
    const { user, form, save } = await edit(annotations);
    await user.click(form.getByRole('button', { name: 'Back to what was recorded' }));
    expect(form.queryByRole('button', { name: 'Back to what was recorded' })).not.toBeInTheDocument();
    await save();
    await waitFor(async () => expect(await setIn(annotations)).toHaveLength(2));
    expect(await nearMissOf(annotations)).toMatchObject({ stretch, limit, projection: recorded.projection });
  });

  it('offers the limits that are known of the series', async () => {
    const { user, form } = await edit(await withMarker());
    const field = form.getByRole('textbox', { name: /^Limit/ });
    await user.clear(field);
    await user.click(form.getByRole('button', { name: /25 K/ }));
    expect(field).toHaveValue('25 K');
  });

  it('is not saved with a limit that is no value, and says so where one saves', async () => {
    const annotations = await withMarker();
    const { user, form, save } = await edit(annotations);
    const field = form.getByRole('textbox', { name: /^Limit/ });
    await user.clear(field);
    await user.type(field, 'lots');
    await save();
    expect(form.getByText(/What stands as the limit is no value yet/)).toBeInTheDocument();
    expect(await setIn(annotations)).toEqual([]);
  });

  it('is kept while it is not saved', async () => {
    const annotations = await withMarker();
    const first = await edit(annotations);
    await first.choose('disk');
    await first.user.type(first.form.getByRole('textbox', { name: /^Limit/ }), '25');
    first.unmount();
    const { form } = await edit(annotations);
    expect(form.getByText('drawn: disk')).toBeInTheDocument();
    expect(form.getByRole('textbox', { name: /^Limit/ })).toHaveValue('25');
  });

  it('says when the marker could not be redrawn', async () => {
    const annotations = await withMarker();
    const { drag, save } = await edit(annotations);
    await drag(stretch.from, stretch.to - 30 * MINUTE);
    annotations.failNext('patch', { failure: FORBIDDEN, times: 9 });
    await save();
    expect(
      await screen.findByText('The change is stored, but its marker on the graph still shows what was before')
    ).toBeInTheDocument();
    expect(await setIn(annotations)).toHaveLength(1);
  });

  it('meets another correction made meanwhile, and a picked series brings its limit along', async () => {
    const annotations = await withMarker();
    const { user, form, choose, save } = await edit(annotations);
    const theirs = { series: 'network', stretch, limit: { ...limit, value: 200, text: '200' } };
    await changeIn(storeOf(annotations.as(BEN)), await nearMissOf(annotations), theirs);
    await choose('disk');
    await user.type(form.getByRole('textbox', { name: /^Limit/ }), '300');
    await save();
    expect(await screen.findByText('Limit: changed in two ways at once')).toBeInTheDocument();
    const network = within(screen.getByText('network').closest('li') ?? document.body);
    await user.click(network.getByRole('button', { name: 'Keep this one' }));
    await waitFor(async () => expect((await nearMissOf(annotations)).conflicts).toEqual([]));
    expect(await nearMissOf(annotations)).toMatchObject({ series: 'network', limit: { value: 200 } });
  });
});

describe('finishing a kept graph', () => {
  it('shows the graph open, and the moment of acting follows the stretch until somebody sets it', async () => {
    const annotations = await withMarker(STARTED);
    const { user, form, drag, save } = await edit(annotations, 'Finish it');
    const to = stretch.to - 30 * MINUTE;
    await drag(stretch.from, to);
    await user.type(form.getByRole('textbox', { name: /What almost happened/ }), 'No orders.');
    await user.click(form.getByRole('checkbox', { name: 'Luck' }));
    await save();
    await screen.findByRole('button', { name: 'Mark as discussed' });
    expect(await setIn(annotations)).toEqual([
      { almost: 'No orders.', savedBy: ['luck'], stretch: { from: stretch.from, to }, actedAt: to, status: 'recorded' },
    ]);
  });

  it('says why there is nothing to correct where the values were left out', async () => {
    const { form } = await edit(await withMarker({ ...STARTED, evidence: null }), 'Finish it');
    expect(form.getByText(/The values of its graph were not kept/)).toBeInTheDocument();
    expect(form.queryByRole('textbox', { name: /^Limit/ })).not.toBeInTheDocument();
  });

  it('says nothing of a graph where there never was one', async () => {
    const words = { ...STARTED, evidence: null, stretch: null, limit: null, projection: null };
    const { form } = await edit(await annotationsWith([words]), 'Finish it');
    expect(form.queryByText(/its graph/)).not.toBeInTheDocument();
    expect(form.queryByText('The graph: series, stretch and limit')).not.toBeInTheDocument();
  });
});
