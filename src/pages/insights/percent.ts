/** A share of one as a length of SVG. */
export function percent(share: number): string {
  return `${Math.round(1000 * share) / 10}%`;
}
