import { routes } from '../src/routes';
import { createNearMissStore } from '../src/storage/store/createNearMissStore';
import { httpAnnotations } from '../src/storage/annotations/httpAnnotations';
import type { NearMissFile } from '../src/storage/store/nearMissStore';
import { anEntry, aRecord } from '../src/testing/builders/builders';
import { nodeSend } from '../src/testing/grafana/nodeSend';
import { valueIn } from '../src/testing/grafana/valueIn';
import { call, url } from './host';
import { makeUser, type Person, renewRights, type World } from './world';
import type { Place } from '../src/domain/record/place';
import { newId } from '../src/domain/record/id';
import { recordIn, shareIn } from '../src/testing/hosts/writeTo';

export type PlaceName = 'organization' | 'journal';

/** A near miss with one answer in each place, and a configured journal whose folder not everybody may open. */
export interface RightsStage {
  journalTitle: string;
  places: Record<PlaceName, Place>;
  files: Record<PlaceName, NearMissFile>;
  /** Another near miss with an answer, to be spoilt. */
  another: (place: PlaceName) => Promise<NearMissFile>;
  /** The title of a started near miss whose writer is no longer a user, so that Grafana tells no login. */
  startedByNobody: () => Promise<string>;
  /** Puts the app's configuration back, and takes away what the world does not know as its own. */
  end: () => Promise<unknown>;
}

const SETTINGS = '/api/plugins/resilience-nearmiss-app/settings';
const VIEW = 1;
const EDIT = 2;

async function makeJournal({ users }: World, folder: string, title: string): Promise<string> {
  const { editor, member, viewer } = users;
  await call('POST', '/api/folders', { uid: folder, title: folder });
  const items = [
    { userId: editor.id, permission: EDIT },
    { userId: member.id, permission: EDIT },
    { userId: viewer.id, permission: VIEW },
  ];
  await call('POST', `/api/folders/${folder}/permissions`, { items });
  const uid = `${folder}-journal`;
  await call('POST', '/api/dashboards/db', { dashboard: { uid, title, panels: [] }, folderUid: folder });
  await Promise.all(Object.values(users).map(renewRights));
  return uid;
}

/** Adds the journal to the app's configuration; the function puts it back. */
async function configure(folderUid: string, dashboardUid: string, title: string) {
  const { jsonData, pinned = false } = (await call('GET', SETTINGS)) as { jsonData?: object; pinned?: boolean };
  const before = { journals: [], teams: [], ...jsonData };
  const journals = [...before.journals, { folderUid, dashboardUid, title }];
  const write = (data: object) => call('POST', SETTINGS, { enabled: true, pinned, jsonData: data });
  await write({ ...before, journals });
  return () => write(before);
}

export async function makeRightsStage(world: World): Promise<RightsStage> {
  const store = storeOf(world.users.editor);
  // After a failed test the next one is run by another worker, which makes a stage of its own.
  const folder = `${world.prefix}-rights-${newId().slice(0, 4)}`;
  const journalTitle = `${folder} journal`;
  const dashboardUid = await makeJournal(world, folder, journalTitle);
  const places: RightsStage['places'] = {
    organization: { kind: 'organization' },
    journal: { kind: 'journal', dashboardUid },
  };
  const make = async (title: string, place: PlaceName): Promise<NearMissFile> => {
    const record = aRecord({ id: newId(), title, source: null });
    valueIn(await recordIn(store, record, places[place]));
    valueIn(await shareIn(store, anEntry({ id: newId(), nearMiss: record.id })));
    return valueIn(await store.read(record.id));
  };
  const ownerless: number[] = [];
  const deconfigure = await configure(folder, dashboardUid, journalTitle);
  return {
    journalTitle,
    places,
    files: {
      organization: await make(`${folder}, organization`, 'organization'),
      journal: await make(`${folder}, journal`, 'journal'),
    },
    another: (place) => make(`${world.prefix} to be spoilt`, place),
    startedByNobody: async () => {
      const title = `${folder}, started by nobody`;
      ownerless.push(await recordAsSomebodyGone(folder, title));
      return title;
    },
    end: async () => {
      await deconfigure();
      await Promise.all(ownerless.map((id) => call('DELETE', `/api/annotations/${id}`)));
    },
  };
}

async function recordAsSomebodyGone(folder: string, title: string): Promise<number> {
  const person = await makeUser(folder, 'editor');
  const store = storeOf(person);
  const record = aRecord({ id: newId(), title, source: null, status: 'started' });
  const { annotationId } = valueIn(await recordIn(store, record, { kind: 'organization' }));
  await call('DELETE', `/api/admin/users/${person.id}`);
  return annotationId;
}

function storeOf({ login, password }: Person) {
  return createNearMissStore(httpAnnotations(nodeSend(url, `${login}:${password}`)), { link: routes.nearMiss });
}
