import { config, type BackendSrv, type BackendSrvRequest, setBackendSrv } from '@grafana/runtime';
import { renderHook } from '@testing-library/react';
import React, { type ReactNode } from 'react';
import { from } from 'rxjs';
import { annotationsSend } from '../../testing/grafana/annotationsSend';
import { encodeRecord } from '../../domain/codec/encodeRecord';
import { aRecord } from '../../testing/builders/builders';
import { memorySend } from '../../testing/grafana/memorySend';
import { renderOver } from '../../testing/render/renderOver';
import { createNearMissStore } from '../store/createNearMissStore';
import { grafanaSend } from '../../grafana/grafanaSend';
import { memoryAnnotations } from '../../testing/grafana/memoryAnnotations';
import type { SendRequest } from '../../grafana/send';
import { NearMissStoreProvider, useNearMissStore, useSend } from './NearMissStoreProvider';

const { appUrl, appSubUrl } = config;
const user = { ...config.bootData.user };
afterEach(() => {
  Object.assign(config, { appUrl, appSubUrl });
  Object.assign(config.bootData.user, user);
});

const aStore = () => createNearMissStore(memoryAnnotations(), { link: (id) => id });

describe('the store of the page', () => {
  const ORGANIZATION = { kind: 'organization' } as const;

  /** Grafana's own client over annotations in memory. */
  function open() {
    Object.assign(config.bootData.user, { login: 'anna', isSignedIn: true });
    const port = memoryAnnotations({ user: { login: 'anna' } });
    const grafana = annotationsSend(port, { '/api/plugins/resilience-nearmiss-app/settings': { jsonData: {} } });
    const fetch = async ({ method, url, data }: BackendSrvRequest) => {
      const answer = await grafana({ method: method as SendRequest['method'], path: url, body: data });
      if (!answer.ok) {
        throw answer.failure;
      }
      return { status: 200, data: answer.value };
    };
    setBackendSrv({ fetch: (request: BackendSrvRequest) => from(fetch(request)) } as unknown as BackendSrv);
    return { port, store: renderHook(() => useNearMissStore()).result.current };
  }

  // One test for both: what is given to a store that is made once counts only in the first test that makes it.
  it('writes to Grafana with the address, and knows who writes: what one did oneself overtakes nobody', async () => {
    config.appUrl = 'https://grafana.example/';
    Object.assign(config.bootData.user, { login: 'anna', isSignedIn: true });
    const { port, store } = open();
    await port.post({ time: 5, timeEnd: 9, text: 'odd', tags: ['near-miss'] });
    const draft = await store.readDraft(1);
    const id = draft.ok && draft.value.is === 'open' ? draft.value.nearMissId : '';
    const complete = (login: string) => {
      config.bootData.user.login = login;
      return store.write({ what: 'record', record: aRecord({ id }), place: ORGANIZATION, draftId: 1 });
    };
    const done = { ok: true, value: { annotationId: 2, marker: { ok: true, value: 1 } } };
    expect(await complete('anna')).toEqual(done);
    const link = `"https://grafana.example/a/resilience-nearmiss-app/nm/${id}"`;
    expect(port.stored()[1]).toMatchObject({ text: expect.stringContaining(link) });
    expect(await complete('ben')).toEqual({ ok: false, failure: { kind: 'overtaken', status: 0, detail: id } });
    expect(await complete('anna')).toEqual(done);
  });
});

describe('the store', () => {
  it('is the one that was given', () => {
    const [one, two] = [aStore(), aStore()];
    const { result, exchange } = renderOver(() => useNearMissStore(), { store: one });
    expect(result.current).toBe(one);
    exchange({ store: two });
    expect(result.current).toBe(two);
  });

  it('is one for the whole page when nothing was given', () => {
    const alone = renderHook(() => useNearMissStore());
    const again = renderHook(() => useNearMissStore());
    expect(again.result.current).toBe(alone.result.current);
  });

  it('is over the Grafana that was given', async () => {
    const port = memoryAnnotations();
    await port.post(encodeRecord(aRecord(), { kind: 'organization' }, ''));
    const { result } = renderOver(() => useNearMissStore(), { send: annotationsSend(port, {}) });
    expect(await result.current.list()).toMatchObject({ ok: true, value: { nearMisses: [{ id: aRecord().id }] } });
  });
});

describe('the way to Grafana', () => {
  it('is the one that was given, else Grafana’s own', () => {
    const send = memorySend({});
    expect(renderOver(() => useSend(), { send }).result.current).toBe(send);
    expect(renderOver(() => useSend(), { store: aStore() }).result.current).toBe(grafanaSend);
    expect(renderHook(() => useSend()).result.current).toBe(grafanaSend);
  });

  it('is the nearest one', () => {
    const [outer, inner] = [memorySend({}), memorySend({})];
    const wrapper = ({ children }: { children: ReactNode }) => (
      <NearMissStoreProvider send={outer}>
        <NearMissStoreProvider send={inner}>{children}</NearMissStoreProvider>
      </NearMissStoreProvider>
    );
    expect(renderHook(() => useSend(), { wrapper }).result.current).toBe(inner);
  });
});
