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
