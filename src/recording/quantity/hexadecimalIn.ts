import { written } from './written';

const HEXADECIMAL = /^(-?)(?:0x)?([0-9a-f]+)(?:\.([0-9a-f]+))?$/i;

/** What a text means in a unit that Grafana writes in hexadecimal; nothing in other units. */
export function hexadecimalIn(text: string, unit: string): number[] {
  const [all, sign = '', whole = '', fraction = ''] = HEXADECIMAL.exec(text) ?? [];
  if (all === undefined || !/^(0x)?FF$/i.test(written(255, unit))) {
    return [];
  }
  const size = parseInt(whole + fraction, 16) / 16 ** fraction.length;
  return [sign === '' ? size : -size];
}
