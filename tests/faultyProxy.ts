import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What goes wrong with a request. `after` the host has done it: only the answer is lost. */
export type Fault =
  | { does: 'reset'; after?: boolean }
  | { does: 'hang'; after?: boolean }
  | { does: 'answer'; status: number; type: 'application/json' | 'text/html'; body: string }
  | { does: 'delay'; ms: number };

export interface FaultyProxy {
  url: string;
  /** Each request that matches meets the fault, `times` of them, or until `heal`. */
  fail: (matches: (method: string, path: string) => boolean, fault: Fault, times?: number) => void;
  /** Nothing fails any more; what hangs is let go. */
  heal: () => void;
  /** Nothing listens any more: connections are refused. */
  down: () => Promise<void>;
  up: () => Promise<void>;
}

interface Rule {
  matches: (method: string, path: string) => boolean;
  fault: Fault;
  left: number;
}

/** A host between browser and Grafana that breaks what it is told to, and passes everything else on. */
export async function faultyProxy(target: string): Promise<FaultyProxy> {
  const rules: Rule[] = [];
  const sockets = new Set<Socket>();
  const hanging = new Set<Socket>();
  const server = createServer((from, to) => {
    const rule = rules.find(({ matches, left }) => left > 0 && matches(from.method ?? '', from.url ?? ''));
    if (rule) {
      rule.left -= 1;
    }
    serve(target, from, to, rule?.fault, hanging);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, new URL(target).hostname, resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    // By the name under which cookies were given out.
    url: `http://${new URL(target).hostname}:${port}`,
    fail: (matches, fault, times = Infinity) => void rules.push({ matches, fault, left: times }),
    heal: () => {
      rules.length = 0;
      hanging.forEach((socket) => socket.destroy());
      hanging.clear();
    },
    down: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        sockets.forEach((socket) => socket.destroy());
      }),
    up: () => listen(port),
  };
}

function serve(
  target: string,
  from: IncomingMessage,
  to: ServerResponse,
  fault: Fault | undefined,
  hanging: Set<Socket>
): void {
  switch (fault?.does) {
    case 'answer':
      from.resume();
      to.writeHead(fault.status, { 'Content-Type': fault.type }).end(fault.body);
      return;
    case 'delay':
      setTimeout(() => pass(target, from, to), fault.ms);
      return;
    case 'reset':
    case 'hang': {
      const lose = () => (fault.does === 'reset' ? from.socket.resetAndDestroy() : hanging.add(from.socket));
      if (fault.after) {
        pass(target, from, to, lose);
      } else {
        from.resume();
        lose();
      }
      return;
    }
    default:
      pass(target, from, to);
  }
}

/** Passes a request on; with `instead`, its answer is read and thrown away. */
function pass(target: string, from: IncomingMessage, to: ServerResponse, instead?: () => void): void {
  const onward = request(new URL(from.url ?? '/', target), { method: from.method, headers: from.headers }, (answer) => {
    if (instead) {
      answer.resume().once('end', instead);
    } else {
      to.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(to);
    }
  });
  onward.on('error', () => to.destroy());
  from.pipe(onward);
}
