import { formattedValueToString, getValueFormat } from '@grafana/data';

/** A value as Grafana writes it in a unit, tidied; with as many decimals as Grafana finds right unless they are given. */
export function written(value: number, unit: string, decimals?: number): string {
  return tidied(formattedValueToString(getValueFormat(unit)(value, decimals)));
}

/** The same text with plain blanks, one at a time, and a plain minus: locales have several of both. */
export function tidied(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\u2212/g, '-')
    .trim();
}
