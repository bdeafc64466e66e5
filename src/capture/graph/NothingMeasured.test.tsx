import { FieldType } from '@grafana/data';
import { type PanelRendererProps, setTemplateSrv } from '@grafana/runtime';
import { act, screen } from '@testing-library/react';
import React from 'react';
import { testIds } from '../../components/testIds';
import { decode } from '../../domain/codec/decode';
import { gapsOf } from '../../domain/series/gapsOf';
import { unpackEvidence } from '../../domain/series/unpackEvidence';
import { memoryAnnotations } from '../../testing/grafana/memoryAnnotations';
import { A_RISING_TREND } from '../../testing/builders/aRisingTrend';
import { aDashboard, aPanelContext, readOnly } from '../../testing/builders/panelContext';
import { ANNA, renderPage } from '../../testing/render/renderPage';
import CaptureModal from '../CaptureModal';

let dragOver: PanelRendererProps['onChangeTimeRange'];

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual('@grafana/runtime'),
  PanelRenderer: ({ onChangeTimeRange }: PanelRendererProps) => {
    dragOver = onChangeTimeRange;
    return null;
  },
}));

beforeAll(() => {
  setTemplateSrv({
    replace: (text = '') => text,
    getVariables: () => [],
    containsTemplate: () => false,
    updateTimeRange: () => {},
  });
});
beforeEach(() => window.localStorage.clear());

const at = (text: string) => Date.parse(`2026-11-03T${text}Z`);
const { times, values } = A_RISING_TREND.series;
/** Nothing between 13:00 and 14:00; the first point is at 12:00, the last at 16:55. */
const GAPPED = values.map((value, i) =>
  (times[i] ?? 0) > at('13:00') && (times[i] ?? 0) < at('14:00') ? null : value
);

async function open() {
  const annotations = memoryAnnotations();
  const context = aPanelContext();
  const fields = [
    { name: 'Time', type: FieldType.time, config: {}, values: [...times] },
    { name: 'orders waiting', type: FieldType.number, config: {}, values: GAPPED },
  ];
  const data = context.data && { ...context.data, series: [{ refId: 'A', length: times.length, fields }] };
  const { user } = renderPage(<CaptureModal context={readOnly({ ...context, data })} />, {
    at: '/d/checkout',
    annotations,
    user: ANNA,
    answers: {
      '/api/dashboards/uid/checkout': aDashboard(),
      '/api/plugins/resilience-nearmiss-app/settings': { jsonData: {} },
    },
  });
  await screen.findByTestId(testIds.capture);
  const set = async (label: string, text: string) => {
    const field = screen.getByLabelText(label);
    await user.clear(field);
    await user.type(field, `2026-11-03T${text}`);
    await user.tab();
  };
  return { user, annotations, set };
}

const keep = () => screen.getByRole('button', { name: 'Keep the graph' });
const keptValues = () => screen.getByRole('checkbox', { name: 'the measured values' });
const ends = () =>
  ['Stretch from', 'Stretch to'].map((label) => screen.getByLabelText(label).getAttribute('value')?.slice(11, 19));
const note = () =>
  screen
    .getAllByRole('status')
    .map(({ textContent }) => textContent)
    .join(' ');

describe('the stretch', () => {
  it('stays within what was measured when its start is set beyond its end, with a word', async () => {
    const { set } = await open();
    await set('Stretch from', '23:30:00');
    expect(ends()[1]).toBe('16:55:00');
    expect(note()).toMatch(/Measured from .* to .*: the stretch was kept within\./);
    await set('Stretch from', '15:00:00');
    expect(ends()).toEqual(['15:00:00', '16:55:00']);
    expect(note()).not.toMatch(/kept within/);
  });

  it('says so when the other end was moved along', async () => {
    const { set } = await open();
    await set('Stretch to', '13:30:00');
    await set('Stretch from', '12:30:00');
    await set('Stretch from', '14:30:00');
    expect(ends()).toEqual(['14:30:00', '15:30:00']);
    expect(note()).toMatch(/The other end of the stretch was moved along\./);
  });

  it('stays within what was measured when it is dragged, too', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('button', { name: 'Show the whole horizon' }));
    act(() => dragOver?.({ from: at('16:00'), to: at('17:30') }));
    expect(ends()).toEqual(['16:00:00', '16:55:00']);
    expect(note()).toMatch(/kept within/);
  });
});

describe('a stretch without a point', () => {
  it('is not kept: the form says what to do, until there are points again', async () => {
    const { user, annotations } = await open();
    act(() => dragOver?.({ from: at('13:10'), to: at('13:50') }));
    expect(screen.queryByText(/Nothing of .* was measured/)).not.toBeInTheDocument();
    await user.click(keep());
    expect(screen.getByText('Nothing of “orders waiting” was measured in this stretch')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByText(/Choose a stretch that holds points/)).toBeInTheDocument();
    expect(annotations.stored()).toEqual([]);
    act(() => dragOver?.({ from: at('13:10'), to: at('14:50') }));
    expect(screen.queryByText(/Nothing of .* was measured/)).not.toBeInTheDocument();
    await user.click(keep());
    await screen.findByText(/The graph is kept/);
  });

  it('is kept by whoever leaves the values out', async () => {
    const { user, annotations } = await open();
    act(() => dragOver?.({ from: at('13:10'), to: at('13:50') }));
    await user.click(keptValues());
    await user.click(keep());
    await screen.findByText(/The graph is kept/);
    expect(annotations.stored().map(decode)[0]).toMatchObject({ record: { evidence: null } });
  });
});

it('keeps the gap of the graph', async () => {
  const { user, annotations } = await open();
  act(() => dragOver?.({ from: at('12:30'), to: at('15:00') }));
  await user.click(keep());
  await screen.findByText(/The graph is kept/);
  const [decoded] = annotations.stored().map(decode);
  const evidence = decoded?.what === 'record' ? decoded.record.evidence : null;
  const [series = { times: [], values: [] }] = evidence ? unpackEvidence(evidence).series : [];
  const [gap, ...others] = gapsOf(series);
  expect(others).toEqual([]);
  expect([gap?.from, gap?.to].map((end) => Math.round((end ?? 0) / 60_000))).toEqual(
    [at('13:00'), at('14:00')].map((end) => end / 60_000)
  );
});
