import { findPanel, panelsOfV1 } from './findPanel';

const panel = (title: string, id?: number, more: object = {}) => ({ title, type: 'timeseries', id, ...more });
const shown = (title: string, id: number) => ({ id, title, type: 'timeseries' });

it('looks at the top, in collapsed rows and in the rows of the first schemas', () => {
  const dashboard = {
    panels: [panel('a', 1), { type: 'row', id: 2, panels: [panel('b', 3)] }],
    rows: [{ panels: [panel('c', 4)] }, {}, null],
  };
  expect([1, 3, 4].map((id) => findPanel(panelsOfV1(dashboard), { id }))).toMatchObject([
    { title: 'a' },
    { title: 'b' },
    { title: 'c' },
  ]);
});

it('goes by the id where one panel alone has it, whatever it is called by now', () => {
  expect(findPanel([panel('a', 1), panel('b', 2)], shown('renamed', 2))).toMatchObject({ title: 'b' });
});

it('takes a number kept as a text for one', () => {
  expect(findPanel([panel('a', 3), { id: '4', title: 'b' }], { id: 4 })).toMatchObject({ title: 'b' });
});

it('numbers those without an id as Grafana does: after the highest, in their order', () => {
  const panels = [panel('a'), panel('b', 7), panel('c')];
  expect(findPanel(panels, shown('a', 8))).toMatchObject({ title: 'a' });
  expect(findPanel(panels, shown('c', 9))).toMatchObject({ title: 'c' });
  expect(findPanel(panels, { id: 9 })).toMatchObject({ title: 'c' });
});

it('lets the first keep an id that is there twice', () => {
  const panels = [panel('a', 2), panel('b', 2), panel('c', 3)];
  expect(findPanel(panels, shown('a', 2))).toMatchObject({ title: 'a' });
  expect(findPanel(panels, shown('b', 4))).toMatchObject({ title: 'b' });
});

it('goes by title and type where Grafana gives no id, or counted otherwise', () => {
  const panels = [panel('CPU', undefined, { type: 'graph' }), panel('CPU', undefined, { type: 'singlestat' })];
  expect(findPanel(panels, shown('CPU', NaN))).toMatchObject({ type: 'graph' });
  expect(findPanel(panels, { ...shown('CPU', 40), type: 'stat' })).toMatchObject({ type: 'singlestat' });
});

it('finds none where several are alike, and none that has an id of its own for one that is not stored', () => {
  expect(findPanel([panel('CPU'), panel('CPU')], shown('CPU', NaN))).toBeUndefined();
  expect(findPanel([panel('CPU', 1)], shown('CPU', 2))).toBeUndefined();
  expect(findPanel([panel('CPU', 1)], shown('CPU', NaN))).toMatchObject({ id: 1 });
});

it.each([[[]], [[{}]], [[{ id: 'x' }]]])('finds none among %j', (panels) => {
  expect(findPanel(panels, shown('CPU', 3))).toBeUndefined();
});
