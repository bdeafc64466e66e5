import type { PanelSeries } from '../panelSeries';
import { limitLinesIn, linesFor } from './limitLines';

const AT = Array.from({ length: 100 }, (_, i) => i);
const END = 99;
const hints = { steps: [], mode: 'absolute', thresholdsShown: false } as const;

function drawn(name: string, value: number | ((i: number) => number), over: Partial<PanelSeries> = {}): PanelSeries {
  const values = AT.map((i) => (typeof value === 'number' ? value : value(i)));
  return { key: name, name, unit: 'bytes', labels: {}, hints, times: AT, values, ...over };
}
const used = drawn('memory', (i) => 40 + i / 2);
const names = (series: readonly PanelSeries[]) => series.map(({ name }) => name);
const linesAmong = (...all: PanelSeries[]) => names(limitLinesIn(all));
const of = (mover: PanelSeries, ...lines: PanelSeries[]) => linesFor(mover, lines, END).map(({ name }) => name);

describe('a limit line', () => {
  it.each(['memory limit', 'maxHeap', 'CPU requests', 'quota_bytes', 'Total', 'capacity', 'hard', 'ceiling', 'min'])(
    'is called like one (%s) and is level or stepwise',
    (name) => {
      expect(linesAmong(used, drawn(name, 100))).toEqual([name]);
      expect(
        linesAmong(
          used,
          drawn(name, (i) => (i < 50 ? 100 : 120))
        )
      ).toEqual([name]);
    }
  );

  it('is none by its name alone: requests that waver are traffic', () => {
    expect(
      linesAmong(
        used,
        drawn('requests', (i) => 100 + (i % 7))
      )
    ).toEqual([]);
    expect(linesAmong(used, drawn('unlimited', 100), drawn('maximal', 90))).toEqual([]);
  });

  it('belongs to the thing of its number, where only that tells things apart', () => {
    const [one, two] = [drawn('web-1 limit', 4), drawn('web-2 limit', 64)];
    expect(
      of(
        drawn('web-1 used', (i) => i / 50),
        one,
        two
      )
    ).toEqual(['web-1 limit']);
    expect(
      of(
        drawn('память used', (i) => i / 50),
        drawn('память limit', 4),
        two
      )
    ).toEqual(['память limit']);
  });

  it('may be called so by a label', () => {
    expect(linesAmong(used, drawn('cart', 100, { labels: { type: 'hard_limit' } }))).toEqual(['cart']);
  });

  it('may lack measurements, and differ in its last digits', () => {
    expect(
      linesAmong(
        used,
        drawn('limit', (i) => (i % 9 ? 100 + 1e-12 * i : NaN))
      )
    ).toEqual(['limit']);
  });

  it('without such a name is the level one of a query of its own, close above all', () => {
    const mover = { ...used, refId: 'A' };
    const level = drawn('node', 120, { refId: 'B' });
    expect(linesAmong(mover, level)).toEqual(['node']);
    expect(linesAmong(mover, { ...level, refId: 'A' })).toEqual([]);
    expect(linesAmong(mover, drawn('idle', 50, { refId: 'B' }))).toEqual([]);
    expect(linesAmong(mover, drawn('far', 1200, { refId: 'B' }))).toEqual([]);
    expect(linesAmong(mover, { ...level, unit: 's' })).toEqual([]);
    expect(linesAmong({ ...mover, unit: '' }, { ...level, unit: '' })).toEqual([]);
  });

  it('needs something else to be a limit of', () => {
    expect(linesAmong(drawn('limit', 100), drawn('max', 90))).toEqual([]);
    expect(linesAmong(drawn('limit', NaN), used)).toEqual([]);
  });
});

describe('the lines of a series', () => {
  it('are those in its unit', () => {
    expect(of(used, drawn('limit', 100), drawn('max connections', 100, { unit: 'short' }))).toEqual(['limit']);
  });

  it('are those whose labels it shares', () => {
    const pod = (name: string, over: PanelSeries['labels'] = {}) => ({
      labels: { pod: name, job: 'kubelet', ...over },
    });
    const cart = drawn('cart', (i) => i, pod('cart'));
    const limits = ['cart', 'mail'].map((name) => drawn(`${name} limit`, 100, pod(name, { job: 'state-metrics' })));
    expect(of(cart, ...limits)).toEqual(['cart limit']);
    expect(
      of(
        drawn('other', (i) => i, pod('other')),
        ...limits
      )
    ).toEqual([]);
  });

  it('are told from the series by a label that names the limit itself', () => {
    const cart = drawn('used', (i) => i, { labels: { ns: 'cart', type: 'used' } });
    expect(of(cart, drawn('hard', 100, { labels: { ns: 'cart', type: 'hard' } }))).toEqual(['hard']);
  });

  it('are not those of another host, when nothing but the host is told', () => {
    const one = drawn('used', (i) => i, { labels: { instance: 'a:9100' } });
    expect(of(one, drawn('total', 100, { labels: { instance: 'b:9100' } }))).toEqual([]);
    expect(of(one, drawn('total', 100, { labels: { instance: 'a:9100' } }))).toEqual(['total']);
  });

  it('without labels are those that share most words, and never itself', () => {
    expect(
      of(
        drawn('cart used', (i) => i),
        drawn('cart limit', 9),
        drawn('mail limit', 9)
      )
    ).toEqual(['cart limit']);
    expect(of(drawn('limit', 100), drawn('limit', 100))).toEqual([]);
  });

  it('stand where they stood at that time, and say whether they stood elsewhere before', () => {
    const raised = drawn('limit', (i) => (i < 50 ? 100 : 120));
    expect(linesFor(used, [raised], END)).toEqual([{ name: 'limit', value: 120, moves: true, towards: 'rising' }]);
    expect(linesFor(used, [raised], 20)).toEqual([{ name: 'limit', value: 100, moves: false, towards: 'rising' }]);
    expect(linesFor(used, [raised], -1)).toEqual([]);
    expect(linesFor(used, [drawn('limit', 0), drawn('max', -1)], END)).toEqual([]);
  });

  it('say by their name from which side they are met', () => {
    const towards = (name: string) => linesFor(used, [drawn(name, 10)], END)[0]?.towards;
    expect(towards('min free')).toBe('falling');
    expect(towards('threshold')).toBeNull();
    expect(towards('alert limit')).toBe('rising');
  });
});
