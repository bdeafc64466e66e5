/** A hue in any of Grafana's shades, or CSS's. */
const NAMED = /^(?:super-light-|semi-dark-|light-?|dark-?|lime|forest|orange)?(green|yellow|orange|red)$/;
const BADNESS: Readonly<Record<string, number>> = { green: 0, yellow: 1, orange: 2, red: 3 };
const HEX = /^#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/;
const CALL = /^(rgb|hsl)a?\(([^)]*)\)$/;
/** Where in the circle of hues (degrees) each begins to be called so; beyond green nothing is said until red again. */
const RED_AGAIN = 340;
const ENDS: ReadonlyArray<readonly [number, number]> = [
  [16, 3],
  [42, 2],
  [70, 1],
  [170, 0],
];
/** Less colour than this (0 to 1) is grey. */
const GREY = 0.15;

interface Hue {
  /** Degrees. */
  hue: number;
  /** 0 grey to 1. */
  chroma: number;
  /** 0 unseen to 1. */
  alpha: number;
}

/**
 * How bad a colour says things are: 0 green, 1 yellow, 2 orange, 3 red. What is transparent marks nothing and counts as 0, as in
 * Grafana's own reading of older thresholds. Null for blue, purple, grey and whatever else says nothing.
 */
export function colourBadness(colour: string): number | null {
  const text = colour.trim().toLowerCase();
  if (text === 'transparent') {
    return 0;
  }
  const named = NAMED.exec(text)?.[1];
  const hue = named === undefined ? hueOf(text) : null;
  return named === undefined ? hue && badnessOf(hue) : (BADNESS[named] ?? null);
}

function badnessOf({ hue, chroma, alpha }: Hue): number | null {
  if (alpha === 0) {
    return 0;
  }
  if (chroma < GREY) {
    return null;
  }
  return hue >= RED_AGAIN ? 3 : (ENDS.find(([end]) => hue < end)?.[1] ?? null);
}

function hueOf(text: string): Hue | null {
  const hex = HEX.exec(text)?.[1];
  if (hex !== undefined) {
    return hueOfHex(hex);
  }
  const [, kind, inside = ''] = CALL.exec(text) ?? [];
  const [a = NaN, b = NaN, c = NaN, alpha = 1] = inside.split(/[\s,/]+/).map(Number.parseFloat);
  if (kind === undefined || [a, b, c, alpha].some(Number.isNaN)) {
    return null;
  }
  return kind === 'hsl'
    ? { hue: ((a % 360) + 360) % 360, chroma: (b / 100) * (1 - Math.abs((2 * c) / 100 - 1)), alpha }
    : { ...hueOfRgb(a / 255, b / 255, c / 255), alpha };
}

function hueOfHex(hex: string): Hue {
  const digits = hex.length < 6 ? [...hex].map((digit) => digit + digit) : (hex.match(/../g) ?? []);
  const [red = 0, green = 0, blue = 0, alpha = 1] = digits.map((pair) => Number.parseInt(pair, 16) / 255);
  return { ...hueOfRgb(red, green, blue), alpha };
}

/** https://en.wikipedia.org/wiki/HSL_and_HSV#Hue_and_chroma */
function hueOfRgb(red: number, green: number, blue: number): Pick<Hue, 'hue' | 'chroma'> {
  const most = Math.max(red, green, blue);
  const chroma = most - Math.min(red, green, blue);
  const sixth =
    most === red
      ? ((green - blue) / chroma + 6) % 6
      : most === green
        ? (blue - red) / chroma + 2
        : (red - green) / chroma + 4;
  return { hue: chroma > 0 ? 60 * sixth : 0, chroma };
}
