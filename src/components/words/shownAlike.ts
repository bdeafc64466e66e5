import { dateTimeFormat, type TimeZone } from '@grafana/data';

const STEP = 30 * 60_000;
/** No zone sets its clocks by more than two hours. */
const STEPS = [-4, -3, -2, -1, 0, 1, 2, 3, 4];

/**
 * The moments (epoch ms, ascending) that a clock in the zone shows just as it shows `at`: two in the hour that is repeated when
 * clocks are set back, else `at` alone.
 */
export function shownAlike(at: number, format: string, timeZone?: TimeZone): number[] {
  const shown = (moment: number, form: string) => dateTimeFormat(moment, { timeZone, format: form });
  const offset = (step: number) => shown(at + step * STEP, 'Z');
  // A look at the offsets is enough for all but two days of a year.
  if (offset(-4) === offset(4)) {
    return [at];
  }
  return STEPS.map((step) => at + step * STEP).filter((moment) => shown(moment, format) === shown(at, format));
}
