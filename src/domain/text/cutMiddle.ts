/**
 * At most so many characters (code points), with an ellipsis in the middle where it was cut: names of series often differ
 * only at their end.
 */
export function cutMiddle(text: string, most: number): string {
  // As much of a text of any length as could be kept, and one character more at each side.
  const units = 2 * most + 2;
  const [begin, end] = [Array.from(text.slice(0, units)), Array.from(text.slice(-units))];
  if (text.length <= units && begin.length <= most) {
    return text;
  }
  const atEnd = Math.floor((most - 1) / 2);
  return [...begin.slice(0, most - 1 - atEnd), '…', ...end.slice(end.length - atEnd)].join('');
}
