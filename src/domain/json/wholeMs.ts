/** Grafana takes whole ms only; what is no time becomes 0, which Grafana reads as now. */
export function wholeMs(at: number): number {
  return Number.isFinite(at) ? Math.round(at) : 0;
}
