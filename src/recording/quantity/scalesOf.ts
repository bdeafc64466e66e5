import { getValueFormat } from '@grafana/data';
import { numbersIn } from './numbersIn';
import { tidied } from './written';

/** How a unit writes values of some size: 4 GiB in `bytes` is `{ prefix: '', suffix: 'GiB', factor: 1024 ** 3 }`. */
export interface Scale {
  prefix: string;
  suffix: string;
  /** What one of it is in the unit; negative where the sign stands in the prefix (`-$`). */
  factor: number;
}

interface Probe extends Scale {
  number: number;
  /** How many characters the number took: the fewer, the less of it was rounded away. */
  length: number;
}

/** Powers of ten and of two reach every scale that Grafana has, from femto to yotta, and write most of them as a round number. */
const TENS = Array.from({ length: 46 }, (_, power) => Number(`1e${power - 18}`));
const TWOS = Array.from({ length: 9 }, (_, power) => 1024 ** power);
const SIZES = [...TENS, ...TWOS].flatMap((size) => [size, -size]);
/** As many as a double has; what is rounded away below a thousandth would spoil the factor. */
const DECIMALS = 15;
const LEAST = 1e-3;
const SLACK = 1e-9;

/** Asking takes some ms, a field asks at each key. */
const known = new Map<string, readonly Scale[]>();

/** The scales that Grafana's own formatter uses for a unit, found by asking it; a number without any is always one. */
export function scalesOf(unit: string): readonly Scale[] {
  const scales = known.get(unit) ?? findScales(unit);
  known.set(unit, scales);
  return scales;
}

function findScales(unit: string): Scale[] {
  const byAffixes = new Map<string, Probe[]>();
  for (const probe of SIZES.flatMap((size) => probed(size, unit))) {
    const key = JSON.stringify([probe.prefix, probe.suffix, probe.factor < 0]);
    byAffixes.set(key, [...(byAffixes.get(key) ?? []), probe]);
  }
  const scales = [...byAffixes.values()].flatMap(scaleOf);
  return scales.some(({ prefix, suffix }) => prefix + suffix === '')
    ? scales
    : [...scales, { prefix: '', suffix: '', factor: 1 }];
}

function probed(size: number, unit: string): Probe[] {
  const { text, prefix = '', suffix = '' } = getValueFormat(unit)(size, DECIMALS);
  const [number = 0, ...others] = numbersIn(tidied(text));
  // What can be read in two ways ("1,000") tells nothing, and need not: its neighbours can be read in one.
  return others.length > 0 || Math.abs(number) < LEAST
    ? []
    : [{ prefix: tidied(prefix), suffix: tidied(suffix), factor: size / number, number, length: text.length }];
}

/** None where one factor does not explain all of them: then the text is no decimal number, such as a hexadecimal one. */
function scaleOf(probes: readonly Probe[]): Scale[] {
  const best = probes.reduce((a, b) => (b.length < a.length ? b : a));
  const { prefix, suffix } = best;
  const factor = Number.isInteger(best.number) ? best.factor : Number(best.factor.toPrecision(12));
  const fits = probes.every((probe) => Math.abs(probe.factor / factor - 1) < SLACK);
  return fits ? [{ prefix, suffix, factor }] : [];
}
