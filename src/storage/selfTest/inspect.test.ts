import { MARKER_TAG, RECORD_TAG } from '../../domain/codec/tags';
import { aNearMissWithoutGraph, anEntry, aRecord, A_SOURCE } from '../../testing/builders/builders';
import { refusing } from '../../testing/grafana/memorySend';
import { aDashboard, selfTestHost } from '../../testing/stages/selfTestHost';
import type { MemoryAnnotations } from '../../testing/grafana/memoryAnnotations';
import type { NearMissStore } from '../store/nearMissStore';
import { inspect, type InspectionResult } from './runSelfTest';
import { changeIn, recordIn, shareIn } from '../../testing/hosts/writeTo';

const ORGANIZATION = { kind: 'organization' } as const;
const THERE = { 'GET /api/dashboards/uid/checkout': aDashboard(4) };
const ID = 'queue-1-abcd';

type Named<Name> = Extract<InspectionResult, { check: Name }>;

async function inspected(host: ReturnType<typeof selfTestHost>, readsAll = true) {
  const results = await inspect(host.context, { readsAll });
  return <Name extends InspectionResult['check']>(check: Name) =>
    results.find((result): result is Named<Name> => result.check === check);
}

async function nearMissOf(store: NearMissStore, id = ID) {
  const read = await store.read(id);
  if (!read.ok) {
    throw new Error(read.failure.kind);
  }
  return read.value;
}

async function deleteWhere(annotations: MemoryAnnotations, tag: string) {
  for (const raw of annotations.stored()) {
    const { id, tags } = Object(raw) as { id: number; tags: string[] };
    if (tags.includes(tag)) {
      await annotations.remove(id);
    }
  }
}

it('finds nothing to say of an empty Grafana', async () => {
  const results = await inspect(selfTestHost().context, { readsAll: true });
  expect(results.map(({ state }) => state)).toEqual(Array.from(results, () => 'ok'));
  expect(results).toHaveLength(9);
  expect(results.every(({ repair }) => repair === null)).toBe(true);
});

it('finds nothing to repair where everything is in its place', async () => {
  const host = selfTestHost(THERE);
  await recordIn(host.store, aRecord(), ORGANIZATION);
  await recordIn(host.store, { ...aNearMissWithoutGraph() }, ORGANIZATION);
  const result = await inspected(host);
  for (const check of ['twins', 'orphanMarkers', 'missingMarkers', 'orphanParts', 'sources'] as const) {
    expect(result(check)).toMatchObject({ check, state: 'ok', repair: null });
  }
});

describe('what is stored', () => {
  it('is counted and weighed, with the oldest by when it was stored', async () => {
    const host = selfTestHost(THERE);
    await recordIn(host.store, aRecord(), ORGANIZATION);
    const { nearMiss } = await nearMissOf(host.store);
    await changeIn(host.store, nearMiss, { status: 'discussed' });
    await shareIn(host.store, anEntry());
    await recordIn(host.store, aRecord({ id: 'later-1-abcd' }), ORGANIZATION);
    await host.annotations.post({ time: 1, timeEnd: 1, text: 'A draft', tags: [RECORD_TAG] });
    const { created } = Object(host.annotations.stored()[0]) as { created: number };
    const facts = (await inspected(host))('stored')?.facts;
    expect(facts).toMatchObject({ records: 2, changes: 1, entries: 1, markers: 2, drafts: 1, oldest: created });
    expect(facts).toMatchObject({ read: true, unreadable: 0 });
    expect(facts?.read && facts.bytes).toBeGreaterThan(3000);
  });

  it('asks to look at what cannot be read', async () => {
    const host = selfTestHost();
    await host.annotations.post({ time: 1, timeEnd: 1, text: '<!--near-miss {', tags: [RECORD_TAG, 'nm:cut-off'] });
    expect((await inspected(host))('stored')).toMatchObject({ state: 'warn', facts: { unreadable: 1 } });
  });

  it('is not known when Grafana does not answer, and then nothing else is judged', async () => {
    const host = selfTestHost();
    host.annotations.failNext('find', { failure: { kind: 'offline', status: 0, detail: '' } });
    expect(await inspect(host.context, { readsAll: true })).toMatchObject([
      { check: 'stored', state: 'unknown', facts: { read: false, failure: { kind: 'offline' } } },
    ]);
  });
});

describe('twins', () => {
  async function withTwin(over: { text?: string; dashboardUid?: string } = {}, tag = RECORD_TAG) {
    const host = selfTestHost(THERE);
    await recordIn(host.store, aRecord(), ORGANIZATION);
    await shareIn(host.store, anEntry());
    const first = host.annotations.stored().find((raw) => (Object(raw) as { tags: string[] }).tags.includes(tag));
    const { text, tags, time, timeEnd } = Object(first) as {
      text: string;
      tags: string[];
      time: number;
      timeEnd: number;
    };
    await host.annotations.post({ text, tags, time, timeEnd, ...over });
    return host;
  }

  it('of a record and of an entry can be removed', async () => {
    for (const tag of [RECORD_TAG, 'near-miss-retro']) {
      expect((await inspected(await withTwin({}, tag)))('twins')).toMatchObject({
        state: 'warn',
        facts: { same: 1, different: 0 },
        repair: { does: 'remove-twins', nearMisses: [ID] },
      });
    }
  });

  it('of another place, or changed since, are left alone', async () => {
    const moved = await withTwin({ dashboardUid: 'journal' });
    const changed = await withTwin();
    await changed.annotations.patch(4, {
      text: `${(Object(changed.annotations.stored()[3]) as { text: string }).text} `,
    });
    for (const host of [moved, changed]) {
      expect((await inspected(host))('twins')).toMatchObject({
        state: 'warn',
        facts: { same: 0, different: 1 },
        repair: null,
      });
    }
  });
});

describe('markers without a record', () => {
  async function withOrphan(user?: Parameters<typeof selfTestHost>[1]) {
    const host = selfTestHost(THERE, user);
    await recordIn(host.store, aRecord(), ORGANIZATION);
    await deleteWhere(host.annotations, RECORD_TAG);
    return host;
  }

  it('can be removed by who sees everything', async () => {
    expect((await inspected(await withOrphan()))('orphanMarkers')).toMatchObject({
      state: 'warn',
      facts: { orphans: 1, mayBeHidden: false },
      repair: { does: 'remove-markers', markers: [{ nearMiss: ID }] },
    });
  });

  it('are only told to who may not see all', async () => {
    expect((await inspected(await withOrphan(), false))('orphanMarkers')).toMatchObject({
      state: 'unknown',
      facts: { orphans: 1, mayBeHidden: true },
      repair: null,
    });
  });

  it('are none while the record is there and cannot be read', async () => {
    const host = selfTestHost(THERE);
    await recordIn(host.store, aRecord(), ORGANIZATION);
    const { id } = Object(host.annotations.stored()[0]) as { id: number };
    await host.annotations.patch(id, { text: '<!--near-miss {"what":"rec' });
    expect((await inspected(host))('orphanMarkers')).toMatchObject({
      state: 'ok',
      facts: { orphans: 0 },
      repair: null,
    });
  });
});

describe('records without a marker', () => {
  async function withoutMarker(answers: Parameters<typeof selfTestHost>[0], over = {}) {
    const host = selfTestHost(answers);
    await recordIn(host.store, aRecord(over), ORGANIZATION);
    await deleteWhere(host.annotations, MARKER_TAG);
    return host;
  }

  it('get it again where the panel is there', async () => {
    expect((await inspected(await withoutMarker(THERE)))('missingMarkers')).toMatchObject({
      state: 'warn',
      facts: { makeable: 1, notAllowed: 0, unread: 0 },
      repair: { does: 'make-markers', markers: [{ nearMiss: { id: ID }, panelTitle: 'Orders waiting', mine: true }] },
    });
  });

  it('are told where one may not annotate', async () => {
    const host = await withoutMarker({ 'GET /api/dashboards/uid/checkout': aDashboard(4, false) });
    expect((await inspected(host))('missingMarkers')).toMatchObject({
      state: 'warn',
      facts: { notAllowed: 1 },
      repair: null,
    });
  });

  it.each([
    ['gone', {}, { gone: 1 }],
    ['hidden', { 'GET /api/dashboards/uid/checkout': refusing(403) }, { hidden: 1 }],
    ['without the panel', { 'GET /api/dashboards/uid/checkout': aDashboard(99) }, { panelGone: 1 }],
  ])('need none where the dashboard is %s', async (_, answers, expected) => {
    const result = await inspected(await withoutMarker(answers));
    expect(result('missingMarkers')).toMatchObject({ state: 'ok', repair: null });
    expect(result('sources')).toMatchObject({ state: 'ok', facts: expected, repair: null });
  });

  it('are not known where Grafana does not tell of the dashboard', async () => {
    const host = await withoutMarker({ 'GET /api/dashboards/uid/checkout': refusing(500) });
    expect((await inspected(host))('missingMarkers')).toMatchObject({ state: 'unknown', facts: { unread: 1 } });
  });

  it('of a newer version are left to that version', async () => {
    const result = await inspected(await withoutMarker(THERE, { version: 99 }));
    expect(result('missingMarkers')).toMatchObject({ state: 'ok', repair: null });
  });

  it('ask for each panel once', async () => {
    const asked: string[] = [];
    const host = selfTestHost({
      'GET /api/dashboards/uid/checkout': () => {
        asked.push('checkout');
        return { ok: true, value: aDashboard(4) };
      },
    });
    for (const id of ['one-1-abcd', 'two-1-abcd', 'three-1-abc']) {
      await recordIn(host.store, aRecord({ id, source: A_SOURCE }), ORGANIZATION);
    }
    await deleteWhere(host.annotations, MARKER_TAG);
    expect((await inspected(host))('missingMarkers')).toMatchObject({ facts: { makeable: 3 } });
    expect(asked).toHaveLength(1);
  });
});

describe('changes and entries without a record', () => {
  async function orphaned() {
    const host = selfTestHost(THERE);
    await recordIn(host.store, aRecord(), ORGANIZATION);
    const { nearMiss } = await nearMissOf(host.store);
    await changeIn(host.store, nearMiss, { status: 'discussed' });
    await shareIn(host.store, anEntry({ text: 'Somebody’s words' }));
    await deleteWhere(host.annotations, RECORD_TAG);
    return host;
  }

  it('are told with their words, and no repair deletes them', async () => {
    const result = (await inspected(await orphaned()))('orphanParts');
    expect(result).toMatchObject({
      state: 'warn',
      facts: { changes: 1, entries: 1, mayBeHidden: false },
      repair: null,
    });
    expect(JSON.stringify(result?.facts.annotations)).toContain('Somebody’s words');
  });

  it('may belong to what the reader cannot see', async () => {
    expect((await inspected(await orphaned(), false))('orphanParts')).toMatchObject({
      state: 'unknown',
      facts: { mayBeHidden: true },
    });
  });
});

describe('what is not found', () => {
  it('is nothing that may be hidden, also to who may not see all', async () => {
    const result = await inspected(selfTestHost(), false);
    expect(result('orphanMarkers')).toEqual({
      ...{ check: 'orphanMarkers', state: 'ok', repair: null },
      facts: { orphans: 0, mayBeHidden: false },
    });
    expect(result('orphanParts')).toEqual({
      ...{ check: 'orphanParts', state: 'ok', repair: null },
      facts: { changes: 0, entries: 0, mayBeHidden: false, annotations: [] },
    });
  });

  it('is counted as none', async () => {
    const result = await inspected(selfTestHost());
    expect(result('stored')?.facts).toEqual({
      ...{
        read: true,
        records: 0,
        changes: 0,
        entries: 0,
        markers: 0,
        drafts: 0,
        unreadable: 0,
        bytes: 0,
        oldest: null,
      },
    });
    expect(result('sources')?.facts).toEqual({ gone: 0, panelGone: 0, hidden: 0 });
    expect(result('twins')?.facts).toEqual({ same: 0, different: 0 });
    expect(result('missingMarkers')?.facts).toEqual({ makeable: 0, notAllowed: 0, unread: 0 });
  });
});

it('does not call unreadable what only lost its record', async () => {
  const host = selfTestHost(THERE);
  await recordIn(host.store, aRecord(), ORGANIZATION);
  await shareIn(host.store, anEntry());
  await deleteWhere(host.annotations, RECORD_TAG);
  const result = await inspected(host);
  expect(result('stored')).toMatchObject({
    state: 'ok',
    facts: { unreadable: 0, entries: 1, records: 0, oldest: null },
  });
  expect(result('orphanParts')?.facts).toMatchObject({ changes: 0, entries: 1 });
});

it('tells sources apart: each of several near misses is counted once, where it belongs', async () => {
  const on = (dashboardUid: string) => ({ ...A_SOURCE, dashboardUid });
  const host = selfTestHost({
    'GET /api/dashboards/uid/moved': aDashboard(99),
    'GET /api/dashboards/uid/secret': refusing(403),
    'GET /api/dashboards/uid/open': aDashboard(4),
    'GET /api/dashboards/uid/read': aDashboard(4, false),
    'GET /api/dashboards/uid/down': refusing(500),
  });
  for (const [index, uid] of ['moved', 'secret', 'open', 'read', 'down', 'gone', 'gone'].entries()) {
    await recordIn(host.store, aRecord({ id: `record-${index}-abc`, source: on(uid) }), ORGANIZATION);
  }
  await deleteWhere(host.annotations, MARKER_TAG);
  const result = await inspected(host);
  expect(result('sources')?.facts).toEqual({ gone: 2, panelGone: 1, hidden: 1 });
  expect(result('missingMarkers')).toMatchObject({
    state: 'warn',
    facts: { makeable: 1, notAllowed: 1, unread: 1 },
    repair: { markers: [{ nearMiss: { id: 'record-2-abc' } }] },
  });
});

describe('moments', () => {
  it('that hardly anybody means are counted, and whose they are is said', async () => {
    const host = selfTestHost(THERE);
    const now = host.context.clock.now();
    await recordIn(
      host.store,
      aRecord({ id: 'usual-1-abcd', noticedAt: null, actedAt: now, stretch: null }),
      ORGANIZATION
    );
    await recordIn(
      host.store,
      aRecord({ id: 'seconds-1-ab', noticedAt: 1_793_714_280, actedAt: now, stretch: null }),
      ORGANIZATION
    );
    await recordIn(
      host.store,
      aRecord({ id: 'ahead-1-abcd', noticedAt: null, actedAt: now + 9e6, stretch: null }),
      ORGANIZATION
    );
    const found = (await inspected(host))('moments');
    expect(found).toMatchObject({ state: 'warn', facts: { tooEarly: 1, future: 1 }, repair: null });
    expect(found?.facts.nearMisses.map(({ id }) => id).sort()).toEqual(['ahead-1-abcd', 'seconds-1-ab']);
  });
});
