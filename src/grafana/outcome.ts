/** Why a call to Grafana gave no value. Each kind has words for people in `components/failureText.ts`. */
export type FailureKind =
  | 'aborted'
  | 'timeout'
  | 'offline'
  | 'unauthorized'
  | 'forbidden'
  | 'missing'
  | 'not-acceptable'
  | 'refused'
  /** Somebody else did it first; `detail` is the id of their near miss. */
  | 'overtaken'
  | 'unavailable'
  | 'unreadable';

export interface Failure {
  kind: FailureKind;
  /** HTTP status, or 0 when no answer came. */
  status: number;
  /** What the server or the browser said, for the details; may be empty. */
  detail: string;
}

/** A value or the reason there is none; callers must look. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; failure: Failure };
