import { act, render, renderHook, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { type ReactNode } from 'react';
import { aRecord } from '../../testing/builders/builders';
import { memorySend, refusing } from '../../testing/grafana/memorySend';
import { renderOver } from '../../testing/render/renderOver';
import { settle } from '../../testing/render/settle';
import { encodeRecord } from '../../domain/codec/encodeRecord';
import { createNearMissStore } from '../store/createNearMissStore';
import { memoryAnnotations } from '../../testing/grafana/memoryAnnotations';
import type { QueuedWrite } from '../store/queuedWrite';
import { NearMissStoreProvider } from './NearMissStoreProvider';
import { useNearMissList, useNearMissFile } from './useNearMisses';
import { useOutbox } from './useOutbox';
import { useSettings, useRights } from './useGrafana';
import { usePanelModel } from './usePanelModel';

const link = (id: string) => `https://grafana.example/nm/${id}`;
const down = { failure: { kind: 'unavailable' as const, status: 503, detail: 'down' } };

function setUp(answers = {}) {
  const port = memoryAnnotations();
  const store = createNearMissStore(port, { link, sleep: async () => {} });
  const send = memorySend(answers);
  const wrapper = ({ children }: { children: ReactNode }) => (
    <NearMissStoreProvider store={store} send={send}>
      {children}
    </NearMissStoreProvider>
  );
  const write = async (id: string, end = 1_790_000_000_000) =>
    port.post(
      encodeRecord(aRecord({ id, stretch: { from: end - 1000, to: end } }), { kind: 'organization' }, link(id))
    );
  return { port, store, send, wrapper, write };
}

/** A gate that the port's answers wait at. */
function aGate() {
  let open = () => {};
  const wait = new Promise<void>((resolve) => (open = resolve));
  return { wait, open };
}

describe('useNearMissList', () => {
  it('loads, then has the list', async () => {
    const { wrapper, write } = setUp();
    await write('near-miss-01');
    const { result } = renderHook(() => useNearMissList(), { wrapper });
    expect(result.current).toMatchObject({ state: 'loading' });
    await waitFor(() =>
      expect(result.current).toMatchObject({ state: 'ready', refreshing: false, list: { complete: true } })
    );
    expect(result.current).toMatchObject({ list: { nearMisses: [{ id: 'near-miss-01' }] } });
  });

  it('shows the newest at once and the rest when it is there', async () => {
    const { wrapper, write, port } = setUp();
    for (let at = 0; at < 120; at++) {
      await write(`near-miss-${100 + at}`, 1_790_000_000_000 + at * 60_000);
    }
    const gate = aGate();
    let pages = 0;
    port.delay(async () => {
      pages += 1;
      await (pages > 1 ? gate.wait : null);
    });
    const { result } = renderHook(() => useNearMissList(), { wrapper });
    await waitFor(() =>
      expect(result.current).toMatchObject({ state: 'ready', refreshing: true, list: { complete: false } })
    );
    gate.open();
    await waitFor(() => expect(result.current).toMatchObject({ refreshing: false, list: { complete: true } }));
    expect(result.current.state === 'ready' && result.current.list.nearMisses).toHaveLength(120);
  });

  it('fails with the reason, and reads again on demand', async () => {
    const { wrapper, port, write } = setUp();
    await write('near-miss-01');
    port.failNext('find', down);
    function List() {
      const answer = useNearMissList();
      return answer.state === 'failed' ? (
        <button onClick={answer.retry}>{answer.failure.kind}</button>
      ) : (
        <p>{answer.state === 'ready' ? answer.list.nearMisses.length : '…'}</p>
      );
    }
    render(<List />, { wrapper });
    await userEvent.click(await screen.findByRole('button', { name: 'unavailable' }));
    expect(await screen.findByText('1')).toBeVisible();
  });

  it('keeps the old list while refreshing and after a refresh that failed', async () => {
    const { wrapper, port, write } = setUp();
    await write('near-miss-01');
    const { result } = renderHook(() => useNearMissList(), { wrapper });
    await waitFor(() => expect(result.current.state).toBe('ready'));
    await write('near-miss-02');
    port.failNext('find', down);
    const refresh = () => result.current.state === 'ready' && result.current.refresh();
    act(() => void refresh());
    expect(result.current).toMatchObject({ refreshing: true, list: { nearMisses: [{ id: 'near-miss-01' }] } });
    await waitFor(() => expect(result.current).toMatchObject({ refreshing: false, failure: down.failure }));
    act(() => void refresh());
    await waitFor(() => expect(result.current).toMatchObject({ refreshing: false, failure: undefined }));
    expect(result.current.state === 'ready' && result.current.list.nearMisses).toHaveLength(2);
  });

  it('never puts an older answer over a newer one', async () => {
    const { wrapper, port, write } = setUp();
    await write('near-miss-01');
    const gate = aGate();
    let calls = 0;
    port.delay(() => (++calls === 2 ? gate.wait : Promise.resolve()));
    const { result } = renderHook(() => useNearMissList(), { wrapper });
    await waitFor(() => expect(result.current.state).toBe('ready'));
    const refresh = () => result.current.state === 'ready' && result.current.refresh();
    act(() => void refresh());
    await write('near-miss-02');
    act(() => void refresh());
    await waitFor(() =>
      expect(result.current).toMatchObject({ refreshing: false, list: { nearMisses: { length: 2 } } })
    );
    await act(async () => gate.open());
    expect(result.current).toMatchObject({ list: { nearMisses: { length: 2 } } });
  });

  it('aborts when nobody looks any more', async () => {
    const { wrapper, port, store } = setUp();
    const gate = aGate();
    port.delay(() => gate.wait);
    const signals: AbortSignal[] = [];
    const list = store.list;
    store.list = (options) => {
      if (options?.signal) {
        signals.push(options.signal);
      }
      return list(options);
    };
    const { unmount } = renderHook(() => useNearMissList(), { wrapper });
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
    unmount();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    gate.open();
  });

  it('stops after so many, as far as pages allow, and says that there are more', async () => {
    const { store, send, write } = setUp();
    for (let at = 0; at < 120; at++) {
      await write(`near-miss-${100 + at}`, 1_790_000_000_000 + at * 60_000);
    }
    let atMost = 10;
    const { result, exchange } = renderOver(() => useNearMissList(atMost), { store, send });
    await settle();
    expect(result.current).toMatchObject({ state: 'ready', refreshing: false, list: { complete: false } });
    expect(result.current.state === 'ready' && result.current.list.nearMisses).toHaveLength(99);
    atMost = 1_000;
    exchange();
    await settle();
    expect(result.current).toMatchObject({ refreshing: false, list: { complete: true, nearMisses: { length: 120 } } });
  });

  it('shows the list of another store', async () => {
    const [one, two] = [setUp(), setUp()];
    await one.write('near-miss-01');
    await two.write('near-miss-02');
    const { result, exchange } = renderOver(() => useNearMissList(), one);
    await settle();
    exchange({ store: two.store });
    expect(result.current.state).toBe('loading');
    await settle();
    expect(result.current).toEqual({
      state: 'ready',
      list: expect.objectContaining({ nearMisses: [expect.objectContaining({ id: 'near-miss-02' })] }),
      refreshing: false,
      refresh: expect.any(Function),
    });
  });
});

describe('useNearMissList, refreshed', () => {
  it('keeps the very list while the newest page is as it was', async () => {
    const { store, send, write, port } = setUp();
    for (let at = 0; at < 120; at++) {
      await write(`near-miss-${100 + at}`, 1_790_000_000_000 + at * 60_000);
    }
    const { result } = renderOver(() => useNearMissList(), { store, send });
    await settle();
    const list = () => (result.current.state === 'ready' ? result.current.list : null);
    const refresh = () => settle(() => result.current.state === 'ready' && result.current.refresh());
    const [first, requests] = [list(), port.calls().length];
    await refresh();
    expect(list()).toBe(first);
    expect(port.calls().slice(requests)).toEqual(['find']);
    await write('near-miss-new', 1_790_100_000_000);
    await refresh();
    expect(list()?.nearMisses).toHaveLength(121);
  });
});

describe('useNearMissList, when something that waited got through', () => {
  const record = aRecord({ id: 'near-miss-02', source: null, evidence: null });
  const write: QueuedWrite = { what: 'record', record, place: { kind: 'organization' }, draftId: null };
  const from = { subject: 'new', field: 'form' };

  beforeEach(() => window.localStorage.clear());

  async function show() {
    const host = setUp();
    await host.write('near-miss-01');
    const shown = renderOver(() => ({ list: useNearMissList(), outbox: useOutbox() }), host);
    const ids = () => {
      const { list } = shown.result.current;
      return list.state === 'ready' ? list.list.nearMisses.map(({ id }) => id).sort() : list.state;
    };
    return { ...host, ...shown, ids, through: () => settle(() => shown.result.current.outbox.send(from, write)) };
  }

  it('reads again', async () => {
    const { ids, through } = await show();
    await settle();
    expect(ids()).toEqual(['near-miss-01']);
    await through();
    expect(ids()).toEqual(['near-miss-01', 'near-miss-02']);
  });

  it('reads anew what began before and may lack it', async () => {
    const { ids, through, port } = await show();
    const gate = aGate();
    port.delay((method) => (method === 'post' ? Promise.resolve() : gate.wait));
    await settle();
    port.delay(async () => {});
    await through();
    expect(ids()).toEqual(['near-miss-01', 'near-miss-02']);
    await settle(gate.open);
    expect(ids()).toEqual(['near-miss-01', 'near-miss-02']);
  });

  it('shows also what lies beyond the newest page', async () => {
    const { ids, write: add, result } = await show();
    for (let at = 0; at < 120; at++) {
      await add(`near-miss-${100 + at}`, 1_790_000_000_000 + at * 60_000);
    }
    await settle(() => result.current.list.state !== 'failed' && result.current.list.refresh());
    expect(ids()).toHaveLength(121);
    const record = aRecord({ id: 'near-miss-old', stretch: { from: 1_700_000_000_000, to: 1_700_000_600_000 } });
    await settle(() => result.current.outbox.send(from, { ...write, record }));
    expect(ids()).toContain('near-miss-old');
  });

  it('tries again what had failed', async () => {
    const host = setUp();
    host.port.failNext('find', down);
    const { result } = renderOver(() => ({ list: useNearMissList(), outbox: useOutbox() }), host);
    await settle();
    expect(result.current.list).toStrictEqual({
      ...{ state: 'failed', failure: down.failure },
      retry: expect.any(Function),
    });
    await settle(() => result.current.outbox.send(from, write));
    expect(result.current.list).toMatchObject({ state: 'ready', list: { nearMisses: [{ id: 'near-miss-02' }] } });
  });
});

describe('useNearMissFile', () => {
  it('never shows another near miss while the next one loads', async () => {
    const { wrapper, write } = setUp();
    await write('near-miss-01');
    await write('near-miss-02');
    const shown: string[] = [];
    const { result, rerender } = renderHook(
      ({ id }) => {
        const answer = useNearMissFile(id);
        if (answer.state === 'ready' && answer.file.nearMiss.id !== id) {
          shown.push(answer.file.nearMiss.id);
        }
        return answer;
      },
      { wrapper, initialProps: { id: 'near-miss-01' } }
    );
    await waitFor(() => expect(result.current.state).toBe('ready'));
    rerender({ id: 'near-miss-02' });
    expect(result.current.state).toBe('loading');
    await waitFor(() => expect(result.current).toMatchObject({ file: { nearMiss: { id: 'near-miss-02' } } }));
    expect(shown).toEqual([]);
  });

  it('says when it is gone', async () => {
    const { wrapper } = setUp();
    const { result } = renderHook(() => useNearMissFile('gone-for-ever'), { wrapper });
    await waitFor(() => expect(result.current).toMatchObject({ state: 'failed', failure: { kind: 'missing' } }));
  });
});

describe('rights, settings and panel model', () => {
  const permissions = { 'GET /api/access-control/user/permissions': { 'annotations:create': ['annotations:*'] } };
  const settings = 'GET /api/plugins/resilience-nearmiss-app/settings';

  it('allow nothing while loading', async () => {
    const { wrapper } = setUp(permissions);
    const { result } = renderHook(() => useRights(), { wrapper });
    expect(result.current).toMatchObject({ state: 'loading', organization: false, dashboard: null });
    await waitFor(() => expect(result.current).toMatchObject({ state: 'ready', organization: true, dashboard: null }));
  });

  it('say why rights could not be read', async () => {
    const { wrapper } = setUp({ 'GET /api/access-control/user/permissions': refusing(503) });
    const { result } = renderHook(() => useRights(), { wrapper });
    await waitFor(() => expect(result.current).toMatchObject({ state: 'failed', failure: { kind: 'unavailable' } }));
  });

  it('give usable settings all the time', async () => {
    const { wrapper } = setUp({ [settings]: { jsonData: { teams: [{ name: 'payments' }] } } });
    const { result } = renderHook(() => useSettings(), { wrapper });
    expect(result.current).toMatchObject({ state: 'loading', settings: { teams: [] } });
    await waitFor(() =>
      expect(result.current).toMatchObject({ state: 'ready', settings: { teams: [{ name: 'payments' }] } })
    );
    const broken = setUp({ [settings]: refusing(500) });
    const failed = renderHook(() => useSettings(), { wrapper: broken.wrapper });
    await waitFor(() => expect(failed.result.current).toMatchObject({ state: 'failed', settings: { teams: [] } }));
  });

  it('read the panel model', async () => {
    const { wrapper } = setUp({ 'GET /api/dashboards/uid/d': { dashboard: { panels: [{ id: 1, title: 'heap' }] } } });
    const { result } = renderHook(() => usePanelModel('d', 1), { wrapper });
    await waitFor(() =>
      expect(result.current).toMatchObject({ state: 'ready', value: { found: true, title: 'heap' } })
    );
  });
});
