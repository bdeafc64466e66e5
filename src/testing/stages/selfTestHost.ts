import { createNearMissStore } from '../../storage/store/createNearMissStore';
import { type MemoryAnnotations, memoryAnnotations, type MemoryUser } from '../grafana/memoryAnnotations';
import { memorySend } from '../grafana/memorySend';
import type { SelfTestContext } from '../../storage/selfTest/checkResult';

type Answers = Parameters<typeof memorySend>[0];

/** An Admin who sees every dashboard, none of which is configured as a journal; nothing is cleaned up. */
export const AN_ADMIN: Answers = {
  'GET /api/access-control/user/permissions': {
    'annotations:create': ['annotations:*'],
    'dashboards:read': ['dashboards:*'],
  },
  'GET /api/plugins/resilience-nearmiss-app/settings': { jsonData: {} },
  'GET /api/admin/settings': {
    'annotations.api': { max_age: '', max_annotations_to_keep: '' },
    'annotations.dashboard': { max_age: '', max_annotations_to_keep: '' },
  },
};

/** A dashboard with one panel, as Grafana tells of it. */
export const aDashboard = (panelId: number, canAdd = true) => ({
  meta: { annotationsPermissions: { dashboard: { canAdd } } },
  dashboard: { title: 'Checkout service', panels: [{ id: panelId, title: 'Orders waiting' }] },
});

/** A Grafana for the self-test: annotations in memory, a clock that goes on a minute with each look, no waiting. */
export function selfTestHost(answers: Answers = {}, user: MemoryUser = { login: 'ada' }) {
  let clock = Date.UTC(2026, 10, 3, 16);
  const now = () => (clock += 60_000);
  const annotations: MemoryAnnotations = memoryAnnotations({ user, now });
  const link = (id: string) => `/a/near-miss/nm/${id}`;
  const sleep = async () => {};
  const context: SelfTestContext = {
    port: annotations,
    send: memorySend({ ...AN_ADMIN, ...answers }),
    clock: { now, sleep },
    link,
    me: user.login,
  };
  return { annotations, context, now, store: createNearMissStore(annotations, { link, now, sleep }) };
}
