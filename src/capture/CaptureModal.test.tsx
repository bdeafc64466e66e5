import { FieldType, standardTransformers, standardTransformersRegistry } from '@grafana/data';
import { type PanelRendererProps, setTemplateSrv } from '@grafana/runtime';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import React, { type ComponentProps, useState } from 'react';
import { testIds } from '../components/testIds';
import { decode } from '../domain/codec/decode';
import type { NearMissRecord } from '../domain/record/record';
import { unpackEvidence } from '../domain/series/unpackEvidence';
import { type MemoryAnnotations, memoryAnnotations } from '../testing/grafana/memoryAnnotations';
import { A_RISING_TREND } from '../testing/builders/aRisingTrend';
import { aDashboard, aPanelContext, readOnly } from '../testing/builders/panelContext';
import { A_VIEWER, ANNA, renderPage } from '../testing/render/renderPage';
import { settle } from '../testing/render/settle';
import CaptureModal from './CaptureModal';

let dragOver: PanelRendererProps['onChangeTimeRange'];

// Grafana sets its renderer when it starts, by a function that plugins do not get. This one says what it was given.
jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual('@grafana/runtime'),
  PanelRenderer: ({ data, onChangeTimeRange }: PanelRendererProps) => {
    dragOver = onChangeTimeRange;
    const names = data?.series.map(({ name }) => name).filter((name) => !name?.startsWith('band'));
    return <div>{`drawn: ${names?.join(', ')}`}</div>;
  },
}));

beforeAll(() => {
  setTemplateSrv({
    replace: (text = '') => text,
    getVariables: () => [],
    containsTemplate: () => false,
    updateTimeRange: () => {},
  });
  const known = [standardTransformers.calculateFieldTransformer, standardTransformers.organizeFieldsTransformer];
  const unseen = { editor: () => null, imageDark: '', imageLight: '' };
  standardTransformersRegistry.setInit(() =>
    known.map((one) => ({ ...unseen, id: one.id, name: one.name, transformation: async () => one }))
  );
  // Without it Grafana's copy buttons take a way that jsdom does not have.
  Object.assign(window, { isSecureContext: true });
});
beforeEach(() => window.localStorage.clear());

interface Opened {
  annotations?: MemoryAnnotations;
  user?: typeof ANNA;
  dashboard?: unknown;
  context?: ComponentProps<typeof CaptureModal>['context'];
  settings?: object;
  answers?: Readonly<Record<string, unknown>>;
}

function open({
  annotations = memoryAnnotations(),
  user = ANNA,
  dashboard = aDashboard(),
  context,
  settings = {},
  answers = {},
}: Opened = {}) {
  const onDismiss = jest.fn();
  const shown = renderPage(<CaptureModal context={readOnly(context ?? aPanelContext())} onDismiss={onDismiss} />, {
    at: '/d/checkout',
    annotations,
    user,
    answers: {
      '/api/dashboards/uid/checkout': dashboard,
      '/api/plugins/resilience-nearmiss-app/settings': { jsonData: settings },
      ...answers,
    },
  });
  return { ...shown, annotations, onDismiss };
}

const ready = () => screen.findByTestId(testIds.capture);
const keep = () => screen.getByRole('button', { name: 'Keep the graph' });
const save = () => screen.getByRole('button', { name: 'Save' });
const almost = () => screen.getByRole('textbox', { name: /What almost happened/ });
const limit = () => screen.getByRole('textbox', { name: /^Limit/ });

type User = ReturnType<typeof open>['user'];

/** Pasted: typing key by key into so large a form takes jsdom seconds. */
async function fill(user: User, field: HTMLElement, text: string) {
  await user.click(field);
  await user.paste(text);
}

function records(annotations: MemoryAnnotations): NearMissRecord[] {
  return annotations
    .stored()
    .map(decode)
    .flatMap((decoded) => (decoded.what === 'record' ? [decoded.record] : []));
}

function theRecord(annotations: MemoryAnnotations): NearMissRecord {
  const [record, ...more] = records(annotations);
  expect(more).toEqual([]);
  return record ?? fail('nothing was recorded');
}

const fail = (why: string): never => {
  throw new Error(why);
};

const markers = (annotations: MemoryAnnotations) =>
  annotations.stored().filter((one) => decode(one).what === 'marker').length;

describe('before the first word', () => {
  it('says who will read it and what goes along', async () => {
    open();
    await ready();
    expect(screen.getByText(/Everybody in this organization can read it/)).toBeInTheDocument();
    expect(screen.getByText(/names of the dashboard, the panel and “orders waiting”/)).toBeInTheDocument();
    expect(screen.getByRole('checkbox', { name: 'the measured values' })).toBeChecked();
    const query = screen.getByRole('checkbox', { name: 'the query, with its data source' });
    expect(query).toBeChecked();
    expect(query.compareDocumentPosition(almost())).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('chooses the series that heads for its limit, its stretch and its limit, and says what would have been', async () => {
    open();
    await ready();
    expect(screen.getByRole('combobox', { name: /Series/ })).toHaveValue('orders waiting');
    expect(screen.getByText(/^drawn: orders waiting, .*Had it gone on$/)).toBeInTheDocument();
    expect(limit()).toHaveValue('25 K');
    expect(screen.getByRole('button', { name: 'rises to 25 K · threshold' })).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByText(/^Would have hit 25 K around/)).toBeInTheDocument();
  });

  it('says how sure it is: method, window, chance, and what half and double the stretch would have said', async () => {
    const { user } = open();
    await ready();
    await user.click(screen.getByText('How sure are we?'));
    expect(await screen.findByText(/^We take the peaks of the stretch/)).toBeInTheDocument();
    expect(screen.getByText(/^\d+ points between .* none from after acting/)).toBeInTheDocument();
    expect(screen.getByText(/^Of \d+ such climbs, \d would have crossed within/)).toBeInTheDocument();
    expect(
      screen.getAllByText(
        /^(Of \d+ such climbs, \d would have crossed\.|Nearly all|Hardly any|No answer|The points do not)/
      )
    ).toHaveLength(2);
  });

  it('tells a Viewer that saving is not theirs, and lets them take their words elsewhere', async () => {
    const { user, annotations } = open({ user: A_VIEWER });
    await ready();
    expect(await screen.findByText('You do not have the right to save a near miss here.')).toBeInTheDocument();
    expect(keep()).toBeDisabled();
    expect(save()).toBeDisabled();
    await fill(user, almost(), 'The shop would have closed');
    await user.click(screen.getByRole('button', { name: 'Copy as Markdown' }));
    expect(await window.navigator.clipboard.readText()).toContain('The shop would have closed');
    expect(annotations.calls()).not.toContain('post');
  });

  it('proposes the journal of the folder, and lets one choose another reader', async () => {
    const settings = { journals: [{ folderUid: 'shop', dashboardUid: 'journal-1', title: 'Shop journal' }] };
    const { user, annotations } = open({ settings, answers: { '/api/dashboards/uid/journal-1': aDashboard() } });
    await ready();
    const journal = screen.getByRole('radio', { name: /journal “Shop journal”/ });
    expect(journal).toBeChecked();
    await user.click(screen.getByRole('radio', { name: /Everybody in this organization/ }));
    await user.click(keep());
    await screen.findByText(/The graph is kept/);
    expect(annotations.stored()).toHaveLength(2);
    expect(annotations.stored()[0]).not.toHaveProperty('dashboardUID');
  });
});

it('says that the journal of the folder is gone, before anything is kept there', async () => {
  const settings = { journals: [{ folderUid: 'shop', dashboardUid: 'journal-1', title: 'Shop journal' }] };
  const { user } = open({ settings });
  expect(await screen.findByText('The journal “Shop journal” is gone')).toBeInTheDocument();
  expect(keep()).toBeDisabled();
  await user.click(screen.getByRole('radio', { name: /Everybody in this organization/ }));
  expect(screen.queryByText('The journal “Shop journal” is gone')).not.toBeInTheDocument();
  expect(keep()).toBeEnabled();
});

it('goes to the next journal where that of the folder is closed, says why, and offers none that one cannot open', async () => {
  const settings = {
    teams: [{ name: 'Hidden', journalUid: 'journal-3' }],
    journals: [
      { folderUid: 'shop', dashboardUid: 'journal-1', title: 'Shop journal' },
      { folderUid: 'above', dashboardUid: 'journal-2', title: 'Everything' },
    ],
  };
  const readable = (canAdd: boolean) => ({
    meta: { annotationsPermissions: { dashboard: { canAdd } } },
    dashboard: {},
  });
  const { user, annotations } = open({
    settings,
    answers: {
      '/api/folders/shop': { parents: [{ uid: 'above' }] },
      '/api/dashboards/uid/journal-1': readable(false),
      '/api/dashboards/uid/journal-2': readable(true),
    },
  });
  expect(await screen.findByText('You may not write to the journal “Shop journal”')).toBeInTheDocument();
  expect(screen.getByRole('radio', { name: /journal “Everything”/ })).toBeChecked();
  expect(screen.queryByRole('radio', { name: /journal “Hidden”/ })).not.toBeInTheDocument();
  await user.click(keep());
  await screen.findByText(/The graph is kept/);
  expect(annotations.stored()[0]).toMatchObject({ dashboardUID: 'journal-2' });
});

it('goes to the journal of the team when no folder has one, until somebody chooses', async () => {
  const settings = {
    teams: [{ name: 'Payments', journalUid: 'journal-2' }],
    journals: [{ folderUid: 'elsewhere', dashboardUid: 'journal-1', title: 'Elsewhere' }],
  };
  const { user } = open({ settings, answers: { '/api/dashboards/uid/journal-2': aDashboard() } });
  await ready();
  const everybody = screen.getByRole('radio', { name: /Everybody in this organization/ });
  const ofTeam = screen.getByRole('radio', { name: /journal “Payments”/ });
  expect(everybody).toBeChecked();
  await fill(user, screen.getByRole('combobox', { name: /^Team/, hidden: true }), 'payments');
  expect(ofTeam).toBeChecked();
  await user.click(everybody);
  expect(everybody).toBeChecked();
});

describe('team and services', () => {
  const settings = {
    teams: [{ name: 'Payments', journalUid: 'journal-1' }],
    journals: [{ folderUid: 'shop', dashboardUid: 'journal-1', title: 'Shop journal' }],
  };
  const hidden = true;

  it('are offered from tags and variables; the team of the folder’s own journal is filled in, and nothing that is a guess', async () => {
    const dashboard = aDashboard({}, { folderTitle: 'Shops' });
    Object.assign(dashboard.dashboard, { tags: ['service:cart', 'kubernetes'] });
    const answers = { '/api/dashboards/uid/journal-1': aDashboard() };
    const { user, annotations } = open({ settings, dashboard, answers });
    await ready();
    expect(screen.getByRole('combobox', { name: /^Team/, hidden })).toHaveValue('Payments');
    expect(screen.getByRole('button', { name: 'Shops', hidden })).toHaveAttribute('aria-pressed', 'false');
    expect(screen.getByRole('textbox', { name: /^Services/, hidden })).toHaveValue('');
    await user.click(screen.getByRole('button', { name: 'cart', hidden }));
    await user.click(keep());
    await screen.findByText(/The graph is kept/);
    expect(theRecord(annotations)).toMatchObject({ team: 'Payments', services: ['cart'] });
  });
});

describe('keeping the graph', () => {
  it('takes one key', async () => {
    const { user, annotations } = open();
    await ready();
    await waitFor(() => expect(keep()).toHaveFocus());
    await user.keyboard('{Enter}');
    expect(await screen.findByText(/The graph is kept/)).toBeInTheDocument();
    const record = theRecord(annotations);
    expect(record).toMatchObject({ status: 'started', almost: '', savedBy: [], title: '' });
    expect(record.source).toMatchObject({ dashboardUid: 'checkout', panelId: 4, series: 'orders waiting' });
    expect(record.evidence && unpackEvidence(record.evidence).series[0]?.values.length).toBeGreaterThan(20);
    expect(markers(annotations)).toBe(1);
    expect(screen.getByRole('link', { name: 'Open it and add the words' })).toHaveAttribute(
      'href',
      `/a/resilience-nearmiss-app/nm/${record.id}`
    );
  });

  it('leaves out the values and the query for whoever wants that', async () => {
    const { user, annotations } = open();
    await ready();
    await user.click(screen.getByRole('checkbox', { name: 'the measured values' }));
    await user.click(screen.getByRole('checkbox', { name: 'the query, with its data source' }));
    await user.click(keep());
    await screen.findByText(/The graph is kept/);
    expect(theRecord(annotations)).toMatchObject({ evidence: null, source: { queries: [] } });
  });

  it('says that the marker will not show where annotations are switched off', async () => {
    const dashboard = aDashboard();
    dashboard.dashboard.annotations.list = [{ builtIn: 1, enable: false }];
    const { user } = open({ dashboard });
    await ready();
    await user.click(keep());
    expect(
      await screen.findByText(/annotations are switched off in the settings of this dashboard/)
    ).toBeInTheDocument();
  });
});

describe('saving', () => {
  it('asks for what almost happened and what saved it, and for nothing else', async () => {
    const { user, annotations } = open();
    await ready();
    await user.click(save());
    expect(screen.getByText('Say in a sentence what almost happened.')).toBeInTheDocument();
    expect(screen.getByText('Choose at least one; luck counts too.')).toBeInTheDocument();
    expect(almost()).toHaveFocus();
    expect(annotations.calls()).not.toContain('post');
    await fill(user, almost(), 'The shop would have stopped taking orders.');
    await user.click(screen.getByRole('checkbox', { name: 'Luck' }));
    await user.click(screen.getByRole('checkbox', { name: 'Person' }));
    await user.click(save());
    expect(await screen.findByText('The near miss is recorded.')).toBeInTheDocument();
    expect(theRecord(annotations)).toMatchObject({
      status: 'recorded',
      almost: 'The shop would have stopped taking orders.',
      savedBy: ['person', 'luck'],
      limit: { value: 25_000, text: '25 K', origin: 'threshold', direction: 'rising' },
      projection: { ok: true },
    });
  });

  it('keeps everything while Grafana is down, and records once when it is back', async () => {
    const annotations = memoryAnnotations({ user: ANNA });
    const { user } = open({ annotations });
    await ready();
    await fill(user, almost(), 'All orders would have been lost.');
    await user.click(screen.getByRole('checkbox', { name: 'Alert' }));
    annotations.failNext('find', { failure: { kind: 'offline', status: 0, detail: '' }, times: 9 });
    await user.click(save());
    expect(await screen.findByText(/Kept here, and tried again until Grafana has it/)).toBeInTheDocument();
    expect(screen.getByText(/Grafana cannot be reached/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Take it back and edit' }));
    expect(almost()).toHaveValue('All orders would have been lost.');
    await user.click(save());
    while (screen.queryByText('The near miss is recorded.') === null) {
      await user.click(await screen.findByRole('button', { name: 'Try now' }));
      await waitFor(() => expect(screen.queryByText('Saving…')).not.toBeInTheDocument());
    }
    expect(theRecord(annotations).almost).toBe('All orders would have been lost.');
  });

  it('takes a refusal as an answer', async () => {
    const annotations = memoryAnnotations({ user: ANNA });
    const { user } = open({ annotations });
    await ready();
    annotations.failNext('post', { failure: { kind: 'forbidden', status: 403, detail: '' }, times: 3 });
    await user.click(keep());
    expect(await screen.findByText(/You do not have permission/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Copy as Markdown' })).toBeInTheDocument();
    expect(keep()).toBeEnabled();
  });

  it('says when the near miss is stored but its marker was refused', async () => {
    const user = { ...ANNA, edits: () => false };
    const opened = open({ user });
    await ready();
    await opened.user.click(keep());
    expect(await screen.findByText(/its marker on the graph was refused/)).toBeInTheDocument();
    expect(records(opened.annotations)).toHaveLength(1);
    expect(markers(opened.annotations)).toBe(0);
  });
});

describe('the stretch', () => {
  const from = (text: string) => ({ from: Date.parse(`2026-11-03T${text}Z`) });

  it('is what was dragged over, rounded to whole milliseconds', async () => {
    const { user, annotations } = open();
    await ready();
    const stretch = { from: from('13:00').from + 0.4, to: from('14:00').from + 0.4 };
    act(() => dragOver?.(stretch));
    await user.click(keep());
    await screen.findByText(/The graph is kept/);
    expect(theRecord(annotations)).toMatchObject({
      stretch: { from: from('13:00').from, to: from('14:00').from },
      actedAt: from('14:00').from,
      noticedAt: null,
    });
  });

  it('is not moved by a double click, which shows more of the graph', async () => {
    const { user } = open();
    await ready();
    const start = screen.getByLabelText('Stretch from');
    const before = start.getAttribute('value');
    act(() => dragOver?.({ from: from('08:00').from, to: from('20:00').from }));
    expect(start).toHaveAttribute('value', before);
    await user.click(screen.getByRole('button', { name: 'Show the road again' }));
    expect(screen.queryByRole('button', { name: 'Show the road again' })).not.toBeInTheDocument();
  });

  it('can be chosen among those that the series shows, by keyboard', async () => {
    const { user } = open();
    await ready();
    const stretches = within(screen.getByRole('group', { name: 'Stretches of this series' }));
    const [climb, falling] = stretches.getAllByRole('button');
    expect(climb).toHaveTextContent(/^the climb at/);
    expect(climb).toHaveAttribute('aria-pressed', 'true');
    expect(falling).toHaveTextContent('falling now');
    act(() => falling?.focus());
    await user.keyboard('{Enter}');
    expect(falling).toHaveAttribute('aria-pressed', 'true');
    expect(climb).toHaveAttribute('aria-pressed', 'false');
    act(() => dragOver?.({ from: from('13:00').from, to: from('14:00').from }));
    stretches.getAllByRole('button').forEach((chip) => expect(chip).toHaveAttribute('aria-pressed', 'false'));
  });

  it('stays as it was proposed when the modal was opened, whatever the dashboard fetches since', async () => {
    const Refreshed = () => {
      const [context, setContext] = useState(aPanelContext());
      return (
        <>
          <button onClick={() => setContext(aPanelContext({ data: undefined }))}>Refresh</button>
          <CaptureModal context={readOnly(context)} onDismiss={jest.fn()} />
        </>
      );
    };
    const answers = { '/api/dashboards/uid/checkout': aDashboard() };
    const { user } = renderPage(<Refreshed />, { at: '/d/checkout', annotations: memoryAnnotations(), answers });
    await ready();
    await fill(user, almost(), 'Half a sent');
    const start = screen.getByLabelText('Stretch from').getAttribute('value');
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    await settle();
    expect(screen.getByLabelText('Stretch from')).toHaveAttribute('value', start);
    expect(almost()).toHaveValue('Half a sent');
    expect(screen.getByText(/^drawn: orders waiting, .*Had it gone on$/)).toBeInTheDocument();
  });

  it('can be set by its times, in the time zone of the dashboard', async () => {
    const { user, annotations } = open({ context: aPanelContext({ timeZone: 'Asia/Tokyo' }) });
    await ready();
    const start = screen.getByLabelText('Stretch from');
    await user.clear(start);
    await user.type(start, '2026-11-03T22:00:00');
    await user.tab();
    await user.click(keep());
    await screen.findByText(/The graph is kept/);
    expect(theRecord(annotations).stretch?.from).toBe(Date.parse('2026-11-03T13:00:00Z'));
  });
});

describe('the limit', () => {
  it('stays when the stretch turns, with a word, and no chip goes', async () => {
    const { user } = open();
    await ready();
    const chips = () =>
      within(screen.getByRole('group', { name: 'Limits of the panel' }))
        .getAllByRole('button')
        .map((chip) => chip.textContent);
    const before = chips();
    await user.click(screen.getByRole('button', { name: 'rises to 25 K · threshold' }));
    await user.click(screen.getByRole('button', { name: 'falling now' }));
    expect(limit()).toHaveValue('25 K');
    expect(screen.getByText('The stretch now falls; this limit is to be risen to.')).toBeInTheDocument();
    expect(chips()).toEqual(before);
    await user.click(screen.getByRole('button', { name: /^the climb/ }));
    expect(screen.queryByText(/The stretch now/)).not.toBeInTheDocument();
  });

  it('drawn as a series is proposed by its name, and said to have moved', async () => {
    const context = aPanelContext();
    const frames = context.data?.series ?? [];
    const [, waiting] = frames;
    const [time] = waiting?.fields ?? [];
    const values = A_RISING_TREND.series.times.map((_, i) => (i < 10 ? 18_000 : 24_000));
    const line = { name: 'queue limit', type: FieldType.number, config: {}, values };
    const limitFrame = time && { refId: 'B', length: values.length, fields: [time, line] };
    const data = context.data && limitFrame && { ...context.data, series: [limitFrame, ...frames] };
    open({ context: { ...context, data } });
    await ready();
    expect(screen.getByRole('combobox', { name: /Series/ })).toHaveValue('orders waiting');
    expect(limit()).toHaveValue('24 K (limit line “queue limit”)');
    expect(screen.getByRole('button', { name: /^rises to 24 K .*queue limit/ })).toHaveAttribute(
      'aria-pressed',
      'true'
    );
    expect(screen.getByText(/This limit has moved in the time shown/)).toBeInTheDocument();
  });

  it('is not proposed while a variable leaves a threshold without a number, and that is said', async () => {
    const steps = [{ value: null }, { value: 25_000, valueExpr: '$most' }];
    const defaults = { thresholds: { mode: 'absolute', steps }, custom: { thresholdsStyle: { mode: 'line' } } };
    open({ dashboard: aDashboard({ fieldConfig: { defaults, overrides: [] } }) });
    await ready();
    expect(limit()).toHaveValue('');
    expect(screen.getByText(/A threshold of this panel is a variable without a number/)).toBeInTheDocument();
  });

  it('can be typed with its unit', async () => {
    const { user } = open();
    await ready();
    await user.clear(limit());
    expect(screen.queryByText(/would have hit/i)).not.toBeInTheDocument();
    await user.type(limit(), '30k');
    expect(screen.getByText('Read as 30 K')).toBeInTheDocument();
    expect(screen.getByText(/would.* have hit 30 K/i)).toBeInTheDocument();
  });

  it('says what it cannot read, and keeps it in the field', async () => {
    const { user } = open();
    await ready();
    await user.clear(limit());
    await user.type(limit(), 'plenty');
    expect(screen.getByText(/Type a number, with or without its unit/)).toBeInTheDocument();
    expect(limit()).toHaveValue('plenty');
  });

  it('refuses to project when the series moves away from it', async () => {
    const { user } = open();
    await ready();
    await user.clear(limit());
    await user.type(limit(), '-5');
    expect(screen.getByText(/moves away from this limit/)).toBeInTheDocument();
  });

  it('is not proposed where the panel has none, and the graph can be kept all the same', async () => {
    const { user, annotations } = open({ dashboard: aDashboard({ fieldConfig: { defaults: {}, overrides: [] } }) });
    await ready();
    expect(limit()).toHaveValue('');
    await user.click(keep());
    await screen.findByText(/The graph is kept/);
    expect(theRecord(annotations)).toMatchObject({ limit: null, projection: null });
  });
});

describe('what the panel draws', () => {
  const calculated = {
    transformations: [
      {
        id: 'calculateField',
        options: {
          mode: 'binary',
          alias: 'share',
          replaceFields: true,
          binary: {
            left: { matcher: { id: 'byName', options: 'orders waiting' } },
            operator: '/',
            right: { fixed: '250' },
          },
        },
      },
      { id: 'organize', options: { renameByName: { share: 'queue filled' }, excludeByName: {}, indexByName: {} } },
    ],
    fieldConfig: { defaults: { unit: 'percent', max: 100 }, overrides: [] },
  };

  it('is offered under the names it shows, after its transformations', async () => {
    const context = aPanelContext();
    const [, waiting] = context.data?.series ?? [];
    const data = context.data && waiting && { ...context.data, series: [waiting] };
    open({ dashboard: aDashboard(calculated), context: { ...context, data } });
    await ready();
    expect(screen.getByText(/^drawn: queue filled/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'rises to 100% · max' })).toBeInTheDocument();
  });

  it('leaves out hidden series', async () => {
    const hidden = {
      matcher: { id: 'byName', options: 'orders waiting' },
      properties: [{ id: 'custom.hideFrom', value: { viz: true } }],
    };
    open({ dashboard: aDashboard({ fieldConfig: { defaults: {}, overrides: [hidden] } }) });
    await ready();
    expect(screen.queryByRole('combobox', { name: /Series/ })).not.toBeInTheDocument();
    expect(screen.getByText(/“consumers”/)).toBeInTheDocument();
  });

  it('comes raw, and says so, when a transformation cannot run here', async () => {
    open({ dashboard: aDashboard({ transformations: [{ id: 'of-another-plugin', options: {} }] }) });
    await ready();
    expect(screen.getByText(/the transformation “of-another-plugin” cannot run here/)).toBeInTheDocument();
    expect(screen.getByRole('combobox', { name: /Series/ })).toHaveValue('orders waiting');
  });

  it('comes raw, and says so, when the dashboard cannot be read', async () => {
    open({ context: aPanelContext({ dashboard: { uid: 'gone', title: 'Gone', tags: [] } }) });
    await ready();
    expect(screen.getByText(/Names, units and limits of the panel could not be read/)).toBeInTheDocument();
    expect(keep()).toBeEnabled();
  });

  it('is nothing to keep where there is no series over time: the way without a graph is shown', async () => {
    open({ context: { ...aPanelContext(), data: undefined } });
    expect(await screen.findByText(/there is no graph to keep/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Record without a graph' })).toHaveAttribute(
      'href',
      '/a/resilience-nearmiss-app/record'
    );
  });

  it('must be of a saved dashboard', async () => {
    open({ context: aPanelContext({ dashboard: { uid: '', title: 'New dashboard', tags: [] } }) });
    expect(await screen.findByText('Save the dashboard first')).toBeInTheDocument();
  });
});

describe('closing without saving', () => {
  it('loses nothing: words, limit and stretch are there again', async () => {
    const first = open();
    await ready();
    await fill(first.user, almost(), 'Half a sent');
    await first.user.clear(limit());
    await first.user.type(limit(), '30 K');
    act(() => dragOver?.({ from: A_RISING_TREND.stretch.from + 600_000, to: A_RISING_TREND.stretch.to }));
    const start = screen.getByLabelText('Stretch from').getAttribute('value');
    first.unmount();

    const second = open();
    await ready();
    expect(await screen.findByText(/Here is what you entered at/)).toBeInTheDocument();
    expect(almost()).toHaveValue('Half a sent');
    expect(limit()).toHaveValue('30 K');
    expect(screen.getByLabelText('Stretch from')).toHaveAttribute('value', start);
    await second.user.click(screen.getByRole('button', { name: 'Start anew' }));
    expect(almost()).toHaveValue('');
    expect(limit()).toHaveValue('25 K');
  });

  it('asks again which limit was meant, where nobody said so', async () => {
    const first = open();
    await ready();
    await first.user.clear(limit());
    await first.user.type(limit(), '30,000');
    first.unmount();

    const second = open();
    await ready();
    expect(await screen.findByText(/Here is what you entered at/)).toBeInTheDocument();
    expect(limit()).toHaveValue('30,000');
    await second.user.click(screen.getByRole('button', { name: '30 K' }));
    expect(limit()).toHaveValue('30 K');
    expect(screen.getByText(/would have hit 30 K/i)).toBeInTheDocument();
  });

  it('is not dropped by saving while its limit is no value yet', async () => {
    const { user } = open();
    await ready();
    await user.clear(limit());
    await user.type(limit(), '30,000');
    await user.click(keep());
    expect(screen.getByText(/What stands as the limit is no value yet/)).toBeInTheDocument();
    expect(screen.queryByText(/The graph is kept/)).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '30 K' }));
    expect(screen.queryByText(/What stands as the limit is no value yet/)).not.toBeInTheDocument();
    await user.click(keep());
    expect(await screen.findByText(/The graph is kept/)).toBeInTheDocument();
  });

  it('is over once it is saved', async () => {
    const first = open();
    await ready();
    await fill(first.user, almost(), 'Done with this');
    await first.user.click(keep());
    await screen.findByText(/The graph is kept/);
    first.unmount();
    open();
    await ready();
    expect(screen.queryByText(/Here is what you entered/)).not.toBeInTheDocument();
    expect(almost()).toHaveValue('');
  });
});

describe('by keys', () => {
  const posts = (annotations: MemoryAnnotations) => annotations.calls().filter((call) => call === 'post').length;

  it('reaches the first question from where the modal opens within twelve tabs', async () => {
    const { user } = open();
    await ready();
    await waitFor(() => expect(keep()).toHaveFocus());
    let tabs = 0;
    while (document.activeElement !== almost() && tabs <= 12) {
      await user.tab();
      tabs += 1;
    }
    expect(tabs).toBeLessThanOrEqual(12);
  });

  it.each(['Control', 'Meta'])('%s+Enter saves from any field, which the button says', async (key) => {
    const { user, annotations } = open();
    await ready();
    expect(save()).toHaveAttribute('aria-keyshortcuts', 'Control+Enter Meta+Enter');
    await user.click(screen.getByRole('checkbox', { name: 'Luck' }));
    await fill(user, almost(), 'The shop would have closed.');
    await user.keyboard(`{${key}>}{Enter}{/${key}}`);
    expect(await screen.findByText('The near miss is recorded.')).toBeInTheDocument();
    expect(theRecord(annotations).almost).toBe('The shop would have closed.');
  });

  it('saves the stretch as it stands in its field, where the key that saves is the first to end the typing', async () => {
    const { user, annotations } = open();
    await ready();
    await user.click(screen.getByRole('checkbox', { name: 'Luck' }));
    await fill(user, almost(), 'The shop would have closed.');
    act(() => dragOver?.({ from: Date.parse('2026-11-03T14:00:00Z'), to: Date.parse('2026-11-03T15:05:00Z') }));
    const end = screen.getByLabelText('Stretch to');
    await user.clear(end);
    await fill(user, end, '2026-11-03T13:30:00');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('The near miss is recorded.')).toBeInTheDocument();
    expect(theRecord(annotations).stretch?.to).toBe(Date.parse('2026-11-03T13:30:00Z'));
  });

  it('saves once, however often it is pressed', async () => {
    const { user, annotations } = open();
    await ready();
    await user.click(screen.getByRole('checkbox', { name: 'Luck' }));
    await fill(user, almost(), 'Once');
    const press = () => fireEvent.keyDown(almost(), { key: 'Enter', ctrlKey: true });
    act(() => [press, press, press].forEach((one) => one()));
    press();
    await screen.findByText('The near miss is recorded.');
    expect(theRecord(annotations).almost).toBe('Once');
    expect(markers(annotations)).toBe(1);
    expect(posts(annotations)).toBe(2);
  });

  it('says what is missing, as the button does', async () => {
    const { user, annotations } = open();
    await ready();
    await user.click(limit());
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(screen.getByText('Say in a sentence what almost happened.')).toBeInTheDocument();
    expect(almost()).toHaveFocus();
    expect(posts(annotations)).toBe(0);
  });

  it('goes to the question who will read it while nobody has answered that', async () => {
    const { user, annotations } = open();
    await ready();
    await user.click(screen.getByText(/^More, now or later/));
    await user.click(screen.getByRole('radio', { name: 'Exposure' }));
    await user.click(screen.getByRole('checkbox', { name: 'Luck' }));
    await fill(user, almost(), 'The bucket was open.');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(screen.getByRole('radio', { name: /Everybody in this organization/ })).toHaveFocus();
    expect(screen.getByText('Choose who will read it.')).toBeInTheDocument();
    expect(posts(annotations)).toBe(0);
  });

  it('saves nothing for whoever may not', async () => {
    const { user, annotations } = open({ user: A_VIEWER });
    await screen.findByText('You do not have the right to save a near miss here.');
    await user.click(screen.getByRole('checkbox', { name: 'Luck' }));
    await fill(user, almost(), 'Not mine to save');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await settle();
    expect(posts(annotations)).toBe(0);
    expect(almost()).toHaveValue('Not mine to save');
  });
});

describe('a moment that says nothing', () => {
  it.each([
    ['is not dropped by keeping the graph', keep],
    ['is not dropped by saving', save],
  ])('%s', async (_what, button) => {
    const { user, annotations } = open();
    await ready();
    await user.click(screen.getByRole('checkbox', { name: 'Luck' }));
    await fill(user, almost(), 'Soon enough');
    const start = screen.getByLabelText('Stretch from');
    await user.clear(start);
    await fill(user, start, 'yesterday');
    await user.click(button());
    expect(start).toHaveValue('yesterday');
    expect(start).toHaveFocus();
    expect(screen.getByText(/^Type a moment such as/)).toBeInTheDocument();
    expect(annotations.calls()).not.toContain('post');
  });
});

describe('once it is saved', () => {
  const saved = async () => {
    const shown = open();
    await ready();
    await shown.user.click(screen.getByRole('checkbox', { name: 'Luck' }));
    await fill(shown.user, almost(), 'The shop would have closed.');
    await shown.user.click(save());
    await screen.findByText('The near miss is recorded.');
    return shown;
  };
  afterEach(() => void Reflect.deleteProperty(window, '__grafanaSceneContext'));

  it('is seen: the picture, the sentence, the link and what to paste into a chat', async () => {
    const { container } = await saved();
    expect(container.querySelector('img')).toHaveAttribute('src', expect.stringMatching(/^data:image\/svg/));
    expect(screen.getByText(/would have .*25 K/i, { selector: 'p' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Open the near miss' })).toBeInTheDocument();
    const chat = screen.getByRole('textbox', { name: 'To paste into a chat' });
    expect(chat).toHaveAttribute('readonly');
    expect(chat).toHaveTextContent(/^Near miss: The shop would have closed\. .*\/a\/resilience-nearmiss-app\/nm\//);
  });

  it('has the graph draw its marker at once', async () => {
    const runLayer = jest.fn();
    const annotationLayers = [{ state: { isEnabled: true, query: { builtIn: 1 } }, runLayer }];
    Object.assign(window, { __grafanaSceneContext: { state: { $data: { state: { annotationLayers } } } } });
    await saved();
    expect(await screen.findByText(/^Its marker is on the graph,/)).toBeInTheDocument();
    expect(runLayer).toHaveBeenCalledTimes(1);
  });

  it('says that the marker comes with the next refresh where the graph cannot be asked', async () => {
    await saved();
    expect(await screen.findByText(/^Its marker shows on the graph after the next refresh/)).toBeInTheDocument();
  });
});
