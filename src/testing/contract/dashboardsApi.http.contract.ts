import { fieldOf } from '../../domain/json/fieldOf';
import { readDashboard } from '../../grafana/dashboard';
import { listDashboardFolders } from '../../grafana/folders';
import { makeStarterDashboard } from '../../grafana/makeStarterDashboard';
import { readPanelModel } from '../../grafana/panelModel';
import { readRights } from '../../grafana/rights';
import type { Send } from '../../grafana/send';
import { unique } from '../hosts/contractHost';
import { grafanaUnderTest } from '../hosts/grafanaUnderTest';
import { httpHost, must, sendOf } from '../hosts/httpHost';
import { failureKind, valueIn } from '../grafana/valueIn';
import { contractStage } from './contractStage';

const { url, admin } = grafanaUnderTest;

describe(`dashboards of ${url}`, () => {
  const host = httpHost(url, admin);
  const stage = contractStage(host);

  const FIELDS = { defaults: { unit: 'bytes', thresholds: { mode: 'absolute', steps: [] } }, overrides: [] };
  const RENAME = { id: 'organize', options: { renameByName: { a: 'b' } } };
  const panel = (id: number) => ({
    id,
    type: 'timeseries',
    title: `panel ${id}`,
    fieldConfig: FIELDS,
    gridPos: { x: 0, y: 0, w: 6, h: 6 },
  });

  it('v1: panels, also those in a collapsed row', async () => {
    const folder = unique('folder');
    await must(host.admin, { method: 'POST', path: '/api/folders', body: { uid: folder, title: 'A team' } });
    host.removeLater(`/api/folders/${folder}`);
    const uid = unique('dashboard');
    const row = {
      id: 2,
      type: 'row',
      collapsed: true,
      title: 'row',
      gridPos: { x: 0, y: 6, w: 24, h: 1 },
      panels: [{ ...panel(3), transformations: [RENAME] }],
    };
    const dashboard = { uid, title: 'Checkout', schemaVersion: 41, panels: [panel(1), row] };
    await must(host.admin, { method: 'POST', path: '/api/dashboards/db', body: { dashboard, folderUid: folder } });
    host.removeLater(`/api/dashboards/uid/${uid}`);
    const model = valueIn(await readPanelModel(host.admin, uid, 3));
    expect(model).toMatchObject({
      found: true,
      title: 'panel 3',
      dashboardTitle: 'Checkout',
      folderUid: folder,
      folderTitle: 'A team',
    });
    expect(model).toMatchObject({ canAnnotate: true, managed: false, fieldConfig: { defaults: { unit: 'bytes' } } });
    expect(model.transformations).toEqual([expect.objectContaining(RENAME)]);
    expect(valueIn(await readPanelModel(host.admin, uid, 1)).transformations).toEqual([]);
    expect(valueIn(await readPanelModel(host.admin, uid, 99))).toMatchObject({
      found: false,
      fieldConfig: undefined,
    });
    expect(failureKind(await readPanelModel(host.admin, unique('gone'), 1))).toBe('missing');
  });

  it('library panels', async () => {
    const model = { ...panel(1), title: 'shared', transformations: [RENAME] };
    const body = { kind: 1, name: unique('library'), model, folderUid: '' };
    const made = await must(host.admin, { method: 'POST', path: '/api/library-elements', body });
    const library = String(fieldOf(made, 'result', 'uid'));
    const uid = unique('dashboard');
    host.removeLater(`/api/library-elements/${library}`);
    const own = {
      id: 5,
      title: 'here',
      gridPos: { x: 0, y: 0, w: 6, h: 6 },
      libraryPanel: { uid: library, name: body.name },
    };
    await must(host.admin, {
      method: 'POST',
      path: '/api/dashboards/db',
      body: { dashboard: { uid, title: uid, panels: [own] } },
    });
    host.removeLater(`/api/dashboards/uid/${uid}`);
    const found = valueIn(await readPanelModel(host.admin, uid, 5));
    expect(found).toMatchObject({ found: true, fieldConfig: { defaults: { unit: 'bytes' } } });
    expect(found.transformations).toEqual([expect.objectContaining(RENAME)]);
  });

  it('v2, where the server has them', async () => {
    const uid = unique('dashboard');
    const path = '/apis/dashboard.grafana.app/v2beta1/namespaces/default/dashboards';
    const element = {
      kind: 'Panel',
      spec: {
        id: 4,
        title: 'panel 4',
        description: '',
        links: [],
        data: {
          kind: 'QueryGroup',
          spec: { queries: [], transformations: [{ kind: 'organize', spec: RENAME }], queryOptions: {} },
        },
        vizConfig: {
          kind: 'VizConfig',
          group: 'timeseries',
          version: '',
          spec: { options: {}, fieldConfig: FIELDS },
        },
      },
    };
    const spec = {
      title: 'Second schema',
      elements: { 'panel-4': element },
      layout: { kind: 'GridLayout', spec: { items: [] } },
      annotations: [],
      cursorSync: 'Off',
      links: [],
      preload: false,
      tags: [],
      variables: [],
      timeSettings: {
        from: 'now-6h',
        to: 'now',
        autoRefresh: '',
        autoRefreshIntervals: [],
        fiscalYearStartMonth: 0,
        hideTimepicker: false,
      },
    };
    const made = await host.admin({ method: 'POST', path, body: { metadata: { name: uid }, spec } });
    if (!made.ok && made.failure.kind === 'missing') {
      // The preview has no such API; a Grafana from 12 on has.
      expect(failureKind(await readDashboard(host.admin, uid))).toBe('missing');
      return;
    }
    valueIn(made);
    host.removeLater(`${path}/${uid}`);
    const v1 = await host.admin({ method: 'GET', path: `/api/dashboards/uid/${uid}` });
    expect(failureKind(v1)).toBe('not-acceptable');
    expect(valueIn(await readDashboard(host.admin, uid))).toMatchObject({
      schema: 'v2',
      title: 'Second schema',
      canAnnotate: true,
      managed: false,
    });
    const model = valueIn(await readPanelModel(host.admin, uid, 4));
    expect(model).toMatchObject({ found: true, title: 'panel 4', fieldConfig: { defaults: { unit: 'bytes' } } });
    expect(model.transformations).toEqual([expect.objectContaining(RENAME)]);
    expect(valueIn(await readRights(sendOf(stage.viewer), uid))).toMatchObject({
      organization: false,
      dashboard: false,
    });
  });

  it('the starter: made once in a folder, which is offered to those alone who may', async () => {
    const folder = unique('folder');
    await must(host.admin, { method: 'POST', path: '/api/folders', body: { uid: folder, title: folder } });
    host.removeLater(`/api/folders/${folder}`);
    const offered = async (send: Send) => valueIn(await listDashboardFolders(send, 'None')).map(({ uid }) => uid);
    expect(await offered(host.admin)).toEqual(expect.arrayContaining(['', folder]));
    expect(await offered(sendOf(stage.viewer))).not.toEqual(
      expect.arrayContaining([expect.stringMatching(`^$|${folder}`)])
    );

    const wish = { uid: unique('starter'), folderUid: folder };
    expect(failureKind(await makeStarterDashboard(sendOf(stage.viewer), wish))).toBe('forbidden');
    expect(valueIn(await makeStarterDashboard(host.admin, wish))).toEqual({ uid: wish.uid, isNew: true });
    host.removeLater(`/api/dashboards/uid/${wish.uid}`);
    expect(valueIn(await makeStarterDashboard(host.admin, wish))).toEqual({ uid: wish.uid, isNew: false });
    expect(valueIn(await readDashboard(host.admin, wish.uid))).toMatchObject({
      title: 'Near misses',
      folderUid: folder,
    });
  });
});
