import { readFileSync } from 'node:fs';

export const url = process.env.GRAFANA_URL ?? 'http://127.0.0.1:3000';
/** `login:password` of the host's admin. */
export const admin = process.env.GRAFANA_ADMIN ?? 'admin:admin';

export const basic = (loginAndPassword: string) => `Basic ${Buffer.from(loginAndPassword).toString('base64')}`;

/** Calls the host's API, as the admin unless told otherwise; throws with the host's words when it refuses. */
export async function call(method: string, path: string, body?: unknown, as: string = admin): Promise<unknown> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { Authorization: basic(as), 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 300)}`);
  }
  return text === '' ? null : JSON.parse(text);
}

/** Reads a JSON file of the project. */
export function projectJson(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'));
}
