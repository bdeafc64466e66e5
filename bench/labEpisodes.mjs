// Cuts lab traces into episodes by a rule that looks only at the past: "brush" 20 or 40 % of the trace before each of
// four moments, keep it when its last quarter lies clearly apart from its first, and ask for a limit beyond.
const MOMENTS = [0.3, 0.45, 0.6, 0.75];
const WINDOWS = [0.2, 0.4];
const BEYOND = [0.2, 0.8, 1.8];
const CLEARLY = 0.25;

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** Episodes of one trace: {trace, times, values, threshold, horizon, cross}; cross is null when it never came. */
export function episodesOf({ name, times, values }) {
  const start = times[0];
  const length = times.at(-1) - start;
  const episodes = [];
  MOMENTS.forEach((moment, m) => {
    WINDOWS.forEach((window, w) => {
      const now = start + moment * length;
      const past = times.map((time, i) => ({ time, value: values[i] })).filter(({ time }) => time <= now);
      const stretch = past.filter(({ time }) => time >= now - window * length);
      const episode = moment >= window && cut(stretch, BEYOND[(m + w) % BEYOND.length]);
      if (episode) {
        const last = episode.times.at(-1);
        const horizon = Math.min(2 * (last - episode.times[0]), times.at(-1) - last);
        const later = times.findIndex((time, i) => time > last && time <= last + horizon && episode.isPast(values[i]));
        episodes.push({ trace: name, ...episode, horizon, cross: later < 0 ? null : times[later] });
      }
    });
  });
  return episodes;
}

function cut(points, beyond) {
  if (points.length < 30) {
    return undefined;
  }
  const values = points.map(({ value }) => value);
  const quarter = Math.floor(values.length / 4);
  const gain = median(values.slice(-quarter)) - median(values.slice(0, quarter));
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  if (Math.abs(gain) < CLEARLY * (highest - lowest) || gain === 0) {
    return undefined;
  }
  const threshold = (gain > 0 ? highest : lowest) + beyond * gain;
  const isOutOfReach = gain < 0 && lowest >= 0 && threshold < 0;
  const isPast = gain > 0 ? (value) => value >= threshold : (value) => value <= threshold;
  return isOutOfReach ? undefined : { times: points.map(({ time }) => time), values, threshold, isPast };
}
