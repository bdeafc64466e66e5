import { shorten, visibleText } from './visibleText';

/** More than any login that people read; what comes after it would push the rest of the line out of sight. */
const LONGEST = 40;

/** Characters that take no ink: fillers, joiners, marks of direction, the blank of Braille. */
const NO_INK = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]+/gu;

/**
 * A name that somebody else chose, for a line of ours: at most 40 characters of those that show, so that it neither turns
 * nor pushes away what stands around it. Empty when nothing of it shows. On pages it stands in a `bdi` besides.
 */
export function shownName(name: string): string {
  return shorten(visibleText(name.replace(NO_INK, '')), LONGEST);
}
