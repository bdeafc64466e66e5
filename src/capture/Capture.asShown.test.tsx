import { type DataQueryRequest, dateTime, FieldType, type PluginExtensionPanelContext } from '@grafana/data';
import {
  type DataSourceSrv,
  locationService,
  type PanelRendererProps,
  setDataSourceSrv,
  setTemplateSrv,
} from '@grafana/runtime';
import { screen } from '@testing-library/react';
import React from 'react';
import { of, throwError } from 'rxjs';
import { testIds } from '../components/testIds';
import { textOf } from '../domain/json/fieldOf';
import { decode } from '../domain/codec/decode';
import { memoryAnnotations } from '../testing/grafana/memoryAnnotations';
import { aDashboard, aPanelContext, readOnly } from '../testing/builders/panelContext';
import { renderPage } from '../testing/render/renderPage';
import CaptureModal from './CaptureModal';

// Grafana sets its renderer when it starts, by a function that plugins do not get.
jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual('@grafana/runtime'),
  PanelRenderer: ({ title }: PanelRendererProps) => <div>{title}</div>,
}));

beforeAll(() =>
  setTemplateSrv({
    // As Grafana does: variables of a repeated row are found from the object in the request.
    replace: (text = '', scopedVars) =>
      text.replace(/\$(inst|\{inst:\w+\})/, () => textOf(scopedVars?.__sceneObject?.value.valueOf(), 'text') || 'all'),
    getVariables: () => [],
    containsTemplate: () => false,
    updateTimeRange: () => {},
  })
);
beforeEach(() => {
  window.localStorage.clear();
  locationService.push('/d/checkout?var-inst=one&var-inst=two');
});

function open(context: PluginExtensionPanelContext, dashboard: unknown = aDashboard()) {
  const annotations = memoryAnnotations();
  const { user } = renderPage(<CaptureModal context={readOnly(context)} />, {
    at: '/d/checkout',
    annotations,
    answers: { '/api/dashboards/uid/checkout': dashboard },
  });
  const kept = async () => {
    await user.click(await screen.findByRole('button', { name: 'Keep the graph' }));
    await screen.findByText(/The graph is kept/);
    return annotations
      .stored()
      .map(decode)
      .flatMap((one) => (one.what === 'record' ? [one.record] : []))[0];
  };
  return { user, kept };
}

const frame = (name: string, times: number[], values: number[]) => ({
  refId: 'A',
  length: times.length,
  fields: [
    { name: 'Time', type: FieldType.time, config: {}, values: times },
    { name, type: FieldType.number, config: {}, values },
  ],
});
const START = Date.UTC(2026, 10, 3, 12);
const TIMES = Array.from({ length: 100 }, (_, i) => START + i * 60_000);
const RISING = TIMES.map((_, i) => i);

/** A panel that asked once, of these frames. */
function shown(
  frames: object[],
  query: object = {},
  over: Partial<PluginExtensionPanelContext> = {},
  scope: object = {}
) {
  const context = aPanelContext(over);
  const [from, to] = [dateTime(START), dateTime(TIMES.at(-1))];
  const range = { from, to, raw: { from, to } };
  const targets = [{ refId: 'A', datasource: { type: 'prometheus', uid: 'p' }, ...query }];
  const request = { intervalMs: 60_000, maxDataPoints: 900, targets, scopedVars: scope };
  return Object.assign(context, { targets, data: { ...context.data, series: frames, timeRange: range, request } });
}

describe('an instant query', () => {
  const instant = { expr: 'disk_used', instant: true, range: false };
  const oneValue = () => shown([frame('Value', [START], [91])], instant);
  const answering = (query: (request: DataQueryRequest) => unknown) =>
    // Of Grafana's service only what is used.
    setDataSourceSrv({ get: async () => ({ query }) } as unknown as DataSourceSrv);

  it('shows one value, and its history when it is asked for', async () => {
    const asked = jest.fn((_request: DataQueryRequest) => of({ data: [frame('Value', TIMES, RISING)] }));
    answering(asked);
    const { user, kept } = open(oneValue());
    expect(await screen.findByText(/It shows one value/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Ask for its history' }));
    expect(await screen.findByTestId(testIds.capture)).toBeInTheDocument();
    expect(asked.mock.calls[0]?.[0].targets).toMatchObject([{ expr: 'disk_used', instant: false, range: true }]);
    expect((await kept())?.source).toMatchObject({ series: 'Orders waiting', dataSource: 'prometheus' });
  });

  it('says what the data source said when it fails, and can be asked again', async () => {
    answering(() => throwError(() => ({ status: 502, data: { message: 'bad gateway to prom' } })));
    const { user } = open(oneValue());
    await user.click(await screen.findByRole('button', { name: 'Ask for its history' }));
    expect(await screen.findByText(/did not answer. It said: bad gateway to prom/)).toBeInTheDocument();
    answering(() => of({ data: [] }));
    await user.click(screen.getByRole('button', { name: 'Ask for its history' }));
    expect(await screen.findByText(/has no history of it in this time/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Record without a graph' })).toBeInTheDocument();
  });

  it('is offered no history where nobody knows how to ask for it', async () => {
    open(shown([frame('Value', [START], [91])], { datasource: { type: 'mysql', uid: 'm' } }));
    expect(await screen.findByText(/It shows one value/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Ask for its history' })).not.toBeInTheDocument();
  });
});

it('fills the variables of a repeated row in title and name, and keeps their values', async () => {
  const scene = { text: 'two' };
  const scope = { __sceneObject: { text: '__sceneObject', value: { valueOf: () => scene } } };
  const { kept } = open(shown([frame('Value', TIMES, RISING)], {}, { title: 'used on $inst' }, scope));
  expect((await kept())?.source).toMatchObject({
    panelTitle: 'used on two',
    series: 'used on two',
    variables: { inst: 'two' },
  });
});

it('says that the panel is not in its stored dashboard', async () => {
  open(aPanelContext({ id: 99, title: 'Added just now' }));
  expect(await screen.findByText(/This panel was not found in its stored dashboard/)).toBeInTheDocument();
});

it('says how many values came at times that had one already', async () => {
  open(shown([frame('orders', [...TIMES, TIMES[99] ?? 0], [...RISING, 100])]));
  expect(await screen.findByText(/Some times have several values \(1 too many\)/)).toBeInTheDocument();
});

it('reads a graph that an older Grafana stored', async () => {
  const legacy = {
    type: 'graph',
    fieldConfig: undefined,
    yaxes: [{ format: 'percent', max: '100' }],
    thresholds: [{ op: 'gt', value: 150, colorMode: 'critical', line: true }],
  };
  open(shown([frame('cpu', TIMES, RISING)]), aDashboard(legacy));
  expect(await screen.findByRole('button', { name: /150% · threshold/ })).toBeInTheDocument();
});

describe('a stack', () => {
  const stacked = (mode: string) =>
    aDashboard({ fieldConfig: { defaults: { custom: { stacking: { mode, group: 'A' } } } } });
  const layers = () => shown([frame('a', TIMES, RISING), frame('b', TIMES, RISING)]);

  it('offers what its layers come to', async () => {
    const { user } = open(layers(), stacked('normal'));
    const picker = await screen.findByRole('combobox', { name: /Series/ });
    expect(picker).toHaveValue('Total');
    expect(screen.getByText(/this is what they come to together/)).toBeInTheDocument();
    await user.click(picker);
    await user.click(await screen.findByRole('option', { name: 'b' }));
    expect(screen.getByText(/one layer of a stack, by itself. “Total”/)).toBeInTheDocument();
  });

  it('says that a layer is shown alone where there is no total', async () => {
    open(layers(), stacked('percent'));
    expect(await screen.findByText(/the graph draws it on top of the others/)).toBeInTheDocument();
  });
});
