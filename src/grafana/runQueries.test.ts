import { type DataQueryRequest, type DataQueryResponse, FieldType, LoadingState } from '@grafana/data';
import { type DataSourceSrv, setDataSourceSrv } from '@grafana/runtime';
import { NEVER, type Observable, of, throwError } from 'rxjs';
import { runQueries } from './runQueries';

const MINUTE = 60_000;
const frame = (name: string) => ({
  length: 1,
  fields: [{ name, type: FieldType.number, config: {}, values: [1] }],
});

/** What a data source answers to a request, by its uid; the requests it got. */
function sources(answers: Readonly<Record<string, (request: DataQueryRequest) => Observable<DataQueryResponse>>>) {
  const requests: Array<DataQueryRequest & { of: string }> = [];
  const get = async (ref: { uid?: string } | string | undefined) => {
    const uid = typeof ref === 'string' ? ref : (ref?.uid ?? 'default');
    const query = (request: DataQueryRequest) => {
      requests.push({ ...request, of: uid });
      const answer = answers[uid];
      if (!answer) {
        throw new Error(`Datasource ${uid} was not found`);
      }
      return answer(request);
    };
    return { query, interval: '15s' };
  };
  // Of Grafana's service only what is used.
  setDataSourceSrv({ get } as unknown as DataSourceSrv);
  return requests;
}

const run = (queries: readonly unknown[], signal = new AbortController().signal) =>
  runQueries(
    {
      queries,
      range: { from: 0, to: 600 * MINUTE },
      points: 3000,
      timeZone: 'utc',
      scopedVars: { pod: { text: 'a', value: 'a' } },
      filters: [{ key: 'job', operator: '=', value: 'cart' }, 'broken'],
    },
    signal
  );
const query = (refId: string, uid?: string, over = {}) => ({ refId, ...(uid ? { datasource: { uid } } : {}), ...over });

it('asks each data source for its own queries, as fine as it goes, with the variables of the panel', async () => {
  const requests = sources({ prom: () => of({ data: [frame('a')] }), loki: () => of({ data: [frame('b')] }) });
  const answer = await run([
    query('A', 'prom'),
    query('B', 'loki'),
    query('C', 'prom'),
    query('D', 'prom', { hide: true }),
  ]);
  expect(answer.ok && answer.value.map(({ fields }) => fields[0]?.name)).toEqual(['a', 'b']);
  expect(requests.map((request) => [request.of, request.targets.map(({ refId }) => refId)])).toEqual([
    ['prom', ['A', 'C']],
    ['loki', ['B']],
  ]);
  expect(requests[0]).toMatchObject({
    intervalMs: 15_000,
    maxDataPoints: 3000,
    filters: [{ key: 'job', operator: '=', value: 'cart' }],
    scopedVars: { pod: { value: 'a' }, __interval: { value: '15s' }, __interval_ms: { value: 15_000 } },
  });
});

it('leaves expressions to the one that reckons with all queries', async () => {
  const requests = sources({ __expr__: () => of({ data: [] }) });
  await run([query('A', 'prom'), query('B', '__expr__')]);
  expect(requests.map((request) => [request.of, request.targets.length])).toEqual([['__expr__', 2]]);
});

it('waits for the whole answer', async () => {
  sources({
    default: () =>
      of({ state: LoadingState.Loading, data: [] }, { state: LoadingState.Done, data: [frame('all of it')] }),
  });
  expect(await run([query('A')])).toMatchObject({ ok: true, value: [{ fields: [{ name: 'all of it' }] }] });
});

it('tells what the data source said when it refuses, fails or is gone', async () => {
  const detail = async () => {
    const answer = await run([query('A', 'prom')]);
    return answer.ok ? 'answered' : answer.failure;
  };
  sources({ prom: () => of({ data: [], errors: [{ message: 'query timed out', status: 504 }] }) });
  expect(await detail()).toMatchObject({ kind: 'timeout', detail: 'query timed out' });
  sources({ prom: () => throwError(() => ({ status: 403, data: { message: 'not yours' } })) });
  expect(await detail()).toMatchObject({ kind: 'forbidden', detail: 'not yours' });
  sources({});
  expect(await detail()).toMatchObject({ detail: 'Datasource prom was not found' });
});

it('stops when nobody waits any more', async () => {
  const controller = new AbortController();
  sources({ default: () => NEVER });
  const answer = run([query('A')], controller.signal);
  setTimeout(() => controller.abort());
  expect(await answer).toMatchObject({ ok: false, failure: { kind: 'aborted' } });
});

describe('what is asked', () => {
  it('is a dashboard’s request over the whole range, under a name of its own', async () => {
    const requests = sources({ default: () => of({ data: [] }) });
    await run([query('A'), query('B', 'default')]);
    const [first, second] = requests;
    expect(first).toMatchObject({
      ...{
        app: 'dashboard',
        timezone: 'utc',
        interval: '15s',
        targets: [{ refId: 'A' }],
        startTime: expect.any(Number),
      },
      scopedVars: {
        pod: { text: 'a', value: 'a' },
        __interval: { text: '15s', value: '15s' },
        __interval_ms: { text: '15000', value: 15_000 },
      },
    });
    expect([first?.range.from.valueOf(), first?.range.to.valueOf()]).toEqual([0, 600 * MINUTE]);
    expect(first?.range.raw).toEqual({ from: first?.range.from, to: first?.range.to });
    expect(first?.requestId).toMatch(/^near-miss-[\w-]{12}$/);
    expect(second?.requestId).not.toBe(first?.requestId);
  });

  it('is nothing of what is no query', async () => {
    const requests = sources({ default: () => of({ data: [] }) });
    expect(await run([null, 'A', 7, {}, { refId: 5 }, query('A', '', { hide: true })])).toEqual({
      ok: true,
      value: [],
    });
    expect(requests).toEqual([]);
    await run([null, query('A'), { refId: 5 }, query('B', '', { hide: false })]);
    expect(requests.map(({ targets }) => targets.map(({ refId }) => refId))).toEqual([['A', 'B']]);
  });

  it('is nothing of an ad hoc filter that lacks a part', async () => {
    const requests = sources({ default: () => of({ data: [] }) });
    const whole = { key: 'job', operator: '=', value: '' };
    const filters = [whole, null, { key: 'job' }, { key: 'job', operator: '=' }, { ...whole, value: 5 }];
    await runQueries(
      { queries: [query('A')], range: { from: 0, to: 1 }, points: 1, timeZone: 'utc', scopedVars: {}, filters },
      new AbortController().signal
    );
    expect(requests[0]?.filters).toEqual([whole]);
  });

  it('goes to the data source with the variables of the panel', async () => {
    const get = jest.fn(async () => ({ query: () => of({ data: [] }) }));
    setDataSourceSrv({ get } as unknown as DataSourceSrv);
    await run([query('A', 'prom')]);
    await run([query('A', 'prom'), query('B', '__expr__')]);
    const variables = { pod: { text: 'a', value: 'a' } };
    expect(get.mock.calls).toEqual([
      [{ uid: 'prom' }, variables],
      ['__expr__', variables],
    ]);
  });

  it('takes what comes at once for the whole answer, and an error for its end', async () => {
    sources({ default: () => of({ data: [frame('at once')] }, { data: [frame('later')] }) });
    expect(await run([query('A')])).toMatchObject({ ok: true, value: [{ fields: [{ name: 'at once' }] }] });
    sources({
      default: () =>
        of(
          { state: LoadingState.Streaming, data: [frame('part')] },
          { state: LoadingState.Error, data: [], error: { message: 'broke off', status: 500 } }
        ),
    });
    expect(await run([query('A')])).toEqual({
      ok: false,
      failure: { kind: 'unavailable', status: 500, detail: 'broke off' },
    });
  });
});

describe('what went wrong', () => {
  afterEach(() => jest.useRealTimers());

  const failureOfError = async (error: unknown) => {
    sources({ default: () => throwError(() => error) });
    const answer = await run([query('A')]);
    return answer.ok ? null : answer.failure;
  };

  it.each<[string, unknown]>([
    ['of the body', { status: 400, data: { message: 'of the body' }, message: 'of the error', statusText: 'Bad' }],
    ['of the error', { status: 400, data: {}, message: 'of the error', statusText: 'Bad' }],
    ['Bad', { status: 400, statusText: 'Bad' }],
    ['', { status: 400 }],
  ])('is told as “%s”', async (detail, error) => {
    expect(await failureOfError(error)).toEqual({ kind: 'refused', status: 400, detail });
  });

  it.each([null, 'x', {}, { status: '500' }])('has no status in %j', async (error) => {
    expect(await failureOfError(error)).toMatchObject({ status: 0 });
  });

  it('is the first of several, before the one of the answer as a whole', async () => {
    const error = { message: 'whole', status: 500 };
    sources({ default: () => of({ data: [], errors: [{ message: 'first', status: 403 }, error], error }) });
    expect(await run([query('A')])).toMatchObject({ failure: { kind: 'forbidden', detail: 'first' } });
    sources({ default: () => of({ data: [frame('a')], errors: [], error }) });
    expect(await run([query('A')])).toMatchObject({ failure: { kind: 'unavailable', detail: 'whole' } });
  });

  it('of one data source leaves nothing of the others', async () => {
    sources({ prom: () => of({ data: [frame('a')] }), loki: () => throwError(() => ({ status: 403 })) });
    expect(await run([query('A', 'prom'), query('B', 'loki')])).toMatchObject({
      ok: false,
      failure: { kind: 'forbidden' },
    });
  });

  it('may be that nothing came in half a minute', async () => {
    jest.useFakeTimers();
    sources({ default: () => NEVER });
    let answer: unknown = null;
    void run([query('A')]).then((value) => (answer = value));
    await jest.advanceTimersByTimeAsync(29_999);
    expect(answer).toBeNull();
    await jest.advanceTimersByTimeAsync(1);
    expect(answer).toMatchObject({ ok: false, failure: { status: 0, detail: expect.stringContaining('imeout') } });
  });
});
