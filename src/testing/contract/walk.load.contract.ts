import { CHANGE_TAG, RECORD_TAG } from '../../domain/codec/tags';
import { unique, type ContractUser } from '../hosts/contractHost';
import { grafanaUnderTest } from '../hosts/grafanaUnderTest';
import { httpHost } from '../hosts/httpHost';
import { loadOn } from '../hosts/loadOn';
import { endAt, nearMissLoad, seldomTeam, type LoadedNearMiss } from '../hosts/nearMissLoad';
import { valueIn } from '../grafana/valueIn';
import type { AnnotationPort, AnnotationQuery } from '../../storage/annotations/annotationPort';
import { createNearMissStore } from '../../storage/store/createNearMissStore';
import { httpAnnotations } from '../../storage/annotations/httpAnnotations';
import type { NearMissList } from '../../storage/store/nearMissStore';
import { walkAnnotations } from '../../storage/annotations/walk';
import type { Place } from '../../domain/record/place';
import { readAnnotation } from '../../domain/codec/annotation';

const { url, admin } = grafanaUnderTest;
const MINUTE = 60_000;
const COUNT = 9_000;
/** With the changes of one in nine. */
const ANNOTATIONS = 10_000;
/** So that sixty lie across each seam of the walk: after 100 annotations, then 1,000, 2,000 and 4,000 more. */
const SHARE_AT = [65, 980, 2_835, 6_565];
/** As many dashboards as annotations are asked for, or Grafana would not look through a second page of them and repeat. */
const DASHBOARDS = 30;
const ALL = { tags: [RECORD_TAG, CHANGE_TAG], matchAny: true };
const organization: Place = { kind: 'organization' };

interface Page {
  query: AnnotationQuery;
  ids: readonly number[];
}

/** The same port, with a note of what each page brought. */
function noting(port: AnnotationPort): AnnotationPort & { pages: Page[] } {
  const pages: Page[] = [];
  return {
    ...port,
    pages,
    find: async (query, signal) => {
      const found = await port.find(query, signal);
      pages.push({ query, ids: found.ok ? found.value.map(idOf) : [] });
      return found;
    },
  };
}

const idOf = (raw: unknown) => readAnnotation(raw)?.id ?? 0;
const sorted = (ids: Iterable<number>) => [...ids].sort((a, b) => a - b);
const isHidden = (place: Place, journal: string) => place.kind === 'journal' && place.dashboardUid === journal;

const tell = (figures: string) => void process.stdout.write(`  ${figures}\n`);

describe(`${ANNOTATIONS} annotations on ${url}`, () => {
  const host = httpHost(url, admin);
  const everything = httpAnnotations(host.admin);
  const load = loadOn(everything);
  const prefix = unique('load');
  let reader: ContractUser;
  let hidden: string;
  let seeded: LoadedNearMiss[];
  let visible: LoadedNearMiss[];

  beforeAll(async () => {
    reader = await host.makeUser('Viewer');
    hidden = await host.makeDashboard([{ user: await host.makeUser('Editor'), access: 'Edit' }]);
    const open = await host.makeDashboard();
    for (let more = 1; more < DASHBOARDS; more += 1) {
      await host.makeDashboard();
    }
    const places: Place[] = Array.from({ length: 20 }, () => organization);
    places[0] = { kind: 'journal', dashboardUid: hidden };
    places[10] = { kind: 'journal', dashboardUid: open };
    seeded = nearMissLoad({ prefix, count: COUNT, places, shareAt: SHARE_AT });
    visible = seeded.filter(({ place }) => !isHidden(place, hidden));
    const began = Date.now();
    await load.write(seeded);
    const texts = seeded.flatMap(({ parts }) => parts.map(({ text }) => text.length));
    const mean = texts.reduce((sum, length) => sum + length, 0) / texts.length;
    tell(`${texts.length} written in ${(Date.now() - began) / 1000} s, ${Math.round(mean)} characters on average`);
  }, 20 * MINUTE);

  afterAll(async () => {
    await load.remove().finally(() => host.cleanUp());
  }, 20 * MINUTE);

  /** Asked for in one go, by who may see everything. */
  const counted = async (uid?: string) =>
    valueIn(await everything.find({ ...ALL, limit: 100_000, dashboardUid: uid })).map(idOf);

  it('are all stored', async () => {
    expect(load.ids()).toHaveLength(ANNOTATIONS);
    const there = new Set(await counted());
    expect(load.ids().filter((id) => !there.has(id))).toEqual([]);
  });

  it('are read by a walk as by one request: none missed, none twice', async () => {
    const port = noting(reader.port);
    const { annotations, complete } = valueIn(await walkAnnotations(port, ALL));
    const secret = new Set(await counted(hidden));
    expect(secret.size).toBeGreaterThan(COUNT / 20);
    expect(complete).toBe(true);
    expect(sorted(annotations.map(idOf))).toEqual(sorted((await counted()).filter((id) => !secret.has(id))));

    const seams = port.pages.flatMap(({ query }) => query.to ?? []);
    expect(seams.slice(0, SHARE_AT.length)).toEqual(SHARE_AT.map(endAt));
    const read = port.pages.reduce((sum, { ids }) => sum + ids.length, 0);
    tell(`${annotations.length} annotations in ${port.pages.length} requests that brought ${read}`);
  });

  it('are read once where Grafana repeats them, since some are hidden', async () => {
    const team = seldomTeam(prefix);
    const port = noting(reader.port);
    const { annotations } = valueIn(await walkAnnotations(port, { tags: [`team:${team}`] }));
    const expected = visible.filter((one) => one.team === team).flatMap(({ parts }) => parts);
    expect(annotations).toHaveLength(expected.length);
    expect(new Set(annotations.map(idOf)).size).toBe(expected.length);
    const [page] = port.pages;
    expect(page?.ids.length).toBeGreaterThan(new Set(page?.ids).size);
  });

  it('fold to each near miss as it is now, already while the rest is being read', async () => {
    const store = createNearMissStore(reader.port, { link: () => '' });
    const wanted = new Map(visible.map(({ id, shown }) => [id, shown]));
    const check = ({ nearMisses, unreadable }: NearMissList) => {
      expect(unreadable).toEqual([]);
      const ours = nearMisses.filter(({ id }) => id.startsWith(`${prefix}-`));
      const wrong = ours.filter(
        ({ id, title, status, outcome }) =>
          JSON.stringify(wanted.get(id)) !== JSON.stringify({ title, status, outcome })
      );
      expect(wrong.map(({ id }) => id)).toEqual([]);
      expect(new Set(ours.map(({ id }) => id))).toEqual(new Set(visible.slice(0, ours.length).map(({ id }) => id)));
      return ours.length;
    };
    const parts: number[] = [];
    const list = valueIn(await store.list({ onProgress: (part) => parts.push(check(part)) }));
    expect(check(list)).toBe(visible.length);
    expect(parts.length).toBeGreaterThan(3);
  });
});
