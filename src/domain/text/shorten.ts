/** At most so many characters (code points), with an ellipsis where it was cut. */
export function shorten(text: string, most: number): string {
  const characters = Array.from(text.slice(0, 2 * most + 2));
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}
