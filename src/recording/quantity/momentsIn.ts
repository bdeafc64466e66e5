import { dateTimeParse, localTimeFormat, systemDateFormats } from '@grafana/data';
import { written } from './written';

const CLOCK = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
const DATE = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;

/** True for units whose values are moments (epoch ms). */
export function isMomentUnit(unit: string): boolean {
  return /^(dateTime|time:)/.test(unit);
}

/** The moments (epoch ms) of which a unit of dates writes this text, or one that begins with it; nothing in other units. */
export function momentsIn(text: string, unit: string): number[] {
  if (!isMomentUnit(unit) || !/\d\D+\d/.test(text)) {
    return [];
  }
  const moments = formatsOf(unit)
    .map((format) => dateTimeParse(text, { format }).valueOf())
    .filter((at) => Number.isFinite(at) && written(at, unit).startsWith(text));
  return [...new Set(moments)];
}

/** All in which Grafana may have written it: which one a unit has depends on the browser and on the server's settings. */
function formatsOf(unit: string): string[] {
  return [
    ...(unit.startsWith('time:') ? [unit.slice('time:'.length)] : []),
    systemDateFormats.fullDate,
    'YYYY-MM-DD HH:mm:ss',
    'HH:mm:ss',
    'MM/DD/YYYY h:mm:ss a',
    'h:mm:ss a',
    localTimeFormat({ ...DATE, ...CLOCK }),
    localTimeFormat(CLOCK),
  ];
}
