import { AppEvents, urlUtil } from '@grafana/data';
import { getAppEvents, type BackendSrv, type BackendSrvRequest, type FetchResponse } from '@grafana/runtime';
import { Observable, lastValueFrom, map } from 'rxjs';

const isQuery = (url: string) => url.includes('/api/ds/query');

/** Alerts for a failure wait, as Grafana's do: whoever handles it sets `isHandled` first. */
const ALERT_DELAY_MS = 50;

/** Requests by `requestId`: a newer one cancels the older. */
const running = new Map<string, AbortController>();

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function bodyOf({ data }: BackendSrvRequest): BodyInit | undefined {
  if (data === undefined || typeof data === 'string' || data instanceof Blob) {
    return data;
  }
  return JSON.stringify(data);
}

/** Grafana's FetchError, or the TypeError of a server that did not answer, with the fields callers look at. */
function toFailure(config: BackendSrvRequest, error: { status?: number; statusText?: string; data?: unknown }) {
  if (typeof error.data === 'string') {
    error.data = { error: error.statusText, response: error.data, message: error.data };
  }
  const failure = Object.assign(error, { config, data: error.data ?? { message: 'Unexpected error' }, isHandled: false });
  setTimeout(() => {
    if (!failure.isHandled && config.showErrorAlert !== false && !isQuery(config.url)) {
      const { message, title } = failure.data as { message?: string; title?: string };
      const kind = (error.status ?? 500) < 500 ? AppEvents.alertWarning : AppEvents.alertError;
      getAppEvents().publish({ type: kind.name, payload: [title ?? 'Request failed', message] });
    }
  }, ALERT_DELAY_MS);
  return failure;
}

function praise(config: BackendSrvRequest, data: unknown) {
  const silent = config.showSuccessAlert === undefined && (config.method === 'GET' || isQuery(config.url));
  const message = typeof data === 'object' && data !== null && 'message' in data ? data.message : undefined;
  if (!silent && config.showSuccessAlert !== false && message) {
    getAppEvents().publish({ type: AppEvents.alertSuccess.name, payload: [message] });
  }
}

async function send<T>(config: BackendSrvRequest, signal: AbortSignal): Promise<FetchResponse<T>> {
  const body = bodyOf(config);
  const json: Record<string, string> = typeof config.data === 'object' ? { 'Content-Type': 'application/json' } : {};
  const response = await fetch(urlUtil.renderUrl(config.url, config.params ?? {}), {
    method: config.method,
    headers: { Accept: 'application/json, text/plain, */*', ...json, ...config.headers },
    body,
    signal,
  });
  const binary = config.responseType === 'blob' || config.responseType === 'arraybuffer';
  const text = binary ? '' : await response.text();
  const data = binary ? await response.blob() : config.responseType === 'text' ? text : parse(text);
  const { status, statusText, ok, headers, redirected, type, url } = response;
  if (!ok) {
    throw { status, statusText, data };
  }
  praise(config, data);
  return { data: data as T, status, statusText, ok, headers, redirected, type, url, config };
}

function request<T>(options: BackendSrvRequest): Observable<FetchResponse<T>> {
  const config = { ...options, method: options.method ?? 'GET', url: options.url.replace(/^(?!\/|https?:)/, '/') };
  return new Observable((subscriber) => {
    const controller = new AbortController();
    const stop = () => controller.abort();
    options.abortSignal?.addEventListener('abort', stop);
    if (options.requestId) {
      running.get(options.requestId)?.abort();
      running.set(options.requestId, controller);
    }
    send<T>(config, controller.signal).then(
      (response) => {
        subscriber.next(response);
        subscriber.complete();
      },
      (error) => {
        const cancelled = { cancelled: true, data: null, status: -1, statusText: 'Request was aborted', config };
        subscriber.error(controller.signal.aborted ? cancelled : toFailure(config, error));
      }
    );
    return stop;
  });
}

const run = <T>(options: BackendSrvRequest) => lastValueFrom(request<T>(options).pipe(map(({ data }) => data)));

export const backendSrv: BackendSrv = {
  fetch: request,
  chunked: () => {
    throw new Error('The preview has no chunked requests');
  },
  request: run,
  datasourceRequest: (options) => lastValueFrom(request(options)),
  get: (url, params, requestId, options) => run({ ...options, method: 'GET', url, params, requestId }),
  delete: (url, data, options) => run({ ...options, method: 'DELETE', url, data }),
  post: (url, data, options) => run({ ...options, method: 'POST', url, data }),
  patch: (url, data, options) => run({ ...options, method: 'PATCH', url, data }),
  put: (url, data, options) => run({ ...options, method: 'PUT', url, data }),
};
