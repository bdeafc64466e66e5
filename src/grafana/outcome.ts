interface KindOfFailure {
  /** HTTP statuses that stand for it and for nothing else. */
  statuses: readonly number[];
  /** Nobody knows whether the server did it, or it will once somebody signs in again: a write goes on by itself. */
  again: boolean;
  /** A further attempt at once may bring the answer. */
  atOnce: boolean;
}

const ANSWERED = { again: false, atOnce: false };
const LOST = { again: true, atOnce: true };

/** Why a call to Grafana gave no value, and what that means for the next attempt. The words for people are in `failureText`. */
const KINDS = {
  aborted: { statuses: [], again: true, atOnce: false },
  timeout: { statuses: [408, 504], ...LOST },
  offline: { statuses: [], ...LOST },
  unauthorized: { statuses: [401], again: true, atOnce: false },
  forbidden: { statuses: [403], ...ANSWERED },
  missing: { statuses: [404, 410], ...ANSWERED },
  'not-acceptable': { statuses: [406], ...ANSWERED },
  refused: { statuses: [], ...ANSWERED },
  /** Somebody else did it first; `detail` is the id of their near miss. */
  overtaken: { statuses: [], ...ANSWERED },
  /** Refused before Grafana was asked. */
  'too-long': { statuses: [], ...ANSWERED },
  unavailable: { statuses: [429], ...LOST },
  // A proxy's page may have replaced the answer to a write that went through.
  unreadable: { statuses: [], ...LOST },
} satisfies Record<string, KindOfFailure>;

export type FailureKind = keyof typeof KINDS;

/** Whether a failed write goes on by itself; anything else is a refusal, which a person must look at. */
export const isTriedAgain = ({ kind }: Failure): boolean => KINDS[kind].again;

/** Whether it is worth a further attempt within the same call: no answer says what the server did. */
export const isUnsure = ({ kind }: Failure): boolean => KINDS[kind].atOnce;

const isKind = (name: string): name is FailureKind => Object.hasOwn(KINDS, name);

const BY_STATUS = new Map(
  Object.entries<KindOfFailure>(KINDS).flatMap(([kind, { statuses }]) =>
    isKind(kind) ? statuses.map((status) => [status, kind] as const) : []
  )
);

/** The failure an HTTP status stands for; every other 5xx is `unavailable`, every other 4xx `refused`. */
export function failureOf(status: number, detail: string): Failure {
  return { kind: BY_STATUS.get(status) ?? (status >= 500 ? 'unavailable' : 'refused'), status, detail };
}

/** An outcome for when no answer came at all (status 0). */
export function failed<T>(kind: FailureKind, detail = ''): Outcome<T> {
  return { ok: false, failure: { kind, status: 0, detail } };
}

/** What Grafana's error body says: its `message` and `error` when it is JSON of that shape, else the start of the text. */
export function detailOf(body: unknown): string {
  if (typeof body === 'string') {
    return body
      .replace(/<[^<>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 200);
  }
  if (typeof body !== 'object' || body === null) {
    return '';
  }
  const parts = ['message' in body ? body.message : '', 'error' in body ? body.error : ''];
  return parts.filter((part) => typeof part === 'string' && part !== '').join(': ');
}

export interface Failure {
  kind: FailureKind;
  /** HTTP status, or 0 when no answer came. */
  status: number;
  /** What the server or the browser said, for the details; may be empty. */
  detail: string;
}

/** A value or the reason there is none; callers must look. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; failure: Failure };
