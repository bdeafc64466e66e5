import { createTheme } from '@grafana/data';
import { renderHook } from '@testing-library/react';
import { themeColours, useStoryColours } from './useStoryColours';

/** Relative luminance of #rrggbb or of rgb(…), as WCAG reckons it. */
function luminance(colour: string): number {
  const parts = colour.startsWith('#')
    ? [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16))
    : (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
  const [r = NaN, g = NaN, b = NaN] = parts.map((part) =>
    part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = NaN, light = NaN] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(['light', 'dark'] as const)('in the %s theme', (mode) => {
  const colours = themeColours(createTheme({ colors: { mode } }));

  it.each([
    ['text', 4.5],
    ['line', 3],
    ['road', 3],
    ['limit', 3],
  ] as const)('has contrast enough: %s', (what, least) => {
    expect(contrast(colours[what], colours.background)).toBeGreaterThanOrEqual(least);
  });
});

const usual = window.matchMedia;
afterEach(() => {
  window.matchMedia = usual;
});

it('takes the colours that the system forces', () => {
  window.matchMedia = (query) => ({ ...usual(query), matches: query === '(forced-colors: active)' });
  const { text, line, background } = renderHook(() => useStoryColours()).result.current;
  expect([text, line, background].map((colour) => colour.toLowerCase())).toEqual([
    'canvastext',
    'canvastext',
    'canvas',
  ]);
});

it('follows the theme otherwise', () => {
  expect(renderHook(() => useStoryColours()).result.current).toEqual(themeColours(createTheme()));
});
