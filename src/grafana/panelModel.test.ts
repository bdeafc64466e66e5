import { memorySend, refusing } from '../testing/grafana/memorySend';
import { readDashboard } from './dashboard';
import { readPanelModel } from './panelModel';
import { readRights } from './rights';

const PERMISSIONS = '/api/access-control/user/permissions';
const V2 = '/apis/dashboard.grafana.app/v2/namespaces/org-2/dashboards/d/dto';
const PLAIN = { type: '', timeFrom: '', timeShift: '', hideTimeOverride: false, library: '' };
const fieldConfig = { defaults: { unit: 'bytes' }, overrides: [] };
const dashboard = (panels: unknown, meta = {}) => ({ dashboard: { title: 'Checkout', panels }, meta });

describe('readPanelModel', () => {
  it('does not stumble over a dashboard of another shape', async () => {
    for (const odd of [null, 7, [], {}, { dashboard: null }, dashboard(null), dashboard('x'), dashboard([null, 3])]) {
      const send = memorySend({ 'GET /api/dashboards/uid/d': odd });
      expect(await readPanelModel(send, 'd', 1)).toMatchObject({
        ok: true,
        value: { found: false, fieldConfig: undefined, transformations: [], canAnnotate: false },
      });
    }
  });

  it('gives the library panel’s failure: without it the limits would be wrong', async () => {
    const own = { id: 1, libraryPanel: { uid: 'l' } };
    const send = memorySend({
      'GET /api/dashboards/uid/d': dashboard([own]),
      'GET /api/library-elements/l': refusing(403, 'no'),
    });
    expect(await readPanelModel(send, 'd', 1)).toMatchObject({ ok: false, failure: { kind: 'forbidden' } });
  });

  it('knows a dashboard of provisioning or of a plugin', async () => {
    const managed = async (answer: unknown) => {
      const outcome = await readDashboard(memorySend({ 'GET /api/dashboards/uid/d': answer }), 'd');
      return outcome.ok && outcome.value.managed;
    };
    expect(await managed(dashboard([]))).toBe(false);
    expect(await managed(dashboard([], { provisioned: true }))).toBe(true);
    expect(await managed(dashboard([], { provisionedExternalId: 'x.json' }))).toBe(true);
    expect(await managed({ dashboard: { pluginId: 'some-app' }, meta: {} })).toBe(true);
  });

  it('reads a v2 dashboard at the address that the refusal names', async () => {
    const spec = {
      title: 'Second',
      elements: {
        a: {
          kind: 'Panel',
          spec: {
            id: 4,
            title: 'heap',
            vizConfig: { spec: { fieldConfig } },
            data: { spec: { transformations: [{ kind: 'Transformation', group: 'organize', spec: { options: {} } }] } },
          },
        },
        b: { kind: 'LibraryPanel', spec: { id: 5, title: 'mine', libraryPanel: { uid: 'l' } } },
      },
    };
    const send = memorySend({
      'GET /api/dashboards/uid/d': refusing(
        406,
        'dashboard api version not supported, use /apis/dashboard.grafana.app/v2/namespaces/org-2/dashboards/d instead'
      ),
      [`GET ${V2}`]: {
        metadata: { annotations: { 'grafana.app/folder': 'team', 'grafana.app/managedBy': 'plugin' } },
        spec,
        access: { annotationsPermissions: { dashboard: { canAdd: true } } },
      },
      'GET /api/library-elements/l': { result: { model: { title: 'theirs', fieldConfig } } },
    });
    expect(await readPanelModel(send, 'd', 4)).toEqual({
      ok: true,
      value: {
        ...PLAIN,
        found: true,
        title: 'heap',
        fieldConfig,
        transformations: [{ id: 'organize', options: {} }],
        dashboardTitle: 'Second',
        folderUid: 'team',
        folderTitle: '',
        tags: [],
        canAnnotate: true,
        managed: true,
      },
    });
    expect(await readPanelModel(send, 'd', 5)).toMatchObject({ value: { found: true, title: 'mine', fieldConfig } });
  });

  it('tries the v2 versions it knows when the refusal names none', async () => {
    const send = memorySend({
      'GET /api/dashboards/uid/d': refusing(406, 'no'),
      'GET /apis/dashboard.grafana.app/v2beta1/namespaces/default/dashboards/d/dto': { spec: { title: 'Second' } },
    });
    expect(await readDashboard(send, 'd')).toMatchObject({ ok: true, value: { title: 'Second', schema: 'v2' } });
    const none = memorySend({ 'GET /api/dashboards/uid/d': refusing(406, 'no') });
    expect(await readDashboard(none, 'd')).toMatchObject({ ok: false, failure: { kind: 'missing' } });
  });

  it('follows no address outside the dashboards API', async () => {
    const send = memorySend({ 'GET /api/dashboards/uid/d': refusing(406, 'use /apis/evil/v2/namespaces/x/y instead') });
    await readDashboard(send, 'd');
    const paths = send.asked.slice(1).map(({ path }) => path);
    expect(paths.every((path) => path.startsWith('/apis/dashboard.grafana.app/v2'))).toBe(true);
  });

  it('gives the failure of the dashboard', async () => {
    for (const [status, kind] of [
      [401, 'unauthorized'],
      [403, 'forbidden'],
      [404, 'missing'],
      [502, 'unavailable'],
    ] as const) {
      const send = memorySend({ 'GET /api/dashboards/uid/d': refusing(status) });
      expect(await readPanelModel(send, 'd', 1)).toMatchObject({ ok: false, failure: { kind } });
    }
  });
});

describe('the panel of a v1 dashboard', () => {
  const meta = { folderUid: 'f', folderTitle: 'Shop', annotationsPermissions: { dashboard: { canAdd: true } } };
  const around = {
    dashboardTitle: 'Checkout',
    folderUid: 'f',
    folderTitle: 'Shop',
    tags: [],
    canAnnotate: true,
    managed: false,
  };
  const transformations = [{ id: 'organize', options: {} }];
  const read = (panels: unknown, panelId: number, library?: unknown) => {
    const answers = { 'GET /api/dashboards/uid/d': dashboard(panels, meta) };
    const send = memorySend({ ...answers, ...(library ? { 'GET /api/library-elements/a%2Fb': library } : {}) });
    return { send, model: readPanelModel(send, 'd', panelId) };
  };

  it('is found at the top, and in a row', async () => {
    const panel = { id: 4, title: 'heap', fieldConfig, transformations };
    for (const panels of [[{ id: 3 }, panel], [{ id: 1, panels: [{ id: 2 }, panel] }]]) {
      const { model, send } = read(panels, 4);
      expect(await model).toEqual({
        ok: true,
        value: { ...PLAIN, found: true, title: 'heap', fieldConfig, transformations, ...around },
      });
      expect(send.asked).toHaveLength(1);
    }
  });

  it('is not found by another number', async () => {
    expect(await read([{ id: 3 }, { id: 5 }], 4).model).toEqual({
      ok: true,
      value: { ...PLAIN, found: false, title: '', fieldConfig: undefined, transformations: [], ...around },
    });
  });

  it('says which plugin draws it, and a time of its own', async () => {
    const own = { type: 'timeseries', timeFrom: '2h', timeShift: '1d', hideTimeOverride: true };
    expect(await read([{ id: 4, ...own }], 4).model).toMatchObject({ value: own });
    expect(
      await read([{ id: 4, type: 7, timeFrom: null, timeShift: 5, hideTimeOverride: 'x' }], 4).model
    ).toMatchObject({
      value: PLAIN,
    });
  });

  it('is read as Grafana makes it new where an older one stored it', async () => {
    const yaxes = [{ format: 'bytes', max: '4096' }];
    const graph = { id: 4, type: 'graph', yaxes, thresholds: [{ op: 'gt', value: 3072, line: true }] };
    expect(await read([graph], 4).model).toMatchObject({
      value: {
        type: 'timeseries',
        fieldConfig: {
          defaults: {
            unit: 'bytes',
            max: 4096,
            thresholds: { steps: [{ value: -Infinity }, { value: 3072 }] },
            custom: { thresholdsStyle: { mode: 'line' } },
          },
        },
      },
    });
    const singlestat = { id: 5, type: 'singlestat', format: 's' };
    const gauge = { id: 6, type: 'gauge', options: { fieldOptions: { defaults: { unit: 'ms' } } } };
    const stat = { id: 7, type: 'stat', format: 's', fieldConfig };
    expect(await read([singlestat], 5).model).toMatchObject({
      value: { type: 'stat', fieldConfig: { defaults: { unit: 's' } } },
    });
    expect(await read([gauge], 6).model).toMatchObject({ value: { fieldConfig: { defaults: { unit: 'ms' } } } });
    expect(await read([stat], 7).model).toMatchObject({ value: { fieldConfig } });
    expect(await read([{ id: 8, type: 'timeseries', autoMigrateFrom: 'graph', yaxes }], 8).model).toMatchObject({
      value: { fieldConfig: { defaults: { unit: 'bytes' } } },
    });
  });

  it.each([
    [{ mode: 'series' }, { values: true }, 'bargauge'],
    [{ mode: 'series' }, {}, 'barchart'],
    [{ mode: 'histogram' }, {}, 'histogram'],
    [{ mode: 'time' }, { values: true }, 'timeseries'],
  ])('is a graph with the x axis %j and the legend %j that %s draws', async (xaxis, legend, type) => {
    expect(await read([{ id: 4, type: 'graph', xaxis, legend }], 4).model).toMatchObject({ value: { type } });
  });

  it('is found by what is shown of it where it is stored without an id', async () => {
    const stored = { title: 'T', rows: [{ panels: [{ title: 'heap on $inst', type: 'graph' }] }] };
    const send = memorySend({ 'GET /api/dashboards/uid/d': { dashboard: stored } });
    const shown = { title: 'heap on $inst', type: 'timeseries' };
    expect(await readPanelModel(send, 'd', NaN, undefined, shown)).toMatchObject({ value: { found: true } });
  });

  it('may say nothing', async () => {
    expect(await read([{ id: 4, transformations: 'x', libraryPanel: 'x' }], 4).model).toEqual({
      ok: true,
      value: { ...PLAIN, found: true, title: '', fieldConfig: undefined, transformations: [], ...around },
    });
  });

  it('is read from the library where it is kept there, under its own title if it has one', async () => {
    const model = { title: 'theirs', fieldConfig, transformations, libraryPanel: { uid: 'again' } };
    const own = { id: 4, title: 'mine', libraryPanel: { uid: 'a/b' }, fieldConfig: 'not this' };
    const titled = read([own], 4, { result: { model } });
    const value = { ...PLAIN, library: 'a/b', found: true, title: 'mine', fieldConfig, transformations, ...around };
    expect(await titled.model).toEqual({ ok: true, value });
    expect(titled.send.asked[1]).toEqual({ method: 'GET', path: '/api/library-elements/a%2Fb', signal: undefined });
    expect(titled.send.asked).toHaveLength(2);
    expect(await read([{ ...own, title: '' }], 4, { result: { model } }).model).toEqual({
      ok: true,
      value: { ...value, title: 'theirs' },
    });
  });

  it('passes on whatever the library fails with', async () => {
    const own = { id: 4, libraryPanel: { uid: 'a/b' } };
    expect(await read([own], 4, refusing(500, 'down')).model).toEqual({
      ok: false,
      failure: { kind: 'unavailable', status: 500, detail: 'down' },
    });
  });
});

describe('the panel of a v2 dashboard', () => {
  const read = (elements: unknown, panelId = 4) =>
    readPanelModel(
      memorySend({
        'GET /api/dashboards/uid/d': refusing(406),
        [`GET ${V2.replace('org-2', 'default')}`]: { spec: { elements } },
      }),
      'd',
      panelId
    );
  const element = (transformations: unknown) => ({ a: { spec: { id: 4, data: { spec: { transformations } } } } });

  it.each([null, undefined, 7, 'x', [], {}, { a: null }, { a: { spec: { id: 5 } } }])(
    'is not found among %j',
    async (elements) => {
      expect(await read(elements)).toMatchObject({ ok: true, value: { found: false, title: '', transformations: [] } });
    }
  );

  it.each([
    { kind: 'timeseries', spec: {} },
    { kind: 'VizConfig', group: 'timeseries', spec: {} },
  ])('says which plugin draws it, in %j, and a time of its own', async (vizConfig) => {
    const queryOptions = { timeFrom: '2h', timeShift: '1d', hideTimeOverride: true };
    const spec = { id: 4, vizConfig, data: { spec: { queryOptions } } };
    expect(await read({ a: { spec } })).toMatchObject({ value: { type: 'timeseries', ...queryOptions } });
  });

  it('may say nothing', async () => {
    expect(await read({ b: 7, a: { spec: { id: 4 } } })).toMatchObject({
      ok: true,
      value: { found: true, title: '', fieldConfig: undefined, transformations: [] },
    });
  });

  it.each([
    [
      { kind: 'organize', spec: { id: 'filter', options: 1 }, group: 'merge' },
      { id: 'filter', options: 1 },
    ],
    [
      { kind: 'organize', spec: { options: 1 }, group: 'merge' },
      { id: 'merge', options: 1 },
    ],
    [
      { kind: 'organize', spec: { options: 1 } },
      { id: 'organize', options: 1 },
    ],
    [{ spec: {} }, { id: '' }],
    [
      { kind: 'organize', spec: null },
      { kind: 'organize', spec: null },
    ],
    [
      { kind: 'organize', spec: 'x' },
      { kind: 'organize', spec: 'x' },
    ],
    ['x', 'x'],
  ])('reads the transformation %j as %j', async (stored, expected) => {
    expect(await read(element([stored]))).toMatchObject({ value: { found: true } });
    const model = await read(element([stored]));
    expect(model.ok && model.value.transformations).toEqual([expected]);
  });
});

describe('readRights', () => {
  it.each([
    [['annotations:type:dashboard'], false],
    [['annotations:type:dashboard', 'folders:uid:team'], false],
    [['annotations:type:organization'], true],
    [['annotations:*'], true],
    [['*'], true],
    ['annotations:*', false],
    [undefined, false],
  ])('with %p the organization may be written: %p', async (scopes, expected) => {
    const send = memorySend({ [`GET ${PERMISSIONS}`]: { 'annotations:create': scopes } });
    expect(await readRights(send)).toEqual({
      ok: true,
      value: { organization: expected, dashboard: null, unopened: null },
    });
  });

  it('fails when the rights cannot be read, but not for a hidden dashboard, nor for one that is gone', async () => {
    expect(await readRights(memorySend({}))).toMatchObject({ ok: false });
    const hidden = memorySend({ [`GET ${PERMISSIONS}`]: {}, 'GET /api/dashboards/uid/d': refusing(403) });
    expect(await readRights(hidden, 'd')).toEqual({
      ok: true,
      value: { organization: false, dashboard: false, unopened: 'forbidden' },
    });
    const gone = memorySend({ [`GET ${PERMISSIONS}`]: {} });
    expect(await readRights(gone, 'd')).toMatchObject({ value: { dashboard: false, unopened: 'gone' } });
    const down = memorySend({ [`GET ${PERMISSIONS}`]: {}, 'GET /api/dashboards/uid/d': refusing(503) });
    expect(await readRights(down, 'd')).toMatchObject({ ok: false, failure: { kind: 'unavailable' } });
  });
});
