import { readJson } from '../../domain/json/parseJson';
import { type Outcome, detailOf, failed, failureOf } from '../../grafana/outcome';
import { REQUEST_TIMEOUT, type Send } from '../../grafana/send';

const JSON_BODY = { 'Content-Type': 'application/json' };

// Later ones replace earlier ones whatever their case: a plain spread would send both content types.
function headersOf(...parts: ReadonlyArray<Readonly<Record<string, string>>>): Headers {
  const headers = new Headers();
  parts.flatMap((part) => Object.entries(part)).forEach(([name, value]) => headers.set(name, value));
  return headers;
}

async function outcomeOf(response: Response): Promise<Outcome<unknown>> {
  const text = await response.text();
  const parsed = readJson(text === '' ? 'null' : text);
  if (!response.ok) {
    return { ok: false, failure: failureOf(response.status, detailOf(parsed.ok ? parsed.value : text)) };
  }
  return parsed.ok
    ? parsed
    : { ok: false, failure: { kind: 'unreadable', status: response.status, detail: detailOf(text) } };
}

/** Requests from Node with Basic auth; `credentials` as `user:password`, without them the request is anonymous. */
export function nodeSend(baseUrl: string, credentials?: string): Send {
  const root = baseUrl.replace(/\/$/, '');
  const authorization: Record<string, string> =
    credentials === undefined ? {} : { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` };
  return async ({ method, path, body, headers, signal }) => {
    const timeout = AbortSignal.timeout(REQUEST_TIMEOUT);
    try {
      const response = await fetch(root + path, {
        method,
        headers: headersOf(authorization, body === undefined ? {} : JSON_BODY, headers ?? {}),
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
      return await outcomeOf(response);
    } catch (error) {
      if (signal?.aborted) {
        return failed('aborted');
      }
      return timeout.aborted ? failed('timeout') : failed('offline', String(error));
    }
  };
}
