/** The different names that occur, and those that are chosen even if they no longer do, in alphabetical order. */
export function namesIn(occurring: Iterable<string>, chosen: readonly string[]): string[] {
  return [...new Set([...occurring, ...chosen])].filter(Boolean).sort((a, b) => a.localeCompare(b));
}
