import { isTriedAgain } from './isTriedAgain';
import type { FailureKind } from './outcome';

const AGAIN: Readonly<Record<FailureKind, boolean>> = {
  aborted: true,
  offline: true,
  timeout: true,
  unauthorized: true,
  unavailable: true,
  unreadable: true,
  forbidden: false,
  missing: false,
  'not-acceptable': false,
  overtaken: false,
  refused: false,
};

it.each(Object.entries(AGAIN))('%s is tried again: %p', (kind, expected) => {
  expect(isTriedAgain({ kind: kind as FailureKind, status: 403, detail: '' })).toBe(expected);
});
