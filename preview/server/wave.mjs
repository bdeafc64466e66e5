// @ts-check
import { Refusal } from './http.mjs';

const MAX_POINTS = 10_000;
const UNIT_MS = { s: 1e3, m: 60e3, h: 3600e3, d: 86400e3, w: 604800e3, M: 2592000e3, y: 31536000e3 };

/** Epoch ms of `now-6h`, `1700000000000` or an ISO date. @param {string} text */
function toEpoch(text) {
  const relative = /^now(?:([-+])(\d+)([smhdwMy]))?$/.exec(text);
  if (!relative) {
    return /^\d+$/.test(text) ? Number(text) : Date.parse(text);
  }
  const [, sign, count = '0', unit = 's'] = relative;
  const distance = Number(count) * UNIT_MS[/** @type {keyof typeof UNIT_MS} */ (unit)];
  return Date.now() + (sign === '-' ? -distance : distance);
}

/** @param {string} csv @returns {(number | null)[]} NaN is sent as null with an entity, as data frames do */
function readValues(csv) {
  const cells = csv.trim().replace(/,+$/, '').split(',');
  return cells.map((cell) => {
    const text = cell.trim();
    const value = Number(text);
    if (text === 'null') {
      return null;
    }
    if (text === '' || (Number.isNaN(value) && text !== 'nan')) {
      throw new Refusal(500, `failed to parse value '${text}' into nullable float`);
    }
    return value;
  });
}

/** @param {string} text `service=cart,host="a"`, with or without braces */
function readLabels(text) {
  const pairs = text
    .replace(/^[{}]+|[{}]+$/g, '')
    .split(',')
    .filter((pair) => pair.includes('='));
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      const value = pair
        .slice(at + 1)
        .trim()
        .replace(/^"+|"+$/g, '');
      return [pair.slice(0, at).trim(), value.replaceAll('$seriesIndex', '0')];
    })
  );
}

/**
 * One wave over a range, at absolute times: the value at t is the one at t mod (step x values), whenever one looks.
 * @param {any} wave @param {string} name @param {string} refId @param {number} from @param {number} to epoch ms
 */
function toFrame(wave, name, refId, from, to) {
  const values = readValues(wave.valuesCSV ?? '');
  const step = wave.timeStep * 1000;
  if (!(step > 0)) {
    throw new Refusal(400, 'timeStep must be at least one second');
  }
  /** @type {number[]} */
  const times = [];
  const points = [];
  for (let time = from - (from % step); times.length < MAX_POINTS && time < to; time += step) {
    times.push(time);
    points.push(values[(time % (step * values.length)) / step] ?? null);
  }
  const unreadable = points.flatMap((value, at) => (Number.isNaN(value) ? [at] : []));
  return {
    schema: {
      name: wave.name || name,
      refId,
      meta: { type: 'timeseries-multi', typeVersion: [0, 0] },
      fields: [
        { name: 'Time', type: 'time', typeInfo: { frame: 'time.Time' } },
        { name: 'Value', type: 'number', typeInfo: { frame: 'float64', nullable: true }, labels: readLabels(wave.labels ?? '') },
      ],
    },
    data: { values: [times, points], ...(unreadable.length > 0 ? { entities: [null, { NaN: unreadable }] } : {}) },
  };
}

/** Answers `POST /api/ds/query` for TestData's predictable_csv_wave, and nothing else. @param {any} body */
export function answerQueries(body) {
  const from = toEpoch(String(body.from));
  const to = toEpoch(String(body.to));
  /** @type {Record<string, any>} */
  const results = {};
  for (const query of body.queries ?? []) {
    if (query.scenarioId !== 'predictable_csv_wave') {
      const error = `The preview has only TestData's predictable_csv_wave, not ${query.scenarioId}`;
      results[query.refId] = { status: 400, error, frames: [] };
      continue;
    }
    const waves = Array.isArray(query.csvWave) ? query.csvWave : [query.csvWave];
    const name = query.alias || `${query.refId}-series`;
    const frames = waves.map((wave) => toFrame(wave, name, query.refId, from, to));
    results[query.refId] = { status: 200, frames };
  }
  return { results };
}
