// @ts-check

/** An answer that is not 200; thrown by handlers, written by the server. */
export class Refusal extends Error {
  /** @param {number} status @param {string | object} body a message or the whole body */
  constructor(status, body) {
    super(typeof body === 'string' ? body : JSON.stringify(body));
    this.status = status;
    this.body = typeof body === 'string' ? { message: body } : body;
  }
}

/** @param {string} action */
export function accessDenied(action) {
  return new Refusal(403, {
    accessErrorId: `ACE${Math.random().toString().slice(2, 12)}`,
    message: `You'll need additional permissions to perform this action. Permissions needed: ${action}`,
    title: 'Access denied',
  });
}

/** Grafana's 401. */
export function unauthorized(messageId, message) {
  return new Refusal(401, { extra: null, message, messageId, statusCode: 401, traceID: '' });
}

/**
 * @typedef {object} Call
 * @property {import('node:http').IncomingMessage} request
 * @property {import('node:http').ServerResponse} response
 * @property {URL} url
 * @property {Record<string, string>} params
 * @property {any} body parsed JSON, undefined when there is none
 * @property {any} user the signed-in user's row
 */

/** @typedef {{ method: string, pattern: RegExp, names: string[], open: boolean, handle: (call: Call) => any }} Route */

/** Routes in the order of registration; `:name` matches one segment, `*name` the rest. */
export function makeRouter() {
  /** @type {Route[]} */
  const routes = [];
  const add = (line, handle, open = false) => {
    const [method = '', path = ''] = line.split(' ');
    const names = [...path.matchAll(/[:*](\w+)/g)].map(([, name = '']) => name);
    const source = path.replace(/:\w+/g, '([^/]+)').replace(/\*\w+/g, '(.*)');
    routes.push({ method, pattern: new RegExp(`^${source}/?$`), names, open, handle });
  };
  const find = (method, path) => {
    for (const route of routes) {
      const match = route.method === method && route.pattern.exec(path);
      if (match) {
        const params = Object.fromEntries(route.names.map((name, at) => [name, decodeURIComponent(match[at + 1] ?? '')]));
        return { route, params };
      }
    }
    return undefined;
  };
  return { add, find };
}

/** @param {import('node:http').IncomingMessage} request */
export async function readBody(request) {
  const chunks = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  if (!text) {
    return undefined;
  }
  if (request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
    return Object.fromEntries(new URLSearchParams(text));
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'bad request data');
  }
}

/** @param {import('node:http').ServerResponse} response @param {number} status @param {any} body */
export function sendJson(response, status, body) {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(body));
}
