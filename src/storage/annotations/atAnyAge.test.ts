import { encodeMarker } from '../../domain/codec/encodeMarker';
import { encodeRecord } from '../../domain/codec/encodeRecord';
import { readAnnotation } from '../../domain/codec/annotation';
import { aRecord } from '../../testing/builders/builders';
import { memoryAnnotations } from '../../testing/grafana/memoryAnnotations';
import { failureKind, valueIn } from '../../testing/grafana/valueIn';
import { failureOf } from '../../grafana/outcome';
import { atAnyAge } from './atAnyAge';

const DAY = 24 * 3_600_000;
const NOW = Date.UTC(2026, 10, 1);
const PLACE = { kind: 'organization' } as const;
const recordOf = (at: number) =>
  encodeRecord(aRecord({ stretch: { from: at - 1000, to: at }, actedAt: at }), PLACE, '/nm');

function aGrafana(mode: 'legacy' | 'app-platform' = 'app-platform') {
  const annotations = memoryAnnotations({ mode, now: () => NOW });
  const port = atAnyAge(annotations, () => NOW);
  const timesOf = async (id: number) => readAnnotation(valueIn(await annotations.get(id)));
  const posts = () => annotations.calls().filter((method) => method === 'post').length;
  return { annotations, port, timesOf, posts };
}

it.each([
  ['a hundred days old', -100 * DAY],
  ['ten days ahead', 10 * DAY],
])('stores a record that is %s at now', async (_, from) => {
  const { port, timesOf, posts } = aGrafana();
  const id = valueIn(await port.post(recordOf(NOW + from)));
  expect(await timesOf(id)).toMatchObject({ time: NOW, timeEnd: NOW });
  expect(posts()).toBe(2);
});

it('leaves it at its times where Grafana takes it', async () => {
  const { port, timesOf, posts } = aGrafana('legacy');
  const id = valueIn(await port.post(recordOf(NOW - 100 * DAY)));
  expect(await timesOf(id)).toMatchObject({ timeEnd: NOW - 100 * DAY });
  expect(posts()).toBe(1);
});

it('leaves a marker refused: at now it would be wrong on the graph', async () => {
  const { port, posts } = aGrafana();
  const at = NOW - 100 * DAY;
  const marker = encodeMarker(aRecord({ stretch: { from: at - 1000, to: at } }), '/nm');
  expect(marker && failureKind(await port.post(marker))).toBe('refused');
  expect(posts()).toBe(1);
});

it.each([
  [500, 'refused'],
  [400, 'refused'],
  [403, 'forbidden'],
  [503, 'unavailable'],
] as const)('tells of an old marker that a %d is %s', async (status, kind) => {
  const { annotations, port } = aGrafana('legacy');
  annotations.failNext('post', { failure: failureOf(status, '') });
  const at = NOW - 100 * DAY;
  const marker = encodeMarker(aRecord({ stretch: { from: at - 1000, to: at } }), '/nm');
  expect(marker && failureKind(await port.post(marker))).toBe(kind);
});

it.each([400, 403, 422, 500])('takes a %d for a refusal, whatever it says', async (status) => {
  const { annotations, port } = aGrafana('legacy');
  annotations.failNext('post', { failure: failureOf(status, 'no reason') });
  expect((await port.post(recordOf(NOW - 30 * DAY))).ok).toBe(true);
});

it.each([401, 404, 429, 502, 503, 504])('does not take a %d for one', async (status) => {
  const { annotations, port, posts } = aGrafana('legacy');
  annotations.failNext('post', { failure: failureOf(status, '') });
  expect((await port.post(recordOf(NOW - 30 * DAY))).ok).toBe(false);
  expect(posts()).toBe(1);
});

it('leaves what is young refused', async () => {
  const { annotations, port, posts } = aGrafana('legacy');
  annotations.failNext('post', { failure: failureOf(400, 'tags too long') });
  expect((await port.post(recordOf(NOW - DAY))).ok).toBe(false);
  expect(posts()).toBe(1);
});

it('gives the second refusal where there is one', async () => {
  const { annotations, port } = aGrafana('legacy');
  annotations.failNext('post', { failure: failureOf(403, 'not here'), times: 2 });
  expect(await port.post(recordOf(NOW - 30 * DAY))).toMatchObject({ ok: false, failure: { detail: 'not here' } });
});
