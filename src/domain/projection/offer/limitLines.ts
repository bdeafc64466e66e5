import { wordsOf } from '../../text/wordsOf';
import type { PanelSeries } from '../panelSeries';

/** A limit that the panel draws as a series. */
export interface LimitLine {
  name: string;
  /** The last one that was to be seen. */
  value: number;
  /** True when it stood elsewhere before. */
  moves: boolean;
  /** Which way it is met; null where its name leaves that open. */
  towards: 'rising' | 'falling' | null;
}

const UPPER = new Set(
  (
    'limit limits max maximum request requests requested quota quotas total capacity hard soft ceiling cap upper ' +
    'allowed allocatable budget provisioned allocated xmx'
  ).split(' ')
);
const LOWER = new Set('min minimum floor lower least'.split(' '));
const EITHER = new Set('threshold target slo alarm alert warning warn critical bound boundary'.split(' '));
/** Beside an average or a percentile these are statistics of the same thing. */
const STATISTIC = new Set('max maximum min minimum total upper lower'.split(' '));
const OTHER_STATISTIC =
  /(^|[^a-z])(avg|average|mean|median|stddev|percentile|quantile)([^a-z]|$)|(^|\D)\d{2}(th|%)|(^|[^a-z])p\d{2}/i;
/** Who told, not of what: these may differ between a thing and its limit as long as another label is alike. */
const TOLD_BY = new Set(['__name__', 'job', 'instance', 'endpoint', 'container_id', 'prometheus', 'metrics_path']);
/** One step for each so many points, and one in any case. */
const POINTS_A_STEP = 20;
const FEWEST = 2;
/** A line without a name of its kind is one only where the panel is drawn for both: at most so many times as high. */
const NEARBY = 4;

/**
 * The series of a panel that are limits and not movers, in their given order: level or stepwise, and named so; without such a
 * name only a level one, the single series of its query, close above all others of its unit. None where nothing is left to move.
 */
export function limitLinesIn(all: readonly PanelSeries[]): PanelSeries[] {
  const statistics = all.some(({ name }) => OTHER_STATISTIC.test(name));
  const named = all.filter((one) => isNamed(one, statistics) && stepsIn(one.values) <= mostSteps(one.values));
  const lines = new Set(named);
  const level = all.filter((one) => !lines.has(one) && one.unit !== '' && stepsIn(one.values) === 0);
  const movers = all.filter((one) => !lines.has(one) && !level.includes(one));
  level.filter((one) => isAboveAll(one, movers, all)).forEach((one) => lines.add(one));
  return lines.size < all.length ? all.filter((one) => lines.has(one)) : [];
}

/** The lines that are limits of that series, as they stood at `until` (epoch ms): in its unit, and of the thing that its labels name. */
export function linesFor(mover: PanelSeries, lines: readonly PanelSeries[], until: number): LimitLine[] {
  const fitting = lines
    .filter((line) => line.key !== mover.key && line.unit === mover.unit)
    .map((line) => ({ line, ...kinship(mover, line) }))
    .filter(({ conflict }) => !conflict);
  const closest = Math.max(...fitting.map(({ alike }) => alike));
  return fitting.filter(({ alike }) => alike === closest).flatMap(({ line }) => lineAt(line, until) ?? []);
}

function lineAt(line: PanelSeries, until: number): LimitLine | undefined {
  const seen = line.values.filter((value, i) => Number.isFinite(value) && (line.times[i] ?? Infinity) <= until);
  const value = seen.at(-1);
  // With 0 or -1 exporters say that there is no limit.
  return value === undefined || value <= 0
    ? undefined
    : { name: line.name, value, moves: stepsIn(seen) > 0, towards: towards(line) };
}

/** How much of what names both is alike, and whether a label says that they are of two things. */
function kinship(mover: PanelSeries, line: PanelSeries): { alike: number; conflict: boolean } {
  const keys = Object.keys(line.labels).filter((key) => key in mover.labels);
  if (keys.length === 0) {
    const words = new Set(partsOf(mover.name));
    return { alike: partsOf(line.name).filter((word) => words.has(word)).length, conflict: false };
  }
  const isAlike = (key: string) => line.labels[key] === mover.labels[key];
  const isOfOneThing = keys.some((key) => isAlike(key) && !TOLD_BY.has(key));
  const conflict = keys.some(
    (key) => !isAlike(key) && !(TOLD_BY.has(key) && isOfOneThing) && !wordsOf(line.labels[key]).some(isLimitWord)
  );
  return { alike: keys.filter(isAlike).length, conflict };
}

/** Numbers and letters of any script tell things apart: `web-1` is not `web-2`. */
function partsOf(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

function towards(line: PanelSeries): LimitLine['towards'] {
  const words = namesOf(line);
  if (words.some((word) => LOWER.has(word))) {
    return 'falling';
  }
  return words.some((word) => EITHER.has(word)) && !words.some((word) => UPPER.has(word)) ? null : 'rising';
}

function isAboveAll(line: PanelSeries, movers: readonly PanelSeries[], all: readonly PanelSeries[]): boolean {
  if (line.refId === undefined || all.some((one) => one !== line && one.refId === line.refId)) {
    return false;
  }
  const height = line.values.find(Number.isFinite) ?? NaN;
  const under = movers.filter(({ unit }) => unit === line.unit);
  const most = under.reduce(
    (top, { values }) => values.reduce((best, value) => (value > best ? value : best), top),
    -Infinity
  );
  return height > most && height <= NEARBY * most;
}

/** How often the value changes; Infinity where too little was measured to say. */
function stepsIn(values: readonly number[]): number {
  let steps = 0;
  let count = 0;
  let before = NaN;
  for (const value of values) {
    if (Number.isFinite(value)) {
      // Sums of limits differ in their last digits.
      steps += count > 0 && Math.abs(value - before) > 1e-9 * Math.abs(before) ? 1 : 0;
      count += 1;
      before = value;
    }
  }
  return count < FEWEST ? Infinity : steps;
}

function mostSteps({ length }: readonly number[]): number {
  return Math.max(1, Math.floor(length / POINTS_A_STEP));
}

function isNamed(series: PanelSeries, amongStatistics: boolean): boolean {
  return namesOf(series).some((word) => isLimitWord(word) && !(amongStatistics && STATISTIC.has(word)));
}

function namesOf({ name, labels }: PanelSeries): string[] {
  return [name, ...Object.values(labels)].flatMap(wordsOf);
}

function isLimitWord(word: string): boolean {
  return UPPER.has(word) || LOWER.has(word) || EITHER.has(word);
}
