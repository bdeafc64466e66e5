import type { Outcome } from '../../grafana/outcome';

/** The value of an answer that must be one. */
export function valueIn<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) {
    const { kind, status, detail } = outcome.failure;
    throw new Error(`expected a value, got ${kind} ${status} ${detail}`);
  }
  return outcome.value;
}

/** What went wrong in one word, also when nothing did. */
export function failureKind(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'no failure' : outcome.failure.kind;
}
