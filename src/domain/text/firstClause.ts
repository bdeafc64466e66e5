import { shorten, visibleText } from './visibleText';

const LONGEST = 70;
/** More than a clause of that length takes, in UTF-16 units, with what is not shown of it. */
const READ = 1_000;

/**
 * What ends a sentence or a clause, but not the dot in "3.5 GiB" or the colon in "14:05"; a comma alone is a weak end, and
 * after a dot none.
 */
const STRONG = /[.!?…;:]+(?=\s|$)|\s*—\s*|\s+[–-]\s+(?!\d)/gu;
const WEAK = /(?<!\.),(?=\s)/gu;
/** What stands before a dot that shortens a word: one letter, as of "e.g.", or one of these. */
const SHORTENED = /(?<![\p{L}\p{N}])(?:\p{L}|approx|bzw|ca|dr|inc|mrs?|ms|prof|st|vs)$/iu;
const GOES_ON = /^\.\s+[\p{Ll}\p{N}]/u;

/**
 * The first clause of what somebody wrote, as a title: up to the first end of a clause that leaves two words, or comma that
 * leaves three; at most 70 characters, cut between words. Without the end itself. Empty when nothing of the text shows.
 */
export function firstClause(text: string): string {
  const [line = ''] = text
    .trimStart()
    .slice(0, READ)
    .split(/[\r\n]+/, 1);
  const shown = visibleText(line) || visibleText(text);
  const clause = shown.slice(0, Math.min(endOf(shown, STRONG, 2), endOf(shown, WEAK, 3)));
  return cutAtWord(clause.replace(/[.;:,\s]+$/u, '') || shown);
}

function endOf(text: string, ends: RegExp, fewestWords: number): number {
  for (const { index } of text.matchAll(ends)) {
    const before = text.slice(0, index);
    if (before.split(/\s+/).length >= fewestWords && !isShortening(before, text.slice(index, index + 9))) {
      return index;
    }
  }
  return text.length;
}

/** Whether the end that `end` begins with is a dot within a sentence. */
function isShortening(before: string, end: string): boolean {
  return GOES_ON.test(end) || (end.startsWith('.') && SHORTENED.test(before.slice(-9)));
}

function cutAtWord(text: string): string {
  const cut = shorten(text, LONGEST);
  return cut === text ? text : cut.replace(/(?<=[\p{L}\p{N}])[^\p{L}\p{N}]*\s\S*…$/u, '…');
}
