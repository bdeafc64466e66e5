import { changeOf } from '../src/domain/fold/changeOf';
import { encodeChange } from '../src/domain/codec/encodeChange';
import { encodeEntry } from '../src/domain/codec/encodeEntry';
import { encodeRecord } from '../src/domain/codec/encodeRecord';
import { routes } from '../src/routes';
import { createNearMissStore } from '../src/storage/store/createNearMissStore';
import { httpAnnotations } from '../src/storage/annotations/httpAnnotations';
import type { Outcome } from '../src/grafana/outcome';
import { anEntry, aRecord } from '../src/testing/builders/builders';
import { nodeSend } from '../src/testing/grafana/nodeSend';
import { call, url } from './host';
import type { PlaceName, RightsStage } from './rightsStage';
import { newId } from '../src/domain/record/id';

/** All that can be done with near misses. */
export const DEEDS = [
  'list',
  'open',
  'answer',
  'change',
  'record',
  'delete answer',
  'delete near miss',
  'configure',
] as const;
export type Deed = (typeof DEEDS)[number];

/** HTTP status of what the app's page would send for it; 404 where a list or a page would come without the near miss. */
export type Answers = Record<Deed, number>;

const SETTINGS = '/api/plugins/resilience-nearmiss-app/settings';
const statusOf = (outcome: Outcome<unknown>) => (outcome.ok ? 200 : outcome.failure.status);

/** As it is: what counts is whether it may be written. */
async function configuration() {
  const { pinned, jsonData } = (await call('GET', SETTINGS)) as Record<string, unknown>;
  return { enabled: true, pinned, jsonData };
}

/** Tries everything as that person (`login:password`; undefined: not signed in), and takes away what was written. */
export async function whatGrafanaAllows(
  { places, files, another }: RightsStage,
  place: PlaceName,
  credentials: string | undefined
): Promise<Answers> {
  const send = nodeSend(url, credentials);
  const port = httpAnnotations(send);
  const store = createNearMissStore(port, { link: routes.nearMiss });
  const { nearMiss } = files[place];
  const link = routes.nearMiss(nearMiss.id);
  const post = async (annotation: Parameters<typeof port.post>[0]) => {
    const posted = await port.post(annotation);
    if (posted.ok) {
      await call('DELETE', `/api/annotations/${posted.value}`);
    }
    return statusOf(posted);
  };
  const listed = await store.list();
  const isListed = listed.ok && listed.value.nearMisses.some(({ id }) => id === nearMiss.id);
  const victim = await another(place);
  return {
    list: listed.ok && !isListed ? 404 : statusOf(listed),
    open: statusOf(await store.read(nearMiss.id)),
    answer: await post(encodeEntry(anEntry({ id: newId(), nearMiss: nearMiss.id }), nearMiss, link)),
    change: await post(encodeChange(changeOf(nearMiss, { status: 'discussed' }, newId()), nearMiss, link)),
    record: await post(encodeRecord(aRecord({ id: newId(), source: null }), places[place], link)),
    'delete answer': statusOf(await port.remove(victim.entries[0]?.annotationId ?? 0)),
    'delete near miss': statusOf(await port.remove(victim.nearMiss.annotationId)),
    configure: statusOf(await send({ method: 'POST', path: SETTINGS, body: await configuration() })),
  };
}
