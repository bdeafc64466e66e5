import type { SeriesTraits } from './projectStretch';

/** Where Grafana's percent units end. */
const WHOLE: Readonly<Record<string, number>> = { percent: 100, percentunit: 1 };

/**
 * The most and the least a series can be: the end of a percentage (100 or 1, and 0), else the panel's min and max. A bound
 * that a value or a threshold step lies beyond is none: CPUs count to 100 % each, and max may be where an axis ends.
 */
export function boundsOf(
  { unit, min, max, mode, steps }: LimitHints,
  values: readonly number[]
): Pick<SeriesTraits, 'floor' | 'ceiling'> {
  const whole = WHOLE[unit ?? ''];
  const known = [...values, ...(mode === 'absolute' ? steps.map(({ value }) => value) : [])].filter(Number.isFinite);
  const ceiling = whole ?? max;
  const floor = whole === undefined ? min : 0;
  return {
    ...(ceiling !== undefined && known.every((value) => value <= ceiling) ? { ceiling } : {}),
    ...(floor !== undefined && known.every((value) => value >= floor) ? { floor } : {}),
  };
}

export interface LimitProposal {
  value: number;
  direction: 'rising' | 'falling';
  origin: 'threshold' | 'max' | 'min' | 'percent';
}

/** What a panel's field config says about a series; a series override has been applied to it by the caller. */
export interface LimitHints {
  /** Without the base step at -Infinity. */
  steps: readonly { value: number }[];
  mode: 'absolute' | 'percentage';
  min?: number;
  max?: number;
  /** Grafana unit id. */
  unit?: string;
  /** Whether the panel draws its thresholds as lines or areas. */
  thresholdsShown: boolean;
}

/**
 * The limit to start from, and the others to offer (design §4.3): proposed is the farthest threshold step beyond the
 * last value in the direction of the trend; offered are the other steps, max or min, and the end of a percentage, the
 * nearest first. Percentage steps count between min and max as Grafana's do (0 and 100 where absent). Grafana's
 * untouched default (one step at 80, not drawn, no percent unit) is no proposal.
 */
export function proposeLimit(
  hints: LimitHints,
  last: number,
  direction: 'rising' | 'falling'
): { proposed?: LimitProposal; others: LimitProposal[] } {
  const sign = direction === 'rising' ? 1 : -1;
  const distance = ({ value }: LimitProposal) => sign * (value - last);
  const ahead = (proposals: LimitProposal[]) =>
    proposals.filter((each) => distance(each) > 0).sort((a, b) => distance(a) - distance(b));
  const steps = ahead(stepsOf(hints).map((value) => ({ value, direction, origin: 'threshold' })));
  const proposed = steps.at(-1);
  const others = ahead([...steps.slice(0, -1), ...endsOf(hints, direction)]).filter(
    (each, i, all) => each.value !== proposed?.value && all.findIndex(({ value }) => value === each.value) === i
  );
  return proposed ? { proposed, others } : { others };
}

function stepsOf(hints: LimitHints): number[] {
  if (isUntouchedDefault(hints)) {
    return [];
  }
  const values = hints.steps.map(({ value }) => value).filter(Number.isFinite);
  if (hints.mode === 'absolute') {
    return values;
  }
  const { min = 0, max = 100 } = hints;
  return values.map((percent) => min + ((max - min) * percent) / 100);
}

function isUntouchedDefault({ steps, mode, unit, thresholdsShown }: LimitHints): boolean {
  return (
    mode === 'absolute' &&
    !thresholdsShown &&
    percentEnd(unit) === undefined &&
    steps.length === 1 &&
    steps[0]?.value === 80
  );
}

function endsOf({ min, max, unit }: LimitHints, direction: 'rising' | 'falling'): LimitProposal[] {
  const bound = direction === 'rising' ? max : min;
  const percent = direction === 'rising' ? percentEnd(unit) : percentEnd(unit) && 0;
  const proposals: LimitProposal[] = [];
  if (bound !== undefined && Number.isFinite(bound)) {
    proposals.push({ value: bound, direction, origin: direction === 'rising' ? 'max' : 'min' });
  }
  if (percent !== undefined) {
    proposals.push({ value: percent, direction, origin: 'percent' });
  }
  return proposals;
}

/** Where Grafana's percent units end. */
function percentEnd(unit: string | undefined): number | undefined {
  if (unit === 'percent') {
    return 100;
  }
  return unit === 'percentunit' ? 1 : undefined;
}
