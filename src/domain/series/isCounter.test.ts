import { isCounter } from './isCounter';

const rising = [1, 5, 9, 20, 3, 8, 30, 31, 32, 40];
const asked = (expr: string) => ({ name: 'x', values: rising, queries: [{ refId: 'A', expr }] });

it.each([
  'http_requests_total',
  'sum(http_request_duration_seconds_count{job="cart"})',
  'http_request_duration_seconds_sum / 60',
])('takes %s for a counter', (expr) => {
  expect(isCounter(asked(expr))).toBe(true);
});

it.each([
  'rate(http_requests_total[5m])',
  'sum by (job) (increase(http_requests_total[5m]))',
  'count(http_requests_total)',
  'nonNegativeDerivative(app.http_requests_total)',
  'node_memory_MemTotal_bytes',
  'process_resident_memory_bytes',
])('takes %s for none', (expr) => {
  expect(isCounter(asked(expr))).toBe(false);
});

it('goes by the name of the series when the query says nothing', () => {
  expect(isCounter({ name: 'orders_total', values: rising, queries: [{ refId: 'A', scenarioId: 'csv' }] })).toBe(true);
  expect(isCounter({ name: 'orders waiting', values: rising, queries: [null, 3] })).toBe(false);
});

it('takes a gauge with the name of a counter for none: it falls as often as it likes', () => {
  const values = [10, 9, 11, 10, 12, 9, 8, 12, NaN, 10];
  expect(isCounter({ ...asked('jvm_threads_count'), values })).toBe(false);
});
