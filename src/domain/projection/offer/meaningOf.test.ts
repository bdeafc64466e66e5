import { meaningOf } from './meaningOf';

it.each([
  ['Cache hit ratio', 'more-is-better'],
  ['node_memory_MemAvailable_bytes', 'more-is-better'],
  ['Available RAM [bytes]', 'more-is-better'],
  ['CacheHitPercent', 'more-is-better'],
  ['Disk used', 'more-is-worse'],
  ['request_duration_seconds', 'more-is-worse'],
  ['Free memory used by caches', null],
  ['Success rate (non-error responses)', 'more-is-better'],
  ['heap', null],
  ['', null],
])('takes %s for %s', (name, meaning) => {
  expect(meaningOf([name])).toBe(meaning);
});

it('goes by the first name that says something: the series before its panel', () => {
  expect(meaningOf(['errors', 'Success rate'])).toBe('more-is-worse');
  expect(meaningOf(['po/checkout', 'Success rate'])).toBe('more-is-better');
  expect(meaningOf([])).toBeNull();
});
