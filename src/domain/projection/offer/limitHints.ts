import type { Meaning } from './meaningOf';

/** A value from which on the panel shows another colour. */
export interface ThresholdStep {
  /** In the series' unit, or in percent of min to max. */
  value: number;
  /** As Grafana stores it: a name of its palette, or CSS; empty where there is none. */
  colour?: string;
}

/** What a panel's field config says about a series; a series override has been applied to it by the caller. */
export interface LimitHints {
  /** Colour of what lies below all steps. */
  base?: string;
  /** Without the base step. */
  steps: readonly ThresholdStep[];
  mode: 'absolute' | 'percentage';
  min?: number;
  max?: number;
  /** Where the axis ends as long as nothing goes beyond. */
  softMin?: number;
  softMax?: number;
  /** Which way is the good one, where names tell; the colours of thresholds count more. */
  meaning?: Meaning | null;
  /** Grafana unit id. */
  unit?: string;
  /** Whether the panel draws its thresholds as lines or areas, or shows values in their colours. */
  thresholdsShown: boolean;
  /** True when a variable left a step without a number, so that the steps are not what the panel shows. */
  stepsUnfilled?: boolean;
}
