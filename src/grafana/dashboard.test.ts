import { memorySend, refusing } from '../testing/grafana/memorySend';
import { readDashboard } from './dashboard';

const V1 = 'GET /api/dashboards/uid/d';
const apis = (version: string, namespace = 'default', uid = 'd') =>
  `/apis/dashboard.grafana.app/${version}/namespaces/${namespace}/dashboards/${uid}/dto`;
const pathsAsked = (send: ReturnType<typeof memorySend>) => send.asked.map(({ method, path }) => `${method} ${path}`);
const named = (version: string, namespace: string) =>
  refusing(
    406,
    `not supported, use /apis/dashboard.grafana.app/${version}/namespaces/${namespace}/dashboards/d instead`
  );

describe('a v1 dashboard', () => {
  it('is read with one request', async () => {
    const dashboard = { title: 'Checkout', panels: [], tags: ['shop', 7] };
    const meta = { folderUid: 'f', folderTitle: 'Shop', annotationsPermissions: { dashboard: { canAdd: true } } };
    const send = memorySend({ [V1]: { meta, dashboard } });
    const { signal } = new AbortController();
    expect(await readDashboard(send, 'd', signal)).toEqual({
      ok: true,
      value: {
        title: 'Checkout',
        folderUid: 'f',
        folderTitle: 'Shop',
        tags: ['shop'],
        canAnnotate: true,
        canDeleteAnnotations: true,
        managed: false,
        schema: 'v1',
        body: dashboard,
      },
    });
    expect(send.asked).toEqual([{ method: 'GET', path: '/api/dashboards/uid/d', signal }]);
  });

  it.each([null, 7, {}, { meta: null, dashboard: { title: 5 } }])(
    'has nothing where Grafana answers %j',
    async (odd) => {
      expect(await readDashboard(memorySend({ [V1]: odd }), 'd')).toMatchObject({
        ok: true,
        value: { title: '', folderUid: '', folderTitle: '', canAnnotate: false, managed: false, schema: 'v1' },
      });
    }
  );

  it.each([
    [{ meta: { provisioned: true } }, true],
    [{ meta: { provisioned: 'yes' } }, false],
    [{ meta: { provisionedExternalId: 'a.json' } }, true],
    [{ dashboard: { pluginId: 'some-app' } }, true],
    [{ meta: { provisioned: false, provisionedExternalId: '' }, dashboard: { pluginId: '' } }, false],
  ])('%j is managed: %p', async (answer, managed) => {
    expect(await readDashboard(memorySend({ [V1]: answer }), 'd')).toMatchObject({ value: { managed } });
  });

  it('is asked for by a uid that fits into an address', async () => {
    const send = memorySend({});
    await readDashboard(send, 'a/b c?');
    expect(pathsAsked(send)).toEqual(['GET /api/dashboards/uid/a%2Fb%20c%3F']);
  });

  it.each([401, 403, 404, 500])('that answers %i is not asked for elsewhere', async (status) => {
    const send = memorySend({ [V1]: refusing(status, 'so') });
    expect(await readDashboard(send, 'd')).toMatchObject({ ok: false, failure: { status, detail: 'so' } });
    expect(send.asked).toHaveLength(1);
  });
});

describe('a v2 dashboard', () => {
  const answer = {
    metadata: { annotations: { 'grafana.app/folder': 'f', 'grafana.app/managedBy': 'repo' } },
    spec: { title: 'Second', tags: ['team:search'] },
    access: { annotationsPermissions: { dashboard: { canAdd: true } } },
  };

  it('is read at the address that the refusal names', async () => {
    const send = memorySend({ [V1]: named('v2beta9', 'org-2'), [`GET ${apis('v2beta9', 'org-2')}`]: answer });
    const { signal } = new AbortController();
    expect(await readDashboard(send, 'd', signal)).toEqual({
      ok: true,
      value: {
        title: 'Second',
        folderUid: 'f',
        folderTitle: '',
        tags: ['team:search'],
        canAnnotate: true,
        canDeleteAnnotations: true,
        managed: true,
        schema: 'v2',
        body: answer.spec,
      },
    });
    expect(send.asked[1]).toEqual({ method: 'GET', path: apis('v2beta9', 'org-2'), signal });
    expect(send.asked).toHaveLength(2);
  });

  it('may be nobody’s and closed to the reader', async () => {
    const send = memorySend({ [V1]: refusing(406), [`GET ${apis('v2')}`]: { spec: {} } });
    expect(await readDashboard(send, 'd')).toMatchObject({
      value: { title: '', folderUid: '', canAnnotate: false, managed: false },
    });
  });

  it.each([
    ['names none', refusing(406, 'no'), ['v2', 'v2beta1', 'v2alpha1'], 'default'],
    ['names a known one', named('v2beta1', 'org-2'), ['v2beta1', 'v2', 'v2alpha1'], 'org-2'],
    ['names a later one', named('v2', 'stacks-7'), ['v2', 'v2beta1', 'v2alpha1'], 'stacks-7'],
    ['names an older one', named('v1beta1', 'org-2'), ['v2', 'v2beta1', 'v2alpha1'], 'default'],
  ])('is tried in every version, each once, when the refusal %s', async (_, refusal, versions, namespace) => {
    const send = memorySend({ [V1]: refusal });
    expect(await readDashboard(send, 'd')).toMatchObject({ ok: false, failure: { kind: 'missing', status: 404 } });
    expect(pathsAsked(send).slice(1)).toEqual(versions.map((version) => `GET ${apis(version, namespace)}`));
  });

  it('is tried further while a version is missing or not spoken, and gives the last answer', async () => {
    const answers = { [V1]: refusing(406), [`GET ${apis('v2')}`]: refusing(406, 'first') };
    const send = memorySend({ ...answers, [`GET ${apis('v2alpha1')}`]: refusing(406, 'last') });
    expect(await readDashboard(send, 'd')).toMatchObject({ failure: { kind: 'not-acceptable', detail: 'last' } });
    expect(send.asked).toHaveLength(4);
  });

  it.each([403, 500])('is not tried further after %i', async (status) => {
    const answers = { [V1]: refusing(406), [`GET ${apis('v2')}`]: refusing(status, 'so') };
    const send = memorySend({ ...answers, [`GET ${apis('v2beta1')}`]: answer });
    expect(await readDashboard(send, 'd')).toMatchObject({ ok: false, failure: { status, detail: 'so' } });
    expect(send.asked).toHaveLength(2);
  });

  it('is asked for by a uid that fits into an address', async () => {
    const send = memorySend({ 'GET /api/dashboards/uid/a%2Fb': refusing(406) });
    await readDashboard(send, 'a/b');
    expect(pathsAsked(send)[1]).toBe(`GET ${apis('v2', 'default', 'a%2Fb')}`);
  });
});
