// Where growth began and was relieved in the lab traces, in seconds, as the experiments were set up and as their
// figures show it. A start counts as found within 10 % of the growth's length, a relief within 10 % likewise.
// The two "accel" traces leak from the first second on, slowly at first: kept as 0, although an eye would say later.
const BEGINS = {
  'lab-go-deploy': 112,
  'lab-jvm-deploy': 112,
  'lab-node-heap-deploy': 112,
  'lab-queue-budget-fast': 84,
  'lab-queue-storm': 30,
};
const RELIEVED = { 'lab-queue-scale': 180 };
const NEAR = 0.1;
const ACTED = [0.75, 1];

/** Scores proposeStretch on each trace, acted on at three quarters and at its end, and once restarted in between. */
export function scoreStretch(proposeStretch, traces) {
  const cases = traces.flatMap((trace) => [...ACTED.map((part) => plain(trace, part)), restarted(trace)]);
  const judged = cases.map((each) => judge(proposeStretch, each));
  const count = (key) => `${judged.filter((each) => each[key]).length} of ${judged.length}`;
  return {
    starts: count('startFound'),
    ends: count('endFound'),
    missed: judged.filter((each) => !each.startFound || !each.endFound),
  };
}

function plain({ name, times, values }, part) {
  const start = times[0];
  const acted = start + part * (times.at(-1) - start);
  const relief = RELIEVED[name] === undefined ? Infinity : start + RELIEVED[name] * 1000;
  return {
    name: `${name} acted at ${part * 100} %`,
    times,
    values,
    acted,
    begin: start + (BEGINS[name] ?? 0) * 1000,
    end: Math.min(acted, relief),
  };
}

/** The trace up to its highest growth, then at once the whole trace again: a process that leaked, restarted, leaked. */
function restarted({ name, times, values }) {
  const start = times[0];
  const relief = RELIEVED[name] === undefined ? times.at(-1) : start + RELIEVED[name] * 1000;
  const first = times.filter((time) => time <= relief);
  const shift = relief - start + 250;
  const again = times.map((time) => time + shift);
  return {
    name: `${name} restarted`,
    times: [...first, ...again],
    values: [...values.slice(0, first.length), ...values],
    acted: again.at(-1),
    begin: again[0] + (BEGINS[name] ?? 0) * 1000,
    end: RELIEVED[name] === undefined ? again.at(-1) : again[0] + RELIEVED[name] * 1000,
  };
}

function judge(proposeStretch, { name, times, values, acted, begin, end }) {
  const proposed = proposeStretch(times, values, acted);
  const near = (a, b) => Math.abs(a - b) <= NEAR * (end - begin);
  const seconds = (time) => Math.round((time - times[0]) / 1000);
  return {
    name,
    wanted: `${seconds(begin)}–${seconds(end)} s`,
    got: proposed ? `${seconds(proposed.from)}–${seconds(proposed.to)} s` : 'nothing',
    startFound: proposed !== undefined && near(proposed.from, begin),
    endFound: proposed !== undefined && near(proposed.to, end),
  };
}
