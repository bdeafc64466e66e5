/** At most so many characters (code points), with an ellipsis where it was cut. */
export function shorten(text: string, most: number): string {
  const characters = Array.from(text.slice(0, 2 * most + 2));
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}

/** White space, and characters that act instead of showing: controls, half characters, what turns the direction of writing, what XML refuses. */
const UNSEEN = /[\s\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]+/gu;

/** A text as one line of what shows, with one blank for whatever else stood between; not for what people edit. */
export function visibleText(text: string): string {
  return text.replace(UNSEEN, ' ').trim();
}
