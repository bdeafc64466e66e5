import { fieldOf, textOf } from '../../domain/json/fieldOf';
import { isObject } from '../../domain/json/json';
import { parseJson } from '../../domain/json/parseJson';

/** Text that somebody typed and did not save yet. */
export interface UnfinishedText {
  text: string;
  /** When it was typed by the clock of its browser, epoch ms: to be told, and nothing else hangs on it. */
  at: number;
}

/** A text, and the how many-th writing of which browser it is. */
export interface KeptText extends UnfinishedText {
  by: string;
  count: number;
}

/** What one place knows of a field. */
export interface FieldTexts {
  /** Those that do not follow one another stand side by side. */
  texts: readonly KeptText[];
  /** The last writing known of each browser: what was written up to there and is not among `texts` was replaced or forgotten. */
  seen: Readonly<Record<string, number>>;
  /** When that was written, by Grafana's clock, epoch ms; null while Grafana had not told its time. */
  since: number | null;
}

export const NO_TEXTS: FieldTexts = { texts: [], seen: {}, since: null };

const isSame = (one: KeptText, other: KeptText) => one.by === other.by && one.count === other.count;

/** What two places know together: a text stays unless one of the two saw it and does not have it any more. */
export function together(one: FieldTexts, other: FieldTexts): FieldTexts {
  const left = (mine: FieldTexts, theirs: FieldTexts) =>
    mine.texts.filter(
      (text) => theirs.texts.some((same) => isSame(same, text)) || (theirs.seen[text.by] ?? -1) < text.count
    );
  const ofOne = left(one, other);
  const seen = { ...one.seen };
  Object.entries(other.seen).forEach(([by, count]) => (seen[by] = Math.max(count, seen[by] ?? -1)));
  return {
    texts: [...ofOne, ...left(other, one).filter((text) => !ofOne.some((same) => isSame(same, text)))],
    seen,
    since: one.since === null || other.since === null ? null : Math.max(one.since, other.since),
  };
}

/** The field after a browser wrote in place of `instead`; an empty text only takes that one away. */
export function withText(
  { texts, seen }: FieldTexts,
  typed: UnfinishedText & { by: string; instead: KeptText | null },
  since: number | null
): FieldTexts & { written: KeptText } {
  const { text, at, by, instead } = typed;
  const written = { text, at, by, count: (seen[by] ?? 0) + 1 };
  const others = texts.filter((other) => !instead || !isSame(other, instead));
  return {
    ...{ written, since, seen: { ...seen, [by]: written.count } },
    texts: text === '' ? others : [...others, written],
  };
}

/** The field without texts of which its writer has no need any more. */
export function withoutTexts(field: FieldTexts, gone: readonly KeptText[], since: number | null): FieldTexts {
  return { ...field, since, texts: field.texts.filter((text) => !gone.some((one) => isSame(one, text))) };
}

const hasText = ({ texts }: FieldTexts, one: KeptText): boolean => texts.some((text) => isSame(text, one));

/** Whether both hold the same texts. */
export function holdsSame(one: FieldTexts, other: FieldTexts): boolean {
  return one.texts.length === other.texts.length && one.texts.every((text) => hasText(other, text));
}

/** null for what is none, or of a version that this one does not know. */
export function decodeFieldTexts(raw: string | null): FieldTexts | null {
  const value = parseJson(raw);
  const texts = fieldOf(value, 'texts');
  const seen = fieldOf(value, 'seen');
  const since = fieldOf(value, 'since');
  if (!Array.isArray(texts) || !isObject(seen)) {
    return decodeSingle(value);
  }
  return {
    texts: texts.flatMap(decodeText),
    seen: Object.fromEntries(
      Object.entries(seen).flatMap(([by, count]) => (typeof count === 'number' ? [[by, count]] : []))
    ),
    since: typeof since === 'number' ? since : null,
  };
}

/** The form of before there could be several: one text with the browser's time for its order. */
function decodeSingle(value: unknown): FieldTexts | null {
  const at = fieldOf(value, 'at');
  const text = fieldOf(value, 'text');
  if (typeof text !== 'string' || typeof at !== 'number') {
    return null;
  }
  return { texts: text === '' ? [] : [{ text, at, by: '', count: at }], seen: { '': at }, since: null };
}

function decodeText(raw: unknown): KeptText[] {
  const at = fieldOf(raw, 'at');
  const count = fieldOf(raw, 'count');
  const text = textOf(raw, 'text');
  return text !== '' && typeof at === 'number' && typeof count === 'number'
    ? [{ text, at, by: textOf(raw, 'by'), count }]
    : [];
}
