import { memorySend, refusing } from '../../testing/grafana/memorySend';
import { renderOver } from '../../testing/render/renderOver';
import { settle } from '../../testing/render/settle';
import { useDashboardName } from './useDashboardName';

const UID = 'abc123';
const ADDRESS = `GET /api/dashboards/uid/${UID}`;

it.each([
  [{ dashboard: { title: 'Checkout' } }, 'Checkout'],
  [{ dashboard: {} }, 'a dashboard without a title'],
  [refusing(404), 'a dashboard that was deleted'],
  [refusing(403), 'a dashboard that you may not see'],
  [refusing(500), 'a dashboard whose title could not be read'],
])('is the title, or why nobody tells it, never the uid', async (answer, name) => {
  const { result } = renderOver(() => useDashboardName(UID), { send: memorySend({ [ADDRESS]: answer }) });
  expect(result.current).toBe('a dashboard');
  await settle();
  expect(result.current).toBe(name);
});

it('is not asked for where it is known, nor without a dashboard', async () => {
  const send = memorySend({});
  const { result } = renderOver(() => [useDashboardName(UID, 'Checkout'), useDashboardName('')], { send });
  await settle();
  expect(result.current[0]).toBe('Checkout');
  expect(send.asked).toEqual([]);
});
