/** Grafana takes whole ms only; what is no time becomes 0, which Grafana reads as now. */
export function wholeMs(at: number): number {
  return Number.isFinite(at) ? Math.round(at) : 0;
}

/** The last moment that a calendar has, epoch ms; the first is as far before 1970. `Date` refuses any other. */
export const LAST_MOMENT = 8.64e15;

/** Whether a number is a moment (epoch ms). */
export function isMoment(at: number): boolean {
  return Math.abs(at) <= LAST_MOMENT;
}
