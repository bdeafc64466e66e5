import { createNearMissStore } from '../../storage/store/createNearMissStore';
import { httpAnnotations } from '../../storage/annotations/httpAnnotations';
import type { Send } from '../../grafana/send';

/** Throws where near misses of real people are, unless ALLOW_USED=1: what a run makes has its own names, but nobody should have to trust that. */
export async function refuseUsed(send: Send): Promise<void> {
  const store = createNearMissStore(httpAnnotations(send), { link: (id) => id });
  const listed = await store.list();
  if (!listed.ok) {
    const { kind, status, detail } = listed.failure;
    throw new Error(`Cannot list near misses there: ${kind} ${status} ${detail}. Check GRAFANA_URL and GRAFANA_ADMIN.`);
  }
  const real = listed.value.nearMisses.filter(({ example }) => !example).length;
  if (real > 0 && process.env.ALLOW_USED !== '1') {
    throw new Error(`${real} near misses there are no examples. Use a Grafana of its own, or set ALLOW_USED=1.`);
  }
}
