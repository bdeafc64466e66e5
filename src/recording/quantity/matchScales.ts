import { numbersIn } from './numbersIn';
import type { Scale } from './scalesOf';

/** A number at the beginning, and what follows it. */
const NUMBER_FIRST = /^([+-]?(?:\d|[.,'’ ](?=\d))+(?:e[+-]?\d+)?)\s*(\D.*)$/i;

/** What a text means where it is written in one of these scales, letter by letter. */
export function matchScales(text: string, scales: readonly Scale[]): number[] {
  return scales.flatMap(({ prefix, suffix, factor }) => {
    const isIn = text.startsWith(prefix) && text.endsWith(suffix) && text.length > prefix.length + suffix.length;
    const inside = isIn ? text.slice(prefix.length, text.length - suffix.length).trim() : '';
    return numbersIn(inside).map((number) => scaled(number, factor));
  });
}

/** The same where case and blanks do not count, a prefix may be left out or follow ("5 $"): "512 mib". */
export function matchScalesInAnyCase(text: string, scales: readonly Scale[]): number[] {
  return matchLoosely(text, scales, (typed, affix) => typed === affix);
}

/** The same where only the beginning of the suffix is there: "4 G" for "4 GiB", "20 K" for "20 K req/s". */
export function matchScalesByBeginning(text: string, scales: readonly Scale[]): number[] {
  return matchLoosely(text, scales, (typed, affix) => affix.startsWith(typed));
}

function matchLoosely(
  text: string,
  scales: readonly Scale[],
  isSame: (typed: string, affix: string) => boolean
): number[] {
  return scales.flatMap(({ prefix, suffix, factor }) => {
    const isThere = prefix !== '' && text.toLowerCase().startsWith(prefix.toLowerCase());
    const [, digits = '', after = ''] = NUMBER_FIRST.exec(isThere ? text.slice(prefix.length).trim() : text) ?? [];
    const typed = squashed(after);
    const affixes = isThere ? [squashed(suffix)] : [squashed(suffix), squashed(suffix + prefix)];
    // A scale below zero has its sign in the prefix: without it, another scale is meant.
    return (isThere || factor > 0) && typed !== '' && affixes.some((affix) => isSame(typed, affix))
      ? numbersIn(digits).map((number) => scaled(number, factor))
      : [];
  });
}

/** Divided by the inverse of a small factor: 1.1 × 0.001 has dirt at its end, 1.1 ÷ 1000 has none. */
function scaled(number: number, factor: number): number {
  const inverse = 1 / factor;
  return Math.abs(factor) < 1 && Number.isInteger(Math.round(inverse * 1e6) / 1e6)
    ? number / Math.round(inverse)
    : number * factor;
}

function squashed(text: string): string {
  return text.replace(/\s/g, '').toLowerCase();
}
