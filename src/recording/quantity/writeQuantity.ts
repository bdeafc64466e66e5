import { parseQuantity } from './parseQuantity';
import { isMomentUnit } from './momentsIn';
import { written } from './written';

/**
 * A value as text that is read back as just this value: as Grafana writes it, where that rounds nothing away, else as a plain
 * number, with a fourth decimal where three could be taken for thousands; units of hexadecimal numbers with all digits.
 */
export function writeQuantity(value: number, unit: string): string {
  const plain = String(value);
  const texts = [written(value, unit), plain, value.toFixed(4), written(value, unit, 15)];
  return texts.find((text) => isRead(text, value, unit)) ?? plain;
}

/** Something that can be typed in a unit; with a sign of the unit or its scale where it has one, else a plain number. */
export function exampleQuantity(unit: string, now = Date.now()): string {
  const values = isMomentUnit(unit) ? [now - (now % 60_000)] : [1, 1000];
  const texts = values.map((value) => writeQuantity(value, unit));
  return texts.find((text) => /\D/.test(text)) ?? texts[0] ?? '1';
}

function isRead(text: string, value: number, unit: string): boolean {
  const reading = parseQuantity(text, unit);
  return reading.kind === 'value' && reading.value === value;
}
