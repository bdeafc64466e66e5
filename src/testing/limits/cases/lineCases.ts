import { climb, drawn, flat, gapped, noisy, panel, panelV2, type PanelCase, stepwise, thresholds } from '../panelCase';

const bytes = { unit: 'bytes' };
const used = drawn('memory used', climb(20, 60));
const pods = ['cart', 'mail', 'shop'];
const ofPod = (pod: string) => ({ namespace: 'web', pod });

/** Limits drawn as series. */
export const LINE_CASES: readonly PanelCase[] = [
  panel('a limit above', {
    defaults: bytes,
    frames: [drawn('memory limit', flat(100)), used],
    want: { series: 'memory used', last: 'memory limit', limit: 100, origin: 'line', moves: false },
  }),
  panelV2('a limit above in the second schema', {
    defaults: bytes,
    frames: [drawn('limit', flat(100)), used],
    want: { series: 'memory used', last: 'limit', limit: 100, origin: 'line' },
  }),
  panel('request and limit: the farther', {
    defaults: bytes,
    frames: [drawn('requests', flat(70)), used, drawn('limits', flat(100))],
    want: { series: 'memory used', limit: 100, origin: 'line', chips: [70, 100] },
  }),
  panel('past its request, towards its limit', {
    defaults: bytes,
    frames: [drawn('requests', flat(40)), used, drawn('limits', flat(100))],
    want: { limit: 100, chips: [40, 100] },
  }),
  panel('before drawn thresholds', {
    defaults: {
      ...bytes,
      ...thresholds([
        [null, 'green'],
        [200, 'red'],
      ]),
    },
    frames: [used, drawn('quota', flat(100))],
    want: { limit: 100, origin: 'line', chips: [100, 200] },
  }),
  panel('before the max of the panel', {
    defaults: { ...bytes, max: 128 },
    frames: [used, drawn('total', flat(100))],
    want: { limit: 100, origin: 'line', chips: [100, 128] },
  }),
  panel('each pod has its own', {
    defaults: bytes,
    frames: [
      ...pods.map((pod, i) => drawn(`${pod} limit`, flat(100 + 20 * i), ofPod(pod), 'B')),
      ...pods.map((pod, i) => drawn(pod, i === 1 ? climb(50, 110) : noisy(60), ofPod(pod))),
    ],
    want: { series: 'mail', limit: 120, chips: [120], origin: 'line' },
  }),
  panel('the limit of another pod is none', {
    defaults: bytes,
    frames: [drawn('cart', climb(50, 110), ofPod('cart')), drawn('mail limit', flat(150), ofPod('mail'), 'B')],
    want: { series: 'cart', limit: null, chips: [] },
  }),
  panel('told by another exporter', {
    defaults: bytes,
    frames: [
      drawn('cart', climb(50, 110), { pod: 'cart', job: 'kubelet', instance: '10.0.0.1:10250' }),
      drawn('limit', flat(150), { pod: 'cart', job: 'kube-state-metrics', instance: '10.0.0.9:8080' }, 'B'),
    ],
    want: { series: 'cart', limit: 150, origin: 'line' },
  }),
  panel('a quota of kinds told by a label', {
    frames: [
      drawn('used', climb(20, 60), { namespace: 'web', type: 'used' }),
      drawn('hard', flat(80), { namespace: 'web', type: 'hard' }),
    ],
    want: { series: 'used', limit: 80, origin: 'line' },
  }),
  panel('a limit that was raised counts as it stands', {
    defaults: bytes,
    frames: [used, drawn('capacity', stepwise(70, 120))],
    want: { series: 'memory used', limit: 120, moves: true },
  }),
  panel('a limit that was lowered', {
    defaults: bytes,
    frames: [drawn('max heap', stepwise(120, 80)), used],
    want: { series: 'memory used', limit: 80, moves: true, last: 'max heap' },
  }),
  panel('a limit with a gap', {
    defaults: bytes,
    frames: [drawn('limit', gapped(flat(100), 0.3, 0.5)), used],
    want: { limit: 100, moves: false },
  }),
  panel('a level line of a query of its own', {
    defaults: bytes,
    frames: [used, drawn('node', flat(80), {}, 'B')],
    want: { series: 'memory used', limit: 80, origin: 'line', last: 'node' },
  }),
  panel('an idle neighbour of the same query is no limit', {
    defaults: bytes,
    frames: [drawn('cart', climb(20, 60)), drawn('mail', flat(80))],
    want: { series: 'cart', limit: null },
  }),
  panel('requests that waver are traffic', {
    defaults: { unit: 'reqps' },
    frames: [drawn('total requests', noisy(100)), drawn('failed', climb(2, 40))],
    want: { series: 'failed', limit: null, chips: [] },
  }),
  panel('a limit in another unit is none', {
    overrides: [{ matcher: { id: 'byName', options: 'memory used' }, properties: [{ id: 'unit', value: 'bytes' }] }],
    frames: [used, drawn('max connections', flat(100), {}, 'B')],
    want: { series: 'memory used', limit: null, unit: 'bytes' },
  }),
  panel('a lower line for what runs out', {
    defaults: bytes,
    frames: [drawn('free', climb(80, 35)), drawn('minimum free', flat(10))],
    want: { series: 'free', limit: 10, origin: 'line', heads: 'falling' },
  }),
  panel('usage that falls below its request has met nothing', {
    defaults: bytes,
    frames: [drawn('used', climb(80, 50)), drawn('request', flat(40)), drawn('limit', flat(100))],
    want: { series: 'used', limit: null, chips: [40, 100] },
  }),
  panel('a threshold drawn as a series', {
    frames: [drawn('latency', climb(20, 60)), drawn('SLO threshold', flat(90))],
    want: { series: 'latency', limit: 90, last: 'SLO threshold' },
  }),
  panel('the limit alone has moved: it is not the trend', {
    defaults: bytes,
    frames: [drawn('limit', stepwise(100, 200)), drawn('used', noisy(50))],
    want: { series: 'used', last: 'limit' },
  }),
  panel('names without labels', {
    defaults: bytes,
    frames: [
      drawn('cart used', climb(20, 60)),
      drawn('mail used', noisy(30)),
      drawn('mail limit', flat(90)),
      drawn('cart limit', flat(80)),
    ],
    want: { series: 'cart used', limit: 80, chips: [80] },
  }),
];
