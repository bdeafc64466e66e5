import type { Send, SendRequest } from '../../grafana/send';

/** The same way to Grafana, noting what was asked. */
export function notingSend(send: Send): Send & { asked: SendRequest[] } {
  const asked: SendRequest[] = [];
  const noting: Send = (request) => {
    asked.push(request);
    return send(request);
  };
  return Object.assign(noting, { asked });
}
