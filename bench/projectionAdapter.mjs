// What a scorer asks for: project(times, values, threshold, horizon) -> {crossing, lo, hi, p}. A refusal becomes
// "not within the horizon" with a small chance: nothing was said, so nothing may be scored as if it had been.
import { project as answer } from '../src/domain/projection/project.ts';

export { proposeStretch } from '../src/domain/projection/proposeStretch.ts';

const CHANCE_WHEN_REFUSED = { 'no-trend': 0.15 };

export function project(times, values, threshold, horizon) {
  const result = answer({ times, values, limit: threshold, horizon });
  if (result.ok) {
    return result;
  }
  return { crossing: null, lo: null, hi: null, p: CHANCE_WHEN_REFUSED[result.reason] ?? 0.05, refused: result.reason };
}
