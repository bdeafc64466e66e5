// @ts-check

/** An answer that is not 200; thrown by handlers, written by the server. */
export class Refusal extends Error {
  /** @param {number} status @param {string | object} body a message or the whole body */
  constructor(status, body) {
    super(JSON.stringify(body));
    this.status = status;
    this.body = typeof body === 'string' ? { message: body } : body;
  }
}

/** @param {string} action */
export function accessDenied(action) {
  const message = `You'll need additional permissions to perform this action. Permissions needed: ${action}`;
  return new Refusal(403, { accessErrorId: `ACE${Math.random().toString().slice(2, 12)}`, message, title: 'Access denied' });
}

/** Grafana's 401. */
export function unauthorized(messageId, message) {
  return new Refusal(401, { extra: null, message, messageId, statusCode: 401, traceID: '' });
}

/**
 * Routes in the order of registration; `:name` matches one segment, `*name` the rest. A handler gets
 * `{ request, response, url, user, params, body }` and returns the JSON to send, or undefined when it answered itself.
 */
export function makeRouter() {
  /** @type {{ method: string, pattern: RegExp, names: string[], open: boolean, handle: (call: any) => any }[]} */
  const routes = [];
  const add = (line, handle, open = false) => {
    const [method, path] = line.split(' ');
    const names = [...path.matchAll(/[:*](\w+)/g)].map(([, name]) => name ?? '');
    const source = path.replace(/:\w+/g, '([^/]+)').replace(/\*\w+/g, '(.*)');
    routes.push({ method, pattern: new RegExp(`^${source}/?$`), names, open, handle });
  };
  const find = (method, path) => {
    const route = routes.find((each) => each.method === method && each.pattern.test(path));
    const values = route?.pattern.exec(path)?.slice(1).map(decodeURIComponent) ?? [];
    return route && { route, params: Object.fromEntries(route.names.map((name, at) => [name, values[at]])) };
  };
  return { add, find };
}

/** @param {import('node:http').IncomingMessage} request @returns parsed JSON, undefined when there is none */
export async function readBody(request) {
  const chunks = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    throw new Refusal(400, 'bad request data');
  }
}

/** @param {import('node:http').ServerResponse} response @param {number} status @param {any} body */
export function sendJson(response, status, body) {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(body));
}
