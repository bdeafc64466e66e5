import { colourBadness } from './colourBadness';

it.each([
  ['green', 0],
  ['super-light-green', 0],
  ['dark-yellow', 1],
  ['semi-dark-orange', 2],
  ['light-red', 3],
  ['limegreen', 0],
  ['#73BF69', 0],
  ['#FADE2A', 1],
  ['#FF9830', 2],
  ['#F2495C', 3],
  ['#f00', 3],
  ['#e02f44ff', 3],
  ['rgba(50, 172, 45, 0.97)', 0],
  ['rgba(237, 129, 40, 0.89)', 2],
  ['rgb(245 54 54)', 3],
  ['hsl(120, 60%, 40%)', 0],
  ['hsla(-5, 80%, 50%, 1)', 3],
])('reads %s', (colour, badness) => {
  expect(colourBadness(colour)).toBe(badness);
});

it.each(['transparent', 'rgba(0, 0, 0, 0)', '#ff000000'])('takes %s, which marks nothing, for good', (colour) => {
  expect(colourBadness(colour)).toBe(0);
});

it.each(['blue', 'dark-purple', '#5794F2', '#808080', 'white', 'text', '', 'rgb(1,2)', '#12345', 'colored', 'hsl()'])(
  'knows nothing of %j',
  (colour) => {
    expect(colourBadness(colour)).toBeNull();
  }
);
