import type { Status } from '../../../domain/record/record';
import { aHistoryItem, aNearMiss } from '../../../testing/builders';
import { statusBefore } from './statusBefore';

const after = (statuses: readonly Status[], over: Parameters<typeof aNearMiss>[0] = {}) =>
  statusBefore(
    aNearMiss({
      status: statuses.at(-1) ?? 'recorded',
      history: statuses.map((status, index) => aHistoryItem({ changeId: `c${index}`, set: { status } })),
      ...over,
    })
  );

it('is, for a withdrawal, the last one that was none', () => {
  expect(after(['discussed', 'closed', 'withdrawn', 'withdrawn'])).toBe('closed');
});

it('is, for what was closed, discussed only if it ever was', () => {
  expect(after(['closed'])).toBe('recorded');
  expect(after(['discussed', 'closed'])).toBe('discussed');
  expect(after(['discussed', 'recorded', 'closed'])).toBe('recorded');
});

it('is, for what was discussed, as it was recorded, also after it was closed and reopened', () => {
  expect(after(['discussed'])).toBe('recorded');
  expect(after(['discussed', 'closed', 'discussed'])).toBe('recorded');
});

it('is recorded without any other, and started while words are missing', () => {
  expect(after(['withdrawn'])).toBe('recorded');
  expect(after(['withdrawn'], { almost: '' })).toBe('started');
  expect(after(['withdrawn'], { savedBy: [] })).toBe('started');
});
