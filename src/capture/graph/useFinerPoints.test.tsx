import { type DataQueryRequest, dateTime, FieldType } from '@grafana/data';
import { type DataSourceSrv, type PanelRendererProps, setDataSourceSrv, setTemplateSrv } from '@grafana/runtime';
import { screen } from '@testing-library/react';
import React from 'react';
import { of, throwError } from 'rxjs';
import { testIds } from '../../components/testIds';
import { decode } from '../../domain/codec/decode';
import { memoryAnnotations } from '../../testing/grafana/memoryAnnotations';
import { A_RISING_TREND } from '../../testing/builders/aRisingTrend';
import { aDashboard, aPanelContext, readOnly } from '../../testing/builders/panelContext';
import { renderPage } from '../../testing/render/renderPage';
import CaptureModal from '../CaptureModal';

// Grafana sets its renderer when it starts, by a function that plugins do not get.
jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual('@grafana/runtime'),
  PanelRenderer: ({ title }: PanelRendererProps) => <div>{title}</div>,
}));

beforeAll(() =>
  setTemplateSrv({
    replace: (text = '') => text,
    getVariables: () => [],
    containsTemplate: () => false,
    updateTimeRange: () => {},
  })
);
beforeEach(() => window.localStorage.clear());

async function open(context = averaged()) {
  const annotations = memoryAnnotations();
  const { user } = renderPage(<CaptureModal context={readOnly(context)} />, {
    at: '/d/checkout',
    annotations,
    answers: { '/api/dashboards/uid/checkout': aDashboard() },
  });
  await screen.findByTestId(testIds.capture);
  const projectionKept = async () => {
    await user.click(screen.getByRole('button', { name: 'Keep the graph' }));
    await screen.findByText(/The graph is kept/);
    const decoded = annotations.stored().map(decode);
    return decoded.flatMap((one) => (one.what === 'record' ? [one.record.projection] : []))[0];
  };
  return { user, projectionKept };
}
const MINUTE = 60_000;
const { times } = A_RISING_TREND.series;
const first = times[0] ?? 0;
const last = times.at(-1) ?? 0;

/** The panel of the rising trend, asked for one point every five minutes: it had room for no more. */
function averaged() {
  const context = aPanelContext();
  const range = { from: dateTime(first), to: dateTime(last) };
  const request = {
    ...{ requestId: 'Q1', interval: '5m', intervalMs: 5 * MINUTE, maxDataPoints: 60, app: 'dashboard', startTime: 0 },
    ...{ range: { ...range, raw: range }, scopedVars: {}, timezone: 'utc' },
    targets: [{ refId: 'A', datasource: { type: 'prometheus', uid: 'prom' } }],
  };
  return context.data ? { ...context, data: { ...context.data, request } } : context;
}

const points = (step: number) => (request: DataQueryRequest) => {
  const [start, end] = [request.range.from.valueOf(), request.range.to.valueOf()];
  const at = Array.from({ length: Math.floor((end - start) / step) + 1 }, (_, i) => start + i * step);
  const time = { name: 'Time', type: FieldType.time, config: {}, values: at };
  const field = { name: 'orders waiting', type: FieldType.number, config: {}, values: at.map((_, i) => i) };
  const flat = { name: 'consumers', type: FieldType.number, config: {}, values: at.map(() => 3) };
  return of({ data: [flat, field].map((one) => ({ refId: 'A', length: at.length, fields: [time, one] })) });
};

function sourceAnswers(query: (request: DataQueryRequest) => unknown) {
  // Of Grafana's service only what is used.
  setDataSourceSrv({ get: async () => ({ query }) } as unknown as DataSourceSrv);
}

const ask = () => screen.findByRole('button', { name: 'Ask for finer points' });

it('points that the data source averaged are said to be so, and asked for again at a finer step', async () => {
  sourceAnswers(points(MINUTE));
  const { user, projectionKept } = await open();
  expect(screen.getByText(/one point every 5 min: peaks between them may be averaged away/)).toBeInTheDocument();
  await user.click(await ask());
  expect(await screen.findByText('Around the stretch there is now one point every 1 min.')).toHaveFocus();
  await user.click(screen.getByText('How sure are we?'));
  expect(await screen.findByText(/^1\d\d points between/)).toBeInTheDocument();
  expect((await projectionKept())?.points).toBeGreaterThan(100);
});

it('points that the data source averaged stay when there is nothing finer, and that is said', async () => {
  sourceAnswers(points(5 * MINUTE));
  const { user } = await open();
  await user.click(await ask());
  expect(await screen.findByText(/has nothing finer than one point every 5 min/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Ask for finer points' })).not.toBeInTheDocument();
});

it('points that the data source averaged stay when the data source fails; one can ask again', async () => {
  sourceAnswers(() => throwError(() => ({ status: 502, data: { message: 'bad gateway to prom' } })));
  const { user } = await open();
  await user.click(await ask());
  expect(await screen.findByText(/gave no finer points.* It said: bad gateway to prom/)).toBeInTheDocument();
  expect(screen.getByText(/would have hit 25 K/i)).toBeInTheDocument();
  sourceAnswers(points(MINUTE));
  await user.click(await ask());
  expect(await screen.findByText(/now one point every 1 min/)).toBeInTheDocument();
});

it('no points are suspected where the series has a step of its own', async () => {
  await open(aPanelContext());
  expect(screen.queryByText(/may be averaged away/)).not.toBeInTheDocument();
});
