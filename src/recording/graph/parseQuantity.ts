import { getValueFormat } from '@grafana/data';

/** What Grafana's units step by: powers of ten and of two, and times (seconds count a longer year than milliseconds). */
const DECIMAL = Array.from({ length: 11 }, (_, power) => 1000 ** (power - 4));
const BINARY = Array.from({ length: 7 }, (_, power) => 1024 ** power);
const TIMES = [60, 3600, 86_400, 604_800, 31_536_000, 31_556_900].flatMap((seconds) => [seconds, 1000 * seconds]);
/** A hundredth is a percent of a share. */
const SIZES = [1, 0.01, ...DECIMAL, ...BINARY, ...TIMES];

const NUMBER = /^([+-]?(?:\d[\d\s']*)?(?:[.,]\d+)?(?:e[+-]?\d+)?)\s*(.*)$/i;

/**
 * Reads "4 GiB", "95 %", "20k" or a plain number in a Grafana unit, by asking Grafana's own formatter which sizes it
 * writes with that suffix. A plain number is in the unit itself. Null when it cannot be read.
 */
export function parseQuantity(text: string, unit: string): number | null {
  const [, digits = '', suffix = ''] = NUMBER.exec(text.trim()) ?? [];
  const number = readNumber(digits);
  if (number === null || suffix === '') {
    return number;
  }
  const size = sizeOf(suffix, unit);
  return size === null ? null : number * size;
}

function readNumber(digits: string): number | null {
  const plain = digits.replace(/[\s']/g, '').replace(',', '.');
  const number = Number(plain);
  return plain === '' || !Number.isFinite(number) ? null : number;
}

function sizeOf(suffix: string, unit: string): number | null {
  const wanted = suffix.trim();
  const lower = wanted.toLowerCase();
  // "mB" and "MB" are not alike where both exist; where only one does, nobody minds the case.
  const size =
    SIZES.find((candidate) => suffixesOf(candidate, unit).includes(wanted)) ??
    SIZES.find((candidate) => suffixesOf(candidate, unit).some((written) => written.toLowerCase() === lower));
  return size ?? null;
}

/** What Grafana writes after one and two of that size, such as "day" and "days"; nothing when it counts in another size. */
function suffixesOf(size: number, unit: string): string[] {
  const format = getValueFormat(unit);
  return [1, 2].flatMap((count) => {
    const { text, suffix = '' } = format(count * size, 3);
    return Number.parseFloat(text) === count ? [suffix.trim()] : [];
  });
}
