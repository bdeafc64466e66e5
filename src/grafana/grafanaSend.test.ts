import { setBackendSrv, type BackendSrv, type BackendSrvRequest } from '@grafana/runtime';
import { NEVER, Observable, of, throwError } from 'rxjs';
import { grafanaSend } from './grafanaSend';
import { REQUEST_TIMEOUT } from './send';

const asked: BackendSrvRequest[] = [];

/** Grafana's client, as far as it is used: `fetch` gives the answer as an observable. */
function answering(answer: Observable<unknown>): void {
  asked.length = 0;
  const fetch = (request: BackendSrvRequest) => {
    asked.push(request);
    return answer;
  };
  setBackendSrv({ fetch } as unknown as BackendSrv);
}

const answered = (data: unknown, status = 200) => of({ status, data, ok: true });
const refused = (error: unknown) => throwError(() => error);
const get = (signal?: AbortSignal) => grafanaSend({ method: 'GET', path: '/api/annotations?limit=1', signal });

afterEach(() => jest.useRealTimers());

describe('grafanaSend', () => {
  it('asks by Grafana’s own client, without a toast', async () => {
    answering(answered([1]));
    const outcome = await grafanaSend({ method: 'POST', path: '/api/x', body: { a: 1 }, headers: { 'X-A': 'b' } });
    expect(outcome).toEqual({ ok: true, value: [1] });
    expect(asked).toEqual([
      expect.objectContaining({
        method: 'POST',
        url: '/api/x',
        data: { a: 1 },
        headers: { 'X-A': 'b' },
        showErrorAlert: false,
        showSuccessAlert: false,
      }),
    ]);
  });

  it.each([
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'missing'],
    [406, 'not-acceptable'],
    [400, 'refused'],
    [409, 'refused'],
    [412, 'refused'],
    [429, 'unavailable'],
    [500, 'unavailable'],
    [502, 'unavailable'],
    [503, 'unavailable'],
    [408, 'timeout'],
    [504, 'timeout'],
  ])('makes %i a value of kind %s', async (status, kind) => {
    answering(refused({ status, data: { message: 'because', error: 'of this' } }));
    expect(await get()).toEqual({ ok: false, failure: { kind, status, detail: 'because: of this' } });
  });

  it('keeps the words of a proxy’s error page', async () => {
    answering(refused({ status: 502, data: '<html><h1>Bad gateway</h1>\n<p>nginx</p></html>' }));
    expect(await get()).toMatchObject({ failure: { kind: 'unavailable', detail: 'Bad gateway nginx' } });
  });

  it('knows a page that came in place of an answer', async () => {
    answering(answered('<html><title>Log in</title></html>'));
    expect(await get()).toEqual({ ok: false, failure: { kind: 'unreadable', status: 200, detail: 'Log in' } });
  });

  it('takes an empty body for nothing', async () => {
    for (const empty of [undefined, null, '']) {
      answering(answered(empty, 204));
      expect(await get()).toEqual({ ok: true, value: null });
    }
  });

  it('tells offline from refused', async () => {
    answering(refused(new TypeError('Failed to fetch')));
    expect(await get()).toEqual({ ok: false, failure: { kind: 'offline', status: 0, detail: 'Failed to fetch' } });
  });

  it('tells cancelled by Grafana, also when it ends without an answer', async () => {
    answering(refused({ status: -1, cancelled: true, data: null }));
    expect(await get()).toMatchObject({ failure: { kind: 'aborted' } });
    answering(new Observable((subscriber) => subscriber.complete()));
    expect(await get()).toMatchObject({ failure: { kind: 'aborted' } });
  });

  it('lets go of the request when aborted', async () => {
    let released = false;
    answering(new Observable(() => () => (released = true)));
    const controller = new AbortController();
    const outcome = get(controller.signal);
    controller.abort();
    expect(await outcome).toMatchObject({ failure: { kind: 'aborted' } });
    expect(released).toBe(true);
  });

  it('does not even ask when aborted before', async () => {
    answering(NEVER);
    expect(await get(AbortSignal.abort())).toMatchObject({ failure: { kind: 'aborted' } });
    expect(asked).toEqual([]);
  });

  it('gives up after half a minute', async () => {
    jest.useFakeTimers();
    let released = false;
    answering(new Observable(() => () => (released = true)));
    const outcome = get();
    await jest.advanceTimersByTimeAsync(REQUEST_TIMEOUT + 1);
    expect(await outcome).toMatchObject({ failure: { kind: 'timeout', status: 0 } });
    expect(released).toBe(true);
  });

  it('tells what the browser cancelled, with its words', async () => {
    answering(refused(new DOMException('the page went away', 'AbortError')));
    expect(await get()).toEqual({ ok: false, failure: { kind: 'aborted', status: 0, detail: 'the page went away' } });
    answering(refused({ status: 500, cancelled: true, message: 5 }));
    expect(await get()).toEqual({ ok: false, failure: { kind: 'aborted', status: 0, detail: '' } });
    answering(refused({ status: 500, cancelled: 'no', name: 'Error', message: 'broken' }));
    expect(await get()).toMatchObject({ failure: { kind: 'unavailable', detail: 'broken' } });
  });

  it.each(['403', 0, -1, NaN, null])('takes status %p for none', async (status) => {
    answering(refused({ status, message: 'lost' }));
    expect(await get()).toEqual({ ok: false, failure: { kind: 'offline', status: 0, detail: 'lost' } });
  });

  it('takes the words of the body, or else those of the error', async () => {
    answering(refused({ status: 400, data: { message: 'of the body' }, message: 'of the error' }));
    expect(await get()).toEqual({ ok: false, failure: { kind: 'refused', status: 400, detail: 'of the body' } });
    answering(refused({ status: 1, data: {}, message: 'of the error' }));
    expect(await get()).toEqual({ ok: false, failure: { kind: 'refused', status: 1, detail: 'of the error' } });
  });

  it.each([[0], [false], [[]], [{}]])('takes %j for an answer', async (data) => {
    answering(answered(data));
    expect(await get()).toEqual({ ok: true, value: data });
  });

  it('sends no body and no headers but those it is given', async () => {
    answering(answered(1));
    await get();
    expect(asked).toEqual([
      {
        method: 'GET',
        url: '/api/annotations?limit=1',
        data: undefined,
        headers: {},
        showErrorAlert: false,
        showSuccessAlert: false,
      },
    ]);
  });

  it('listens for a stop no longer than the request takes', async () => {
    const { signal } = new AbortController();
    const added = jest.spyOn(signal, 'addEventListener');
    const removed = jest.spyOn(signal, 'removeEventListener');
    answering(answered(1));
    await get(signal);
    const [[event, listener] = []] = added.mock.calls;
    expect(event).toBe('abort');
    expect(removed).toHaveBeenCalledWith('abort', listener);
  });

  it('waits no longer once it has its answer', async () => {
    jest.useFakeTimers();
    answering(answered(1));
    await get();
    expect(jest.getTimerCount()).toBe(0);
  });

  it('waits until half a minute is over', async () => {
    jest.useFakeTimers();
    answering(NEVER);
    let outcome: unknown = null;
    void get().then((value) => (outcome = value));
    await jest.advanceTimersByTimeAsync(REQUEST_TIMEOUT - 1);
    expect(outcome).toBeNull();
    await jest.advanceTimersByTimeAsync(1);
    expect(outcome).toEqual({ ok: false, failure: { kind: 'timeout', status: 0, detail: '' } });
  });

  it.each([[null], ['text'], [undefined], [42]])('survives a rejection with %p', async (error) => {
    answering(refused(error));
    expect(await get()).toMatchObject({ ok: false, failure: { kind: 'offline' } });
  });
});
