import { durationsIn } from './durationsIn';
import { hexadecimalIn } from './hexadecimalIn';
import { matchScales, matchScalesByBeginning, matchScalesInAnyCase } from './matchScales';
import { momentsIn } from './momentsIn';
import { scalesOf } from './scalesOf';
import { tidied, written } from './written';

/** What a text means in a unit; of an ambiguous one all that it can mean. */
export type Reading =
  { kind: 'value'; value: number } | { kind: 'ambiguous'; values: readonly number[] } | { kind: 'unreadable' };

/**
 * Reads what Grafana writes in a unit ("4 GiB", "95 %", "$1.5K", "1 hour, 2 minutes", "2026-03-01 14:52:00"), what people
 * write in its place ("4gib", "20k", "1h 30m"), and a plain number, which is in the unit itself. Grafana's own formatter is
 * asked what the unit writes, so any unit of any version is read. Of several meanings the one counts that Grafana itself
 * would write so.
 */
export function parseQuantity(text: string, unit: string): Reading {
  const typed = tidied(text);
  const values = typed === '' ? [] : meaningsOf(typed, unit);
  const [first] = values;
  if (first === undefined) {
    return { kind: 'unreadable' };
  }
  const own = values.length === 1 ? first : values.find((value) => written(value, unit) === typed);
  return own === undefined ? { kind: 'ambiguous', values } : { kind: 'value', value: own };
}

/** The closest way of reading decides; the same value need not be found twice. */
function meaningsOf(typed: string, unit: string): number[] {
  const scales = scalesOf(unit);
  const ways = [
    () => [
      ...matchScales(typed, scales),
      ...[1, 0].filter((value) => written(value, unit).toLowerCase() === typed.toLowerCase()),
      ...hexadecimalIn(typed, unit),
      ...momentsIn(typed, unit),
    ],
    () => matchScalesInAnyCase(typed, scales),
    () => durationsIn(typed, unit),
    () => matchScalesByBeginning(typed, scales),
  ];
  for (const way of ways) {
    // Without the sign of a zero.
    const values = [...new Set(way().map((value) => value + 0))].filter(Number.isFinite);
    if (values.length > 0) {
      return values;
    }
  }
  return [];
}
