import type { Status } from '../../../domain/record/record';
import { aHistoryItem, aNearMiss } from '../../../testing/builders';
import { statusBeforeWithdrawal } from './statusBeforeWithdrawal';

const after = (statuses: readonly Status[], over: Parameters<typeof aNearMiss>[0] = {}) =>
  statusBeforeWithdrawal(
    aNearMiss({
      status: 'withdrawn',
      history: statuses.map((status, index) => aHistoryItem({ changeId: `c${index}`, set: { status } })),
      ...over,
    })
  );

it('is the last one that was no withdrawal', () => {
  expect(after(['discussed', 'closed', 'withdrawn', 'withdrawn'])).toBe('closed');
});

it('is recorded without any other, and started while words are missing', () => {
  expect(after(['withdrawn'])).toBe('recorded');
  expect(after(['withdrawn'], { almost: '' })).toBe('started');
  expect(after(['withdrawn'], { savedBy: [] })).toBe('started');
});
