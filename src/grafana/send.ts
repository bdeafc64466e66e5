import type { Outcome } from './outcome';

export interface SendRequest {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below Grafana's root, with its query: `/api/annotations?limit=100`. */
  path: string;
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal;
}

/**
 * One request to Grafana; answers are parsed JSON (null for an empty body). Never rejects, gives up after 30 s.
 * Two exist: `grafanaSend` in the browser, `nodeSend` (src/testing) for contract suite, seed and end-to-end specs.
 */
export type Send = (request: SendRequest) => Promise<Outcome<unknown>>;

/** How long any request may take, in ms. */
export const REQUEST_TIMEOUT = 30_000;
