import { memorySend, refusing } from '../testing/grafana/memorySend';
import { readAnnotationsShown } from './dashboard';

const V1 = 'GET /api/dashboards/uid/checkout';
const V2 = 'GET /apis/dashboard.grafana.app/v2/namespaces/default/dashboards/checkout/dto';

const shownIn = (dashboard: unknown) => readAnnotationsShown(memorySend({ [V1]: { dashboard } }), 'checkout');
const shownInV2 = (spec: unknown) =>
  readAnnotationsShown(memorySend({ [V1]: refusing(406), [V2]: { spec } }), 'checkout');

const builtIn = (over: object = {}) => ({ builtIn: 1, enable: true, name: 'Annotations & Alerts', ...over });
const deploys = { builtIn: 0, enable: true, name: 'Deploys' };

describe('a dashboard draws its annotations', () => {
  it('unless its built-in query is switched off', async () => {
    expect(await shownIn({ annotations: { list: [builtIn()] } })).toBe(true);
    expect(await shownIn({ annotations: { list: [builtIn({ enable: false })] } })).toBe(false);
  });

  it('when the query does not say', async () => {
    expect(await shownIn({ annotations: { list: [builtIn({ enable: undefined })] } })).toBe(true);
  });

  it('whatever other queries do', async () => {
    const off = builtIn({ enable: false });
    expect(await shownIn({ annotations: { list: [deploys, off, null] } })).toBe(false);
    expect(await shownIn({ annotations: { list: [null, { ...deploys, enable: false }, builtIn()] } })).toBe(true);
  });

  it('unless its built-in query is switched off, in the newer schema too', async () => {
    const query = (spec: object) => ({ kind: 'AnnotationQuery', spec });
    expect(await shownInV2({ annotations: [query(deploys), query(builtIn({ builtIn: true }))] })).toBe(true);
    expect(await shownInV2({ annotations: [query(builtIn({ builtIn: true, enable: false }))] })).toBe(false);
  });
});

describe('nobody knows whether it does', () => {
  it.each([
    ['without a list', { annotations: {} }],
    ['without annotations', {}],
    ['with no list but something else', { annotations: { list: 'all' } }],
    ['with other queries alone', { annotations: { list: [deploys] } }],
    ['with the shape of the newer schema', { annotations: [{ spec: builtIn() }] }],
  ])('%s', async (_, dashboard) => {
    expect(await shownIn(dashboard)).toBeNull();
  });

  it.each([
    ['without a list', {}],
    ['with the shape of the older schema', { annotations: { list: [builtIn()] } }],
    ['with queries that have no spec', { annotations: [builtIn()] }],
  ])('in the newer schema: %s', async (_, spec) => {
    expect(await shownInV2(spec)).toBeNull();
  });

  it.each([403, 404, 503])('when the dashboard answers %i', async (status) => {
    expect(await readAnnotationsShown(memorySend({ [V1]: refusing(status) }), 'checkout')).toBeNull();
  });
});
