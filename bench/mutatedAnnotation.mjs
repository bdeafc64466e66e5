// One annotation that went wrong on its way: a real one, altered in its JSON, in its text or in what Grafana says of it.
import { HOSTILE_TEXTS } from '../src/testing/builders/hostileTexts.ts';

const NUMBERS = [
  0,
  -0,
  -1,
  1,
  0.5,
  1e3,
  2 ** 31,
  2 ** 53,
  8.64e15,
  8.64e15 + 1,
  9.3e18,
  1e300,
  -1e300,
  1.7e308,
  5e-324,
];
const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'length', '', '0', 'then'];
/** Put in as they are: `JSON.stringify` makes none of them. */
const RAW = [
  '1e999',
  '-1e999',
  '1E400',
  '0.1e-999',
  '{"__proto__":{"title":"x"}}',
  '"\\ud83d"',
  '"\\u0000"',
  '['.repeat(1e5) + ']'.repeat(1e5),
];
const TAGS = ['near-miss', 'near-miss-change', 'near-miss-retro', 'near-miss-marker', 'nm:', 'nm:a', 'team:x'];

/** A raw annotation made from one of `originals` (as Grafana answers them); `random()` gives 0 to below 1. */
export function mutatedAnnotation(originals, random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const often = (share) => random() < share;
  const original = pick(originals);
  const raw = { ...original, text: original.text };
  if (often(0.75)) {
    raw.text = withPayload(raw.text, (payload) => alteredTimes(payload, 1 + Math.floor(random() * 4), tools()));
  }
  if (often(0.3)) {
    raw.text = alteredText(raw.text, originals, tools());
  }
  if (often(0.2)) {
    raw[pick(['id', 'time', 'timeEnd', 'created', 'updated', 'login', 'dashboardUID', 'tags', 'text', 'panelId'])] =
      pick([undefined, null, pick(NUMBERS), '', {}, [], NaN, Infinity, pick(originals), true, [pick(TAGS), 7, null]]);
  }
  return often(0.002) ? pick([null, undefined, 7, 'text', [], [raw], {}]) : raw;

  function tools() {
    return { pick, often, random };
  }
}

function withPayload(text, alter) {
  const start = text.indexOf('<!--near-miss ');
  if (start < 0) {
    return text;
  }
  const payload = alter(JSON.parse(text.slice(start + 14, -3)));
  const json = (JSON.stringify(payload) ?? 'null').replace(/"«(\d+)»"/g, (_, index) => RAW[Number(index)]);
  return `${text.slice(0, start)}<!--near-miss ${json.replaceAll('--', '-\\u002d').replaceAll('>', '\\u003e')}-->`;
}

function alteredTimes(payload, times, tools) {
  let altered = payload;
  for (let i = 0; i < times; i++) {
    altered = alteredValue(altered, tools, 0);
  }
  return altered;
}

/** Walks to a random place in it and puts something else there. */
function alteredValue(value, tools, depth) {
  const { pick, often } = tools;
  if (typeof value !== 'object' || value === null || (depth > 0 && often(0.25))) {
    return something(value, tools);
  }
  const keys = Object.keys(value);
  const copy = Array.isArray(value) ? [...value] : { ...value };
  if (keys.length === 0 || often(0.1)) {
    return withOwn(copy, pick(NAMES), something(value, tools));
  }
  const key = pick(keys);
  if (often(0.1)) {
    delete copy[key];
    return copy;
  }
  return withOwn(copy, key, alteredValue(copy[key], tools, depth + 1));
}

/** An assignment to `__proto__` would set the prototype, which JSON does not show. */
function withOwn(object, key, value) {
  if (Array.isArray(object) && key === 'length') {
    return object;
  }
  return Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}

function something(former, { pick, often, random }) {
  const length = often(0.01) ? 200_000 : 40;
  return pick([
    () => null,
    () => true,
    () => pick(NUMBERS),
    () => pick(NUMBERS) * random(),
    () => pick(HOSTILE_TEXTS)[1],
    () => String.fromCodePoint(...Array.from({ length: 12 }, () => Math.floor(random() * 0x110000))),
    () => pick(NAMES),
    () => `«${Math.floor(random() * RAW.length)}»`,
    () => [],
    () => ({}),
    () => [former, former],
    () => ({ [pick(NAMES)]: former }),
    () =>
      [former]
        .flat()
        .concat(Array.from({ length: Math.floor(random() * length) }, () => former))
        .slice(0, 2_000),
    () => pick(['AA', 'Zz', '__', '!!', 'é', '=']).repeat(Math.floor(random() * length)),
    () => nested(often(0.05) ? 5_000 : Math.floor(random() * 80), former),
    () =>
      typeof former === 'string' ? former.slice(Math.floor(random() * former.length)) : (JSON.stringify(former) ?? ''),
    () => (typeof former === 'number' ? String(former) : Number(JSON.stringify(former))),
  ])();
}

function nested(levels, inner) {
  let value = inner;
  for (let i = 0; i < levels; i++) {
    value = i % 2 === 0 ? [value] : { a: value };
  }
  return value;
}

function alteredText(text, originals, { pick, random }) {
  const at = Math.floor(random() * (text.length + 1));
  const other = pick(originals).text;
  return pick([
    () => text.slice(0, at),
    () => text.slice(at),
    () =>
      text.slice(0, at) +
      String.fromCharCode((text.charCodeAt(at) || 0) ^ (1 << Math.floor(random() * 16))) +
      text.slice(at + 1),
    () => text.slice(0, at) + other.slice(Math.floor(random() * other.length)),
    () => text.slice(0, at) + pick(HOSTILE_TEXTS)[1] + text.slice(at),
    () => text + text,
    () =>
      text.slice(0, at) +
      pick(['<', '>', '{', '}', '[', '"', '\\', '-->', '<!--', '\u0000']).repeat(1 + random() * 50) +
      text.slice(at),
    () => text.replaceAll('"', pick(["'", '""', '\\"'])),
  ])();
}
