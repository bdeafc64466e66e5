/** The words of a name in lower case, whatever joins them: `memoryLimit_bytes` is three. */
export function wordsOf(name = ''): string[] {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
}
