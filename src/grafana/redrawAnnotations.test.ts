import { redrawAnnotations } from './redrawAnnotations';

class Layer {
  runs = 0;
  constructor(readonly state: object) {}
  runLayer() {
    this.runs += 1;
  }
}

const show = (annotationLayers: unknown) =>
  Object.assign(window, { __grafanaSceneContext: { state: { $data: { state: { annotationLayers } } } } });

afterEach(() => void Reflect.deleteProperty(window, '__grafanaSceneContext'));

it('runs the layer of the dashboard’s own annotations, and no other', () => {
  const own = new Layer({ isEnabled: true, query: { builtIn: 1 } });
  const other = new Layer({ isEnabled: true, query: { builtIn: 0 } });
  show([other, own]);
  expect(redrawAnnotations()).toBe(true);
  expect([own.runs, other.runs]).toEqual([1, 0]);
});

it('runs nothing where annotations are switched off', () => {
  const off = new Layer({ isEnabled: false, query: { builtIn: 1 } });
  show([off]);
  expect(redrawAnnotations()).toBe(false);
  expect(off.runs).toBe(0);
});

it('says so where Grafana itself trips over it', () => {
  const own = { state: { isEnabled: true, query: { builtIn: 1 } } };
  show([{ ...own, runLayer: () => JSON.parse('{') }]);
  expect(redrawAnnotations()).toBe(false);
});

it.each([undefined, null, 'layers', [null], [{ state: { isEnabled: true, query: { builtIn: 1 } }, runLayer: 'no' }]])(
  'says so where Grafana has no such thing: %p',
  (layers) => {
    show(layers);
    expect(redrawAnnotations()).toBe(false);
  }
);

it('says so on a page without a dashboard', () => {
  expect(redrawAnnotations()).toBe(false);
});
