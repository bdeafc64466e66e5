import { type Outcome, failed, failureOf } from '../../grafana/outcome';
import { whoAmI } from '../../grafana/whoAmI';
import type { Send, SendRequest } from '../../grafana/send';

type Answer = unknown | ((request: SendRequest) => Outcome<unknown>);

/** By `METHOD /path`. */
export type Answers = Readonly<Record<string, Answer>>;

/** Answers by `METHOD /path` (without the query); whatever is not listed is 404, but the session is that of who opened the page. Notes what was asked. */
export function memorySend(answers: Answers): Send & { asked: SendRequest[] } {
  const asked: SendRequest[] = [];
  const send: Send = async (request) => {
    asked.push(request);
    if (request.signal?.aborted) {
      return failed('aborted');
    }
    const key = `${request.method} ${request.path.split('?')[0] ?? ''}`;
    if (key === 'GET /api/user' && !Object.hasOwn(answers, key)) {
      const { login, signedIn } = whoAmI();
      return signedIn ? { ok: true, value: { login } } : failed('unauthorized');
    }
    if (!Object.hasOwn(answers, key)) {
      return { ok: false, failure: failureOf(404, `nothing at ${key}`) };
    }
    const answer = answers[key];
    return typeof answer === 'function' ? answer(request) : { ok: true, value: answer };
  };
  return Object.assign(send, { asked });
}

/** An answer for `memorySend`: a refusal with that status. */
export function refusing(status: number, detail = ''): () => Outcome<unknown> {
  return () => ({ ok: false, failure: failureOf(status, detail) });
}
