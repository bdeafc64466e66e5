import { type NewAnnotation, readAnnotation } from '../../domain/codec/annotation';
import { aRecord, anEntry } from '../builders';
import { unique, type ContractHost, type ContractUser } from '../contractHost';
import type { AnnotationQuery } from '../../storage/annotations/annotationPort';
import { createNearMissStore } from '../../storage/store/createNearMissStore';
import type { Outcome } from '../../grafana/outcome';
import { changeIn, recordIn, shareIn } from '../writeTo';

const MINUTE = 60_000;
const NOON = Date.UTC(2025, 5, 1, 12);

export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) {
    const { kind, status, detail } = outcome.failure;
    throw new Error(`expected a value, got ${kind} ${status} ${detail}`);
  }
  return outcome.value;
}

export function failureKind(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'no failure' : outcome.failure.kind;
}

/** All that the store relies on in Grafana's annotations, seen on 12.3.0. Every host must pass it. */
export function describeAnnotationPort(name: string, makeHost: () => ContractHost): void {
  describe(`annotations ${name}`, () => {
    const host = makeHost();
    let editor: ContractUser;
    let other: ContractUser;
    let viewer: ContractUser;

    beforeAll(async () => {
      editor = await host.makeUser('Editor');
      other = await host.makeUser('Editor');
      viewer = await host.makeUser('Viewer');
    });
    afterAll(() => host.cleanUp());

    const post = async (part: Partial<NewAnnotation>, user = editor): Promise<number> =>
      valueOf(await user.port.post({ time: NOON, timeEnd: NOON, text: 'contract', tags: [], ...part }));
    const read = async (id: number, user = editor) => {
      const annotation = readAnnotation(valueOf(await user.port.get(id)));
      if (!annotation) {
        throw new Error(`${id} is no annotation`);
      }
      return annotation;
    };
    const find = async (query: Partial<AnnotationQuery>, user = editor): Promise<number[]> =>
      valueOf(await user.port.find({ limit: 1000, ...query })).map((raw) => readAnnotation(raw)?.id ?? 0);

    describe('one annotation', () => {
      it('comes back as it was posted, of the organization', async () => {
        const tag = unique('tag');
        const text = 'Ein Satz – 文字 🙂 <b>&amp;</b>\n<!--near-miss {"a":"-\\u002d"}-->';
        const before = Date.now();
        const id = await post({ time: NOON, timeEnd: NOON + MINUTE, text, tags: [tag, 'team:payments'] });
        const found = await read(id);
        expect(found).toMatchObject({ id, time: NOON, timeEnd: NOON + MINUTE, text, dashboardUid: '', panelId: 0 });
        expect(found.tags).toEqual([tag, 'team:payments']);
        expect(found.login).toBe(editor.login);
        expect(found.updated).toBe(found.created);
        expect(Math.abs(found.created - before)).toBeLessThan(5 * MINUTE);
      });

      it('belongs to a panel of a dashboard', async () => {
        const dashboardUid = await host.makeDashboard();
        const id = await post({ dashboardUid, panelId: 7 });
        expect(await read(id)).toMatchObject({ dashboardUid, panelId: 7 });
        expect(await find({ dashboardUid })).toEqual([id]);
        expect(await find({ dashboardUid, panelId: 7 })).toEqual([id]);
        expect(await find({ dashboardUid, panelId: 8 })).toEqual([]);
      });

      it('has its times put in order', async () => {
        const id = await post({ time: NOON + MINUTE, timeEnd: NOON });
        expect(await read(id)).toMatchObject({ time: NOON, timeEnd: NOON + MINUTE });
      });

      it('keeps 16 KB of text', async () => {
        const text = 'x'.repeat(16_384);
        expect((await read(await post({ text }))).text).toBe(text);
      });

      it('must have a text', async () => {
        expect(failureKind(await editor.port.post({ time: NOON, timeEnd: NOON, text: '', tags: [] }))).toBe('refused');
      });

      it('is missing once deleted; deleting it again is no failure', async () => {
        const id = await post({});
        expect(await editor.port.remove(id)).toEqual({ ok: true, value: null });
        expect(failureKind(await editor.port.get(id))).toBe('missing');
        expect(failureKind(await editor.port.patch(id, { text: 'x' }))).toBe('missing');
        expect(await editor.port.remove(id)).toEqual({ ok: true, value: null });
      });
    });

    describe('the seal', () => {
      it('breaks when anybody patches: `updated` moves, login and `created` stay', async () => {
        const id = await post({ text: 'mine' });
        const before = await read(id);
        await new Promise((resolve) => setTimeout(resolve, 5));
        valueOf(await other.port.patch(id, { text: 'theirs' }));
        const after = await read(id);
        expect(after).toMatchObject({ text: 'theirs', login: editor.login, created: before.created });
        expect(after.updated).toBeGreaterThan(before.updated);
      });

      it('a patch changes only what it names', async () => {
        const tag = unique('tag');
        const id = await post({ timeEnd: NOON + MINUTE, tags: [tag] });
        valueOf(await editor.port.patch(id, { time: NOON - MINUTE }));
        expect(await read(id)).toMatchObject({
          time: NOON - MINUTE,
          timeEnd: NOON + MINUTE,
          text: 'contract',
          tags: [tag],
        });
      });
    });

    describe('tags', () => {
      it('are wanted all, or any', async () => {
        const [a, b] = [unique('a'), unique('b')];
        const both = await post({ tags: [a, b] });
        const one = await post({ tags: [a], time: NOON + 1, timeEnd: NOON + 1 });
        expect(await find({ tags: [a, b] })).toEqual([both]);
        expect(await find({ tags: [a, b], matchAny: true })).toEqual([one, both]);
        expect(await find({ tags: [a] })).toEqual([one, both]);
      });

      it('match by key and value, or by key with any value', async () => {
        const key = unique('key');
        const id = await post({ tags: [`${key}:one`] });
        expect(await find({ tags: [`${key}:one`] })).toEqual([id]);
        expect(await find({ tags: [key] })).toEqual([id]);
        expect(await find({ tags: [`${key}:two`] })).toEqual([]);
      });

      it('trap: a bare key is not found where the key has a value too, nor where it has two', async () => {
        const key = unique('key');
        const plainAndValue = await post({ tags: [key, `${key}:x`] });
        await post({ tags: [`${key}:y`, `${key}:z`] });
        expect(await find({ tags: [key] })).toEqual([]);
        expect(await find({ tags: [`${key}:x`] })).toEqual([plainAndValue]);
      });

      it('trap: what follows a second colon is lost, blanks around are trimmed, repeats dropped', async () => {
        const key = unique('key');
        const id = await post({ tags: [`${key}:a:b`, ` ${key} : a `, `${key}2`] });
        expect((await read(id)).tags).toEqual([`${key}:a`, `${key}2`]);
      });

      it('trap: a tag removed by a patch is gone from `tags`, yet the server still finds by it', async () => {
        const [kept, removed] = [unique('kept'), unique('removed')];
        const id = await post({ tags: [kept, removed] });
        valueOf(await editor.port.patch(id, { tags: [kept] }));
        expect((await read(id)).tags).toEqual([kept]);
        expect(await find({ tags: [removed] })).toEqual([id]);
      });

      it('take up to 500 bytes of UTF-8, quotes and commas included', async () => {
        // Two brackets, and each tag with two quotes and a comma but the first: 6 tags leave 481 bytes.
        const tags = Array.from({ length: 5 }, (_, at) => `${at}${'é'.repeat(40)}`);
        const left = 481 - 5 * 81;
        const answer = async (last: string) =>
          failureKind(await editor.port.post({ time: NOON, timeEnd: NOON, text: 'x', tags: [...tags, last] }));
        expect(await answer('y'.repeat(left))).toBe('no failure');
        expect(await answer('y'.repeat(left + 1))).toBe('refused');
      });
    });

    describe('finding', () => {
      it('gives the newest end first, up to the limit', async () => {
        const tag = unique('tag');
        const middle = await post({ tags: [tag], time: NOON + 2, timeEnd: NOON + 2 });
        const first = await post({ tags: [tag], time: NOON + 1, timeEnd: NOON + 1 });
        const long = await post({ tags: [tag], time: NOON, timeEnd: NOON + 3 });
        expect(await find({ tags: [tag] })).toEqual([long, middle, first]);
        expect(await find({ tags: [tag], limit: 2 })).toEqual([long, middle]);
      });

      it('filters by overlap with a window', async () => {
        const tag = unique('tag');
        const region = await post({ tags: [tag], time: NOON, timeEnd: NOON + 10 * MINUTE });
        const at = async (from: number, to: number) => find({ tags: [tag], from: NOON + from, to: NOON + to });
        expect(await at(-MINUTE, 0)).toEqual([region]);
        expect(await at(10 * MINUTE, 20 * MINUTE)).toEqual([region]);
        expect(await at(4 * MINUTE, 5 * MINUTE)).toEqual([region]);
        expect(await at(-MINUTE, -1)).toEqual([]);
        expect(await at(10 * MINUTE + 1, 20 * MINUTE)).toEqual([]);
      });

      it('trap: once a match is hidden, the organization’s come twice', async () => {
        const tag = unique('tag');
        await host.makeDashboard();
        await host.makeDashboard();
        const secret = await host.makeDashboard([{ user: editor, access: 'Edit' }]);
        const mine = await post({ tags: [tag] });
        const hidden = await post({ tags: [tag], dashboardUid: secret });
        expect((await find({ tags: [tag] })).sort()).toEqual([mine, hidden].sort());
        const seen = await find({ tags: [tag] }, viewer);
        expect(new Set(seen)).toEqual(new Set([mine]));
        expect(seen.length).toBeGreaterThan(1);
      });

      it('keeps all of fifty posted at once', async () => {
        const tag = unique('tag');
        const posted = await Promise.all(
          Array.from({ length: 50 }, (_, at) => post({ tags: [tag], time: NOON + at, timeEnd: NOON + at }))
        );
        expect(new Set(await find({ tags: [tag] }))).toEqual(new Set(posted));
      });
    });

    describe('rights', () => {
      it('a Viewer reads the organization’s, and may neither add, change nor delete', async () => {
        const id = await post({});
        expect((await read(id, viewer)).id).toBe(id);
        const draft: NewAnnotation = { time: NOON, timeEnd: NOON, text: 'x', tags: [] };
        expect(failureKind(await viewer.port.post(draft))).toBe('forbidden');
        expect(failureKind(await viewer.port.patch(id, { text: 'x' }))).toBe('forbidden');
        expect(failureKind(await viewer.port.remove(id))).toBe('forbidden');
        expect((await read(id)).text).toBe('contract');
      });

      it('a Viewer with Edit on a journal writes there', async () => {
        const journal = await host.makeDashboard([
          { user: viewer, access: 'Edit' },
          { user: editor, access: 'View' },
        ]);
        const id = await post({ dashboardUid: journal }, viewer);
        expect((await read(id, editor)).login).toBe(viewer.login);
        expect(
          failureKind(await editor.port.post({ dashboardUid: journal, time: NOON, timeEnd: NOON, text: 'x', tags: [] }))
        ).toBe('forbidden');
        expect(await viewer.port.remove(id)).toEqual({ ok: true, value: null });
      });

      it('who may not view a dashboard sees none of its annotations', async () => {
        const tag = unique('tag');
        const secret = await host.makeDashboard([{ user: editor, access: 'Edit' }]);
        const id = await post({ dashboardUid: secret, tags: [tag] });
        for (const stranger of [viewer, other]) {
          expect(failureKind(await stranger.port.get(id))).toBe('missing');
          expect(await find({ tags: [tag] }, stranger)).toEqual([]);
          expect(await find({ dashboardUid: secret }, stranger)).toEqual([]);
          const answer = await stranger.port.post({
            dashboardUid: secret,
            time: NOON,
            timeEnd: NOON,
            text: 'x',
            tags: [],
          });
          expect(failureKind(answer)).toBe('forbidden');
        }
      });

      it('deleting a dashboard deletes its annotations', async () => {
        const dashboardUid = await host.makeDashboard();
        const tag = unique('tag');
        const id = await post({ dashboardUid, tags: [tag] });
        await host.deleteDashboard(dashboardUid);
        expect(failureKind(await editor.port.get(id))).toBe('missing');
        expect(await find({ tags: [tag] })).toEqual([]);
      });
    });

    describe('aborting', () => {
      it('is an answer of its own', async () => {
        const signal = AbortSignal.abort();
        expect(failureKind(await editor.port.find({ limit: 1 }, signal))).toBe('aborted');
        expect(failureKind(await editor.port.get(1, signal))).toBe('aborted');
      });
    });

    describe('the store on it', () => {
      const id = () =>
        unique('x')
          .replace(/[^a-z0-9]/g, '')
          .slice(-12)
          .padStart(12, '0');
      const storeOf = (user: ContractUser) =>
        createNearMissStore(user.port, { link: (of) => `https://grafana.example/nm/${of}` });

      it('records, marks, changes, shares and removes', async () => {
        const checkout = await host.makeDashboard();
        const source = { ...(aRecord().source ?? raise()), dashboardUid: checkout };
        const record = aRecord({ id: id(), source });
        const store = storeOf(editor);
        const { marker } = valueOf(await recordIn(store, record, { kind: 'organization' }));
        expect(marker).toMatchObject({ ok: true });
        valueOf(await recordIn(store, record, { kind: 'organization' }));
        const { nearMiss, markers } = valueOf(await store.read(record.id));
        expect(markers).toHaveLength(1);
        valueOf(await changeIn(store, nearMiss, { status: 'closed', outcome: 'an alert' }));
        valueOf(await shareIn(storeOf(other), anEntry({ id: id(), nearMiss: record.id })));
        const seen = valueOf(await storeOf(viewer).read(record.id));
        expect(seen.nearMiss).toMatchObject({ status: 'closed', outcome: 'an alert', title: record.title });
        expect(seen.nearMiss.evidence).toEqual(record.evidence);
        expect(seen.entries).toEqual([
          expect.objectContaining({ author: expect.objectContaining({ login: other.login, sealed: true }) }),
        ]);
        expect(failureKind(await changeIn(storeOf(viewer), seen.nearMiss, { title: 'x' }))).toBe('forbidden');
        valueOf(await store.remove(nearMiss));
        expect(failureKind(await store.read(record.id))).toBe('missing');
      }, 30_000);

      it('keeps a journal among those who may see it', async () => {
        const journal = await host.makeDashboard([{ user: viewer, access: 'Edit' }]);
        const record = aRecord({ id: id(), source: null, stretch: null, evidence: null });
        valueOf(await recordIn(storeOf(viewer), record, { kind: 'journal', dashboardUid: journal }));
        const list = valueOf(await storeOf(viewer).list());
        expect(list.nearMisses.map((nearMiss) => nearMiss.id)).toContain(record.id);
        expect(failureKind(await storeOf(other).read(record.id))).toBe('missing');
        expect(valueOf(await storeOf(other).list()).nearMisses.map((nearMiss) => nearMiss.id)).not.toContain(record.id);
      }, 30_000);
    });
  });
}

function raise(): never {
  throw new Error('the example record has no source');
}
