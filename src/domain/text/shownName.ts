import { inkText } from './inkText';
import { shorten } from './visibleText';

/** More than any login that people read; what comes after it would push the rest of the line out of sight. */
const LONGEST = 40;

/**
 * A name that somebody else chose, for a line of ours: at most 40 characters of those that show, so that it neither turns
 * nor pushes away what stands around it. Empty when nothing of it shows. On pages it stands in a `bdi` besides.
 */
export function shownName(name: string): string {
  return shorten(inkText(name), LONGEST);
}
