import type { Send } from '../../../grafana/send';
import { memorySend, refusing } from '../../../testing/grafana/memorySend';
import { renderOver } from '../../../testing/render/renderOver';
import { settle } from '../../../testing/render/settle';
import { useMakeJournal } from './useMakeJournal';

const SETTINGS = '/api/plugins/resilience-nearmiss-app/settings';
const WISH = { title: 'Payments journal', folderUid: 'pay', team: 'payments' };

/** A Grafana without that journal; `refuse` is what it says to making one. */
function open(over: Parameters<typeof memorySend>[0] = {}) {
  const grafana = { refuse: false, dashboards: new Set<string>() };
  const uids: string[] = [];
  const answers = memorySend({
    'GET /api/search': [],
    [`GET ${SETTINGS}`]: { enabled: true, jsonData: {} },
    [`POST ${SETTINGS}`]: {},
    ...over,
  });
  const send: Send = async (request) => {
    if (request.path === '/api/dashboards/db') {
      const { uid } = (request.body as { dashboard: { uid: string } }).dashboard;
      uids.push(uid);
      if (grafana.refuse) {
        return refusing(503, 'down')();
      }
      grafana.dashboards.add(`/api/dashboards/uid/${uid}`);
      return { ok: true, value: {} };
    }
    const isMade = grafana.dashboards.has(request.path);
    return isMade ? { ok: true, value: { meta: {}, dashboard: { title: WISH.title } } } : answers(request);
  };
  const made = jest.fn();
  const { result } = renderOver(() => useMakeJournal(made), { send });
  const make = () => settle(() => result.current.make(WISH));
  return { grafana, made, uids, make, state: () => result.current.state, result };
}

it('tells of the settings that map the new journal', async () => {
  const { state, make, made, uids } = open();
  expect(state()).toEqual({ is: 'idle' });
  await make();
  expect(state()).toEqual({ is: 'made' });
  const journals = [{ folderUid: 'pay', dashboardUid: uids[0], title: 'Payments journal' }];
  expect(made).toHaveBeenCalledWith(expect.objectContaining({ journals }));
});

it('is about the same dashboard when it is tried again after a failure, and about another afterwards', async () => {
  const { grafana, state, make, made, uids } = open();
  grafana.refuse = true;
  await make();
  expect(state()).toMatchObject({ is: 'failed', failure: { kind: 'unavailable' } });
  expect(made).not.toHaveBeenCalled();
  grafana.refuse = false;
  await make();
  await make();
  expect(made).toHaveBeenCalledTimes(2);
  expect(uids[1]).toBe(uids[0]);
  expect(uids[2]).not.toBe(uids[0]);
});

it('maps nothing to a dashboard that somebody else owns', async () => {
  const { state, make, made, uids } = open({
    'GET /api/search': [{ uid: 'theirs', title: WISH.title, folderUid: 'pay' }],
    'GET /api/dashboards/uid/theirs': { meta: { provisioned: true }, dashboard: { title: WISH.title } },
  });
  await make();
  expect(state()).toEqual({ is: 'managed' });
  expect([made.mock.calls.length, uids.length]).toEqual([0, 0]);
});

it('makes one where the button is pressed twice', async () => {
  const { make, result, uids, made } = open();
  await settle(() => {
    void result.current.make(WISH);
    void result.current.make(WISH);
  });
  expect([made.mock.calls.length, uids.length]).toEqual([1, 1]);
  await make();
  expect(made).toHaveBeenCalledTimes(2);
});
