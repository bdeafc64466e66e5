/** Three digits each, as most write them, or two before the last three, as in India. */
const WHOLE = /^(?!0\d*[^\d])(?:\d+|\d{1,3}(?<sign>[.,'’ ])(?:\d{2,3}\k<sign>)*\d{3})?$/;
const EXPONENT = /e[+-]?\d+$/i;

/**
 * The numbers that a text can mean, none where it is no number. "25,000" and "20.000" can mean two: the sign may part
 * thousands or begin a fraction. Blanks of all widths, apostrophes and the minus of typographers are read.
 */
export function numbersIn(text: string): number[] {
  const sign = /^[+-]/.exec(text)?.[0] ?? '';
  const exponent = EXPONENT.exec(text)?.[0] ?? '';
  const body = text.slice(sign.length, text.length - exponent.length);
  const readings = ['.', ','].flatMap((mark) => digitsOf(body, mark, exponent !== ''));
  const numbers = [...new Set(readings)].map((digits) => Number(sign + digits + exponent));
  return [...new Set(numbers)].filter(Number.isFinite);
}

/** A number as JavaScript writes it, when `mark` begins the fraction. With an exponent nobody parts thousands. */
function digitsOf(body: string, mark: string, withExponent: boolean): string[] {
  const [whole = '', fraction, ...more] = body.split(mark);
  const isPlain = more.length === 0 && /\d/.test(body) && /^\d*$/.test(fraction ?? '');
  if (!isPlain || !WHOLE.test(whole) || (withExponent && /\D/.test(whole))) {
    return [];
  }
  return [`${whole.replace(/\D/g, '') || '0'}.${fraction ?? ''}`];
}
