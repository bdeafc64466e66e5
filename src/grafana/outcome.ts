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

const BY_STATUS: Readonly<Record<number, FailureKind>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'missing',
  406: 'not-acceptable',
  408: 'timeout',
  410: 'missing',
  429: 'unavailable',
  504: 'timeout',
};

/** The failure an HTTP status stands for; every other 5xx is `unavailable`, every other 4xx `refused`. */
export function failureOf(status: number, detail: string): Failure {
  return { kind: BY_STATUS[status] ?? (status >= 500 ? 'unavailable' : 'refused'), status, detail };
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
