import { config } from '@grafana/runtime';
import { encodeEntry } from '../../domain/codec/encodeEntry';
import { encodeRecord } from '../../domain/codec/encodeRecord';
import { annotationsSend } from '../../testing/grafana/annotationsSend';
import { aNearMiss, anEntry, aRecord } from '../../testing/builders/builders';
import { emptyGrafana, exported, ORGANIZATION, planFor } from '../../testing/stages/grafanaStages';
import { notingSend } from '../../testing/grafana/notingSend';
import { renderOver } from '../../testing/render/renderOver';
import { memoryAnnotations } from '../../testing/grafana/memoryAnnotations';
import { linkTo } from '../../grafana/address';
import { realClock } from '../store/retry';
import { useTransfer } from './useTransfer';

const { appUrl } = config;
const { orgId } = config.bootData.user;
afterEach(() => {
  config.appUrl = appUrl;
  config.bootData.user.orgId = orgId;
  jest.useRealTimers();
});

async function aGrafana(...ids: readonly string[]) {
  const port = memoryAnnotations({ user: { login: 'admin' } });
  for (const id of ids) {
    await port.post(encodeRecord(aRecord({ id }), ORGANIZATION, '/former/address'));
    await port.post(encodeEntry(anEntry({ id: `of-${id}`, nearMiss: id }), aNearMiss({ id }), ''));
  }
  return { port, send: notingSend(annotationsSend(port, {})) };
}

const show = async (...ids: readonly string[]) => {
  const grafana = await aGrafana(...ids);
  return { ...grafana, ...renderOver(() => useTransfer(), { send: grafana.send, clock: realClock }) };
};

it('names this Grafana as the origin', async () => {
  config.appUrl = 'https://grafana.example/';
  config.bootData.user.orgId = 5;
  const { result } = await show();
  expect(result.current.origin).toEqual({ grafana: 'https://grafana.example/', organization: 5 });
});

it('is the same as long as the Grafana is', async () => {
  const { result, exchange } = await show('near-miss-01');
  const before = result.current;
  exchange();
  expect(result.current).toBe(before);
  exchange({ send: (await aGrafana('near-miss-02')).send });
  expect(result.current).not.toBe(before);
  expect(await result.current.read()).toMatchObject({ value: { whole: [{ nearMiss: { id: 'near-miss-02' } }] } });
});

describe('reading', () => {
  it('brings everything, whole', async () => {
    const { result } = await show('near-miss-01');
    expect(await result.current.read()).toMatchObject({
      ok: true,
      value: { whole: [{ nearMiss: { id: 'near-miss-01' }, entries: [{ entry: { id: 'of-near-miss-01' } }] }] },
    });
  });

  it('fails with the reason', async () => {
    const { result, port } = await show('near-miss-01');
    const failure = { kind: 'timeout', status: 504, detail: 'late' } as const;
    port.failNext('find', { failure });
    expect(await result.current.read()).toEqual({ ok: false, failure });
  });

  it('stops when it is told to', async () => {
    const { result, send } = await show('near-miss-01');
    const { signal } = new AbortController();
    await result.current.read(signal);
    const reading = send.asked.filter(({ path }) => path.startsWith('/api/annotations'));
    expect(reading.map((request) => request.signal)).toEqual([signal]);
  });
});

describe('writing', () => {
  const aPlan = async () => planFor(emptyGrafana(), await exported((await aGrafana('near-miss-01')).port));

  it('writes what is planned, under the address of this Grafana', async () => {
    config.appUrl = 'https://grafana.example/';
    const { result, port } = await show();
    const progress: number[] = [];
    const outcome = await result.current.write(await aPlan(), {
      place: { kind: 'journal', dashboardUid: 'shops' },
      onProgress: (written) => progress.push(written),
    });
    expect(outcome).toEqual({ written: 2, refused: [], stopped: null });
    expect(progress).toEqual([1, 2]);
    const link = expect.stringContaining(linkTo('near-miss-01'));
    expect(port.stored()).toEqual([
      expect.objectContaining({ dashboardUID: 'shops', text: link }),
      expect.objectContaining({ dashboardUID: 'shops', text: link }),
    ]);
  });

  it('tries again after a moment when Grafana is down', async () => {
    const { result, port } = await show();
    const plan = await aPlan();
    jest.useFakeTimers();
    port.failNext('post', { failure: { kind: 'unavailable', status: 503, detail: '' } });
    const writing = result.current.write(plan, { place: ORGANIZATION });
    await jest.advanceTimersByTimeAsync(399);
    expect(port.stored()).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(await writing).toEqual({ written: 2, refused: [], stopped: null });
    expect(port.stored()).toHaveLength(2);
  });
});
