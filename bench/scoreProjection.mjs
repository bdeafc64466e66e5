// Scores answers {crossing, lo, hi, p} against what came. Leads are counted in parts of the horizon, 1 = not within it.
const clamp = (x) => Math.min(1, Math.max(0, x));
const mean = (list) => list.reduce((sum, x) => sum + x, 0) / list.length;
const middle = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const percent = (list) => (100 * mean(list)).toFixed(1);

/** One row of the table: method, interval score (Winkler, 80 %), coverage, early, late, MdAPE, Brier, false, missed. */
export function scoreProjection(name, project, episodes) {
  const graded = episodes.map((episode) =>
    grade(episode, project(episode.times, episode.values, episode.threshold, episode.horizon))
  );
  const crossed = graded.filter(({ came }) => came);
  const stopped = graded.filter(({ came }) => !came);
  return {
    name,
    score: mean(graded.map(({ interval }) => interval)).toFixed(3),
    covered: percent(graded.map(({ covered }) => covered)),
    early: percent(graded.map(({ early }) => Number(early))),
    late: percent(graded.map(({ late }) => Number(late))),
    error: (100 * middle(crossed.map(({ error }) => error))).toFixed(1),
    brier: mean(graded.map(({ came, p }) => (p - Number(came)) ** 2)).toFixed(3),
    falsely: percent(stopped.map(({ p }) => Number(p >= 0.5))),
    missed: percent(crossed.map(({ p }) => Number(p < 0.5))),
  };
}

function grade({ times, horizon, cross }, answer) {
  const now = times.at(-1);
  const part = (moment) => (moment === null || moment === undefined ? 1 : clamp((moment - now) / horizon));
  const truth = part(cross);
  const [lo, hi] = [part(answer.lo), part(answer.hi)];
  const came = cross !== null;
  const early = truth < lo;
  const late = truth > hi;
  // An answer that leaves more than a tenth to "never" is right about a growth that stopped only in that measure.
  const never = Math.max(0, 0.9 - Math.max(0.1, answer.p)) / Math.max(1e-9, 1 - answer.p);
  return {
    came,
    early,
    late,
    p: answer.p,
    covered: came ? Number(!early && !late) : clamp(never),
    interval: hi - lo + 10 * Math.max(0, lo - truth) + 10 * Math.max(0, truth - hi),
    error: Math.abs(part(answer.crossing) - truth) / truth,
  };
}

/** A constant answer that never looks at the graph: whoever scores worse had better not look either. */
export function withoutLooking(times, _values, _threshold, horizon) {
  const now = times.at(-1);
  return { crossing: now + 0.3 * horizon, lo: now + 0.02 * horizon, hi: null, p: 0.6 };
}

/** Least squares, carried on: what dashboards and alert rules offer today; certain by construction. */
export function straightLine(times, values, threshold, horizon) {
  const now = times.at(-1);
  const [t, v] = [mean(times), mean(values)];
  const slope =
    times.reduce((sum, time, i) => sum + (time - t) * (values[i] - v), 0) /
    times.reduce((sum, time) => sum + (time - t) ** 2, 0);
  const meets = t + (threshold - v) / slope;
  const crossing = meets > now && meets <= now + horizon ? meets : null;
  return { crossing, lo: crossing, hi: crossing, p: crossing === null ? 0 : 1 };
}
