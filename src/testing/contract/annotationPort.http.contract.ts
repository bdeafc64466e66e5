import { APP_ID } from '../../pluginIds';
import { unique, type ContractUser } from '../contractHost';
import { grafanaUnderTest } from '../grafanaUnderTest';
import { httpHost, must } from '../httpHost';
import { describeAnnotationPort, failureKind, valueOf } from './annotationPort.contract';
import { fieldOf } from '../../domain/json/fieldOf';
import { httpAnnotations } from '../../storage/annotations/httpAnnotations';
import { readPluginSettings, savePluginSettings } from '../../grafana/pluginSettings';
import { readDashboard } from '../../grafana/dashboard';
import { readPanelModel } from '../../grafana/panelModel';
import { readRights } from '../../grafana/rights';
import type { Send } from '../../grafana/send';
import { userStorage } from '../../grafana/userStorage';
import { readCleanUpSettings } from '../../storage/selfTest/checkCleanUp';

const { url, admin } = grafanaUnderTest;
const NOON = Date.UTC(2025, 5, 1, 12);

describeAnnotationPort(`over ${url}`, () => httpHost(url, admin));

describe(`the API of ${url}`, () => {
  const host = httpHost(url, admin);
  let editor: ContractUser;
  let viewer: ContractUser;

  beforeAll(async () => {
    editor = await host.makeUser('Editor');
    viewer = await host.makeUser('Viewer');
  });
  afterAll(() => host.cleanUp());

  const sendOf = (user: ContractUser): Send => {
    if (!user.send) {
      throw new Error('no server');
    }
    return user.send;
  };
  const post = async (tags: string[], time = NOON) =>
    valueOf(await editor.port.post({ time, timeEnd: time, text: 'contract', tags }));
  const rawList = async (query: string) => {
    const items = await must(sendOf(editor), { method: 'GET', path: `/api/annotations?${query}` });
    return (Array.isArray(items) ? items : []).map((item) => fieldOf(item, 'id'));
  };

  describe('annotations', () => {
    it('asks who is there', async () => {
      for (const stranger of [host.anonymous, host.wrongPassword]) {
        expect(failureKind(await httpAnnotations(stranger).find({ limit: 1 }))).toBe('unauthorized');
        const draft = { time: NOON, timeEnd: NOON, text: 'x', tags: [] };
        expect(failureKind(await httpAnnotations(stranger).post(draft))).toBe('unauthorized');
      }
    });

    it('gives a hundred when no limit is named', async () => {
      const tag = unique('tag');
      await Promise.all(Array.from({ length: 103 }, (_, at) => post([tag], NOON + at)));
      expect(await rawList(`tags=${tag}`)).toHaveLength(100);
      expect(await rawList(`tags=${tag}&limit=1000`)).toHaveLength(103);
    });

    it('ignores a window with but one end', async () => {
      const tag = unique('tag');
      const id = await post([tag]);
      expect(await rawList(`tags=${tag}&from=${NOON + 1000}`)).toEqual([id]);
      expect(await rawList(`tags=${tag}&to=${NOON - 1000}`)).toEqual([id]);
      expect(await rawList(`tags=${tag}&from=1&to=${NOON - 1000}`)).toEqual([]);
    });

    it('trap: a PUT without tags blanks them, and the annotation is still found by them', async () => {
      const tag = unique('tag');
      const id = await post([tag]);
      await must(sendOf(editor), { method: 'PUT', path: `/api/annotations/${id}`, body: { text: 'put', time: NOON } });
      const found = valueOf(await editor.port.find({ tags: [tag], limit: 10 }));
      expect(found).toEqual([expect.objectContaining({ id, text: 'put' })]);
      expect(fieldOf(found[0], 'tags') ?? []).toEqual([]);
    });

    it('counts tags for everybody', async () => {
      const tag = unique('tag');
      await post([tag]);
      await post([tag]);
      const answer = await must(sendOf(viewer), { method: 'GET', path: `/api/annotations/tags?tag=${tag}` });
      expect(fieldOf(answer, 'result', 'tags')).toEqual([{ tag, count: 2 }]);
    });

    it('says that a dashboard is not there', async () => {
      const dashboardUid = unique('gone');
      const outcome = await editor.port.post({ dashboardUid, time: NOON, timeEnd: NOON, text: 'x', tags: [] });
      expect(failureKind(outcome)).toBe('missing');
    });

    it('refuses an id that is no number', async () => {
      const outcome = await sendOf(editor)({ method: 'GET', path: '/api/annotations/x' });
      expect(failureKind(outcome)).toBe('refused');
    });
  });

  describe('rights', () => {
    it('an Editor may write to the organization, a Viewer may not', async () => {
      expect(valueOf(await readRights(sendOf(editor)))).toMatchObject({ organization: true, dashboard: null });
      expect(valueOf(await readRights(sendOf(viewer)))).toMatchObject({ organization: false, dashboard: null });
    });

    it('tell about one dashboard, also one that is hidden or gone', async () => {
      const journal = await host.makeDashboard([{ user: viewer, access: 'Edit' }]);
      const right = { organization: false, dashboard: true, unopened: null };
      expect(valueOf(await readRights(sendOf(viewer), journal))).toEqual(right);
      const hidden = { organization: true, dashboard: false, unopened: 'forbidden' };
      expect(valueOf(await readRights(sendOf(editor), journal))).toEqual(hidden);
      const open = await host.makeDashboard();
      expect(valueOf(await readRights(sendOf(viewer), open))).toMatchObject({ organization: false, dashboard: false });
      expect(valueOf(await readRights(sendOf(viewer), unique('gone')))).toEqual({
        organization: false,
        dashboard: false,
        unopened: 'gone',
      });
    });
  });

  describe('dashboards', () => {
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
      const model = valueOf(await readPanelModel(host.admin, uid, 3));
      expect(model).toMatchObject({
        found: true,
        title: 'panel 3',
        dashboardTitle: 'Checkout',
        folderUid: folder,
        folderTitle: 'A team',
      });
      expect(model).toMatchObject({ canAnnotate: true, managed: false, fieldConfig: { defaults: { unit: 'bytes' } } });
      expect(model.transformations).toEqual([expect.objectContaining(RENAME)]);
      expect(valueOf(await readPanelModel(host.admin, uid, 1)).transformations).toEqual([]);
      expect(valueOf(await readPanelModel(host.admin, uid, 99))).toMatchObject({
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
      const found = valueOf(await readPanelModel(host.admin, uid, 5));
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
      valueOf(made);
      host.removeLater(`${path}/${uid}`);
      const v1 = await host.admin({ method: 'GET', path: `/api/dashboards/uid/${uid}` });
      expect(failureKind(v1)).toBe('not-acceptable');
      expect(valueOf(await readDashboard(host.admin, uid))).toMatchObject({
        schema: 'v2',
        title: 'Second schema',
        canAnnotate: true,
        managed: false,
      });
      const model = valueOf(await readPanelModel(host.admin, uid, 4));
      expect(model).toMatchObject({ found: true, title: 'panel 4', fieldConfig: { defaults: { unit: 'bytes' } } });
      expect(model.transformations).toEqual([expect.objectContaining(RENAME)]);
      expect(valueOf(await readRights(sendOf(viewer), uid))).toMatchObject({ organization: false, dashboard: false });
    });
  });

  describe('the app', () => {
    it('lets everybody read its settings and only Admins write them', async () => {
      const settings = valueOf(await readPluginSettings(sendOf(viewer)));
      expect(Object.keys(settings).length).toBeGreaterThan(0);
      expect(failureKind(await savePluginSettings(sendOf(viewer), settings))).toBe('forbidden');
      expect(failureKind(await savePluginSettings(sendOf(editor), settings))).toBe('forbidden');
      const raw = await must(host.admin, { method: 'GET', path: `/api/plugins/${APP_ID}/settings` });
      expect(fieldOf(raw, 'enabled')).toBe(true);
    });

    it('tells a server administrator, and nobody else, what it cleans up', async () => {
      const settings = valueOf(await readCleanUpSettings(host.admin));
      expect(settings).toEqual({ api: expect.anything(), dashboard: expect.anything() });
      expect(failureKind(await readCleanUpSettings(sendOf(editor)))).toBe('forbidden');
    });

    it('keeps unfinished text for its user alone', async () => {
      const me = await must(sendOf(editor), { method: 'GET', path: '/api/user' });
      const owner = { namespace: 'default', uid: String(fieldOf(me, 'uid')) };
      const storage = userStorage(sendOf(editor), owner);
      expect(valueOf(await storage.read())).toEqual({});
      valueOf(await storage.write({ one: 'eins', two: 'zwei' }));
      valueOf(await storage.write({ two: null, three: 'drei' }));
      expect(valueOf(await storage.read())).toEqual({ one: 'eins', three: 'drei' });
      expect(failureKind(await userStorage(sendOf(viewer), owner).write({ one: 'x' }))).toBe('forbidden');
      const path = `/apis/userstorage.grafana.app/v0alpha1/namespaces/default/user-storage/${APP_ID}:${owner.uid}`;
      // Tidying up, not part of the contract: the preview has no such route.
      expect(['no failure', 'missing']).toContain(failureKind(await sendOf(editor)({ method: 'DELETE', path })));
    });
  });
});
