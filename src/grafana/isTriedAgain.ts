import type { Failure, FailureKind } from './outcome';

// After these nobody knows whether the server did it, or it will do it once somebody signs in again.
const KINDS: ReadonlySet<FailureKind> = new Set<FailureKind>([
  'aborted',
  'offline',
  'timeout',
  'unauthorized',
  'unavailable',
  'unreadable',
]);

/** Whether a failed write goes on by itself; anything else is a refusal, which a person must look at. */
export const isTriedAgain = ({ kind }: Failure): boolean => KINDS.has(kind);
