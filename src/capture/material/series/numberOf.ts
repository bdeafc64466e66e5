/** A stored number, also one that older dashboards hold as text; undefined for anything else. */
export function numberOf(stored: unknown): number | undefined {
  const number = typeof stored === 'string' && stored.trim() !== '' ? Number(stored) : stored;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
