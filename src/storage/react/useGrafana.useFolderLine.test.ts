import { memorySend, refusing } from '../../testing/grafana/memorySend';
import { renderOver } from '../../testing/render/renderOver';
import { settle } from '../../testing/render/settle';
import { useFolderLine } from './useGrafana';

const of = (uid: string) => `GET /api/folders/${uid}`;

it('brings the folder and those above it', async () => {
  const send = memorySend({ [of('deep')]: { parents: [{ uid: 'top' }, { uid: 'middle' }] } });
  const { result } = renderOver(() => useFolderLine('deep'), { send });
  expect(result.current.state).toBe('loading');
  await settle();
  expect(result.current).toMatchObject({ state: 'ready', value: ['deep', 'middle', 'top'] });
});

it('asks nothing for no folder', async () => {
  const send = memorySend({});
  const { result } = renderOver(() => useFolderLine(''), { send });
  await settle();
  expect(result.current).toMatchObject({ state: 'ready', value: [] });
  expect(send.asked).toEqual([]);
});

it('fails with the reason', async () => {
  const { result } = renderOver(() => useFolderLine('deep'), { send: memorySend({ [of('deep')]: refusing(502) }) });
  await settle();
  expect(result.current).toMatchObject({ state: 'failed', failure: { kind: 'unavailable', status: 502 } });
});

it('reads again for another folder and in another Grafana, and only then', async () => {
  let uid = 'one';
  const send = memorySend({ [of('one')]: { parents: [{ uid: 'top' }] } });
  const { result, exchange } = renderOver(() => useFolderLine(uid), { send });
  await settle();
  exchange();
  expect(send.asked).toHaveLength(1);
  uid = 'two';
  exchange();
  await settle();
  expect(result.current).toMatchObject({ state: 'ready', value: ['two'] });
  exchange({ send: memorySend({ [of('two')]: { parents: [{ uid: 'elsewhere' }] } }) });
  await settle();
  expect(result.current).toMatchObject({ state: 'ready', value: ['two', 'elsewhere'] });
});

it('stops when nobody looks any more', () => {
  const send = memorySend({});
  const { unmount } = renderOver(() => useFolderLine('deep'), { send });
  unmount();
  expect(send.asked.map(({ signal }) => signal?.aborted)).toEqual([true]);
});
