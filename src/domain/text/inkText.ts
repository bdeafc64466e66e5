import { visibleText } from './visibleText';

/** Characters that take no ink: fillers, joiners, marks of direction, the blank of Braille. */
const NO_INK = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]+/gu;

/** A text as one line of those characters alone that take ink, and blanks between them; empty when nothing of it shows. */
export function inkText(text: string): string {
  return visibleText(text.replace(NO_INK, ''));
}
