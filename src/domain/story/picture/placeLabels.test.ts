import fc from 'fast-check';
import { type Box, placeLabels } from './placeLabels';

const paper = { width: 200, height: 50, fontSize: 10, avoid: [] };
const spot = (x: number, y: number, align: 'start' | 'middle' | 'end' = 'start') => ({ x, y, align });

it('writes a text at its first place, which may be its begin, middle or end', () => {
  const at = (align: 'start' | 'middle' | 'end') =>
    placeLabels([{ of: 'a', texts: ['ten letter'], spots: [spot(100, 25, align)] }], paper)[0];
  const width = expect.closeTo(58);
  expect(at('start')).toMatchObject({ of: 'a', text: 'ten letter', left: 100, top: 18.75, width, height: 12.5 });
  expect(at('middle')?.left).toBeCloseTo(71);
  expect(at('end')?.left).toBeCloseTo(42);
});

it('pushes a text in from the edge and lets it begin or end there', () => {
  const at = (x: number, align: 'start' | 'end') =>
    placeLabels([{ of: 'a', texts: ['ten letter'], spots: [spot(x, 90, align)] }], paper)[0];
  expect(at(10, 'end')).toMatchObject({ left: 4, top: 37.5, align: 'start' });
  expect(at(190, 'start')).toMatchObject({ left: 138, align: 'end' });
});

it('takes the next place where another text stands, and leaves out what finds none', () => {
  const label = (of: string, ...spots: Array<ReturnType<typeof spot>>) => ({ of, texts: ['ten letter'], spots });
  const [a, b, ...none] = placeLabels(
    [label('a', spot(10, 10)), label('b', spot(20, 12), spot(20, 40)), label('c', spot(30, 14))],
    paper
  );
  expect([a?.top, b?.top]).toEqual([3.75, 33.75]);
  expect(none).toEqual([]);
});

it('says it in fewer words where there is no room for more, or only far away', () => {
  const [long] = placeLabels([{ of: 'a', texts: ['x'.repeat(40), 'short'], spots: [spot(10, 10)] }], paper);
  expect(long?.text).toBe('short');
  const beside = { of: 'b', texts: ['eleven much', 'few'], spots: [spot(60, 10), spot(60, 40)] };
  const [, other] = placeLabels([{ of: 'a', texts: ['a'], spots: [spot(100, 10)] }, beside], paper);
  expect(other).toMatchObject({ text: 'few', top: 3.75 });
});

it('rather goes to another place than over a line, and leaves out there what is optional', () => {
  const line = Array.from({ length: 40 }, (_, i) => ({ x: 5 * i, y: 10 }));
  const label = { of: 'a', texts: ['ten letter'], spots: [spot(10, 10), spot(10, 30)] };
  expect(placeLabels([label], { ...paper, avoid: line })[0]?.top).toBe(23.75);
  const only = { ...label, spots: [spot(10, 10)] };
  expect(placeLabels([only], { ...paper, avoid: line })).toHaveLength(1);
  expect(placeLabels([{ ...only, optional: true }], { ...paper, avoid: line })).toEqual([]);
});

it('counts East Asian letters as wide as they are high', () => {
  expect(placeLabels([{ of: 'a', texts: ['記憶体'], spots: [spot(10, 10)] }], paper)[0]?.width).toBe(30);
});

it('writes nothing for nothing, and nothing on paper without room', () => {
  expect(placeLabels([{ of: 'a', texts: ['', ''], spots: [spot(10, 10)] }], paper)).toEqual([]);
  expect(placeLabels([{ of: 'a', texts: ['a'], spots: [] }], paper)).toEqual([]);
  expect(placeLabels([{ of: 'a', texts: ['a'], spots: [spot(1, 1)] }], { ...paper, height: 8 })).toEqual([]);
});

const apart = (a: Box, b: Box) =>
  a.left + a.width <= b.left || b.left + b.width <= a.left || a.top + a.height <= b.top || b.top + b.height <= a.top;

it('never lets two texts meet or one leave the paper', () => {
  const number = fc.double({ noNaN: true, min: -300, max: 900 });
  const align = fc.constantFrom('start' as const, 'middle' as const, 'end' as const);
  const someLabel = fc.record({
    of: fc.constant('x'),
    texts: fc.array(fc.string({ maxLength: 40 }), { maxLength: 3 }),
    spots: fc.array(fc.record({ x: number, y: number, align }), { maxLength: 6 }),
    optional: fc.boolean(),
  });
  const side = fc.integer({ min: 1, max: 800 });
  fc.assert(
    fc.property(fc.array(someLabel, { maxLength: 8 }), side, side, (labels, width, height) => {
      const placed = placeLabels(labels, { width, height, fontSize: 11, avoid: [{ x: 10, y: 10 }] });
      placed.forEach((one, i) => {
        expect(one.left).toBeGreaterThanOrEqual(0);
        expect(one.top).toBeGreaterThanOrEqual(0);
        expect(one.left + one.width).toBeLessThanOrEqual(width);
        expect(one.top + one.height).toBeLessThanOrEqual(height);
        expect(placed.slice(i + 1).every((other) => apart(one, other))).toBe(true);
      });
    })
  );
});
