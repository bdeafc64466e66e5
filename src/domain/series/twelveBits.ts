/** The number that a quantised step stands for between `low` (step 0) and `high` (step 4095); NaN for a step below 0. */
export function stepValue(step: number, low: number, high: number): number {
  const share = step / STEPS;
  return step < 0 ? NaN : low * (1 - share) + high * share;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The largest step of a quantised value or time. */
export const STEPS = 4095;

/** Steps of 0 to 4095, each as two base64url characters, the higher six bits first. */
export function writeTwelveBits(steps: readonly number[]): string {
  return steps.map((step) => ALPHABET.charAt(step >> 6) + ALPHABET.charAt(step & 63)).join('');
}

/** The reverse of `writeTwelveBits`; -1 for each pair that holds a foreign character, an odd last character is left out. */
export function readTwelveBits(text: string): number[] {
  const steps: number[] = [];
  for (let i = 0; i + 1 < text.length; i += 2) {
    const high = ALPHABET.indexOf(text.charAt(i));
    const low = ALPHABET.indexOf(text.charAt(i + 1));
    steps.push(high < 0 || low < 0 ? -1 : high * 64 + low);
  }
  return steps;
}
