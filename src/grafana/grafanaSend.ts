import { getBackendSrv } from '@grafana/runtime';
import { grafanaClock } from './grafanaClock';
import { type Outcome, detailOf, failed, failureOf } from './outcome';
import { REQUEST_TIMEOUT, type Send } from './send';

interface Refusal {
  status: number;
  cancelled: boolean;
  data: unknown;
  message: string;
}

// BackendSrv rejects with its FetchError, or with the browser's TypeError when no answer came.
function refusalOf(error: unknown): Refusal {
  const field = (name: string): unknown =>
    typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  const status = field('status');
  const message = field('message');
  return {
    status: typeof status === 'number' && status > 0 ? status : 0,
    cancelled: field('cancelled') === true || field('name') === 'AbortError',
    data: field('data'),
    message: typeof message === 'string' ? message : '',
  };
}

function outcomeOfError(error: unknown): Outcome<unknown> {
  const { status, cancelled, data, message } = refusalOf(error);
  if (cancelled) {
    return failed('aborted', message);
  }
  return status === 0
    ? failed('offline', message)
    : { ok: false, failure: failureOf(status, detailOf(data) || message) };
}

function outcomeOfAnswer(status: number, data: unknown): Outcome<unknown> {
  if (data === undefined || data === null || data === '') {
    return { ok: true, value: null };
  }
  // BackendSrv hands over plain text when the body is no JSON: a proxy's login or error page.
  return typeof data === 'string'
    ? { ok: false, failure: { kind: 'unreadable', status, detail: detailOf(data) } }
    : { ok: true, value: data };
}

/** Requests through Grafana's own client: its session, sub-path and organization header; no toast on errors. */
export const grafanaSend: Send = ({ method, path, body, headers, signal }) =>
  new Promise((resolve) => {
    if (signal?.aborted) {
      resolve(failed('aborted'));
      return;
    }
    const settle = (outcome: Outcome<unknown>) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      resolve(outcome);
    };
    // Unsubscribing is what makes BackendSrv abort the request under way.
    const abort = () => {
      settle(failed('aborted'));
      request.unsubscribe();
    };
    const timer = setTimeout(() => {
      settle(failed('timeout'));
      request.unsubscribe();
    }, REQUEST_TIMEOUT);
    signal?.addEventListener('abort', abort);
    const request = getBackendSrv()
      .fetch<unknown>({
        method,
        url: path,
        data: body,
        headers: { ...headers },
        showErrorAlert: false,
        showSuccessAlert: false,
      })
      .subscribe({
        next: ({ status, data, headers }) => {
          grafanaClock.heard(headers?.get('Date'));
          settle(outcomeOfAnswer(status, data));
        },
        error: (error) => settle(outcomeOfError(error)),
        complete: () => settle(failed('aborted')),
      });
  });
