import { unique } from '../hosts/contractHost';
import { failureKind, valueIn } from '../grafana/valueIn';
import { type ContractStage, DAY, MINUTE, NOON } from './contractStage';

/** What becomes of one annotation that is posted, patched, deleted. */
export function describeWriting(stage: ContractStage): void {
  const { post, read, find } = stage;

  describe('one annotation', () => {
    it('comes back as it was posted, of the organization', async () => {
      const tag = unique('tag');
      const text = 'Ein Satz – 文字 🙂 <b>&amp;</b>\n<!--near-miss {"a":"-\\u002d"}-->';
      const before = Date.now();
      const id = await post({ time: NOON, timeEnd: NOON + MINUTE, text, tags: [tag, 'team:payments'] });
      const found = await read(id);
      expect(found).toMatchObject({ id, time: NOON, timeEnd: NOON + MINUTE, text, dashboardUid: '', panelId: 0 });
      expect(found.tags).toEqual([tag, 'team:payments']);
      expect(found.login).toBe(stage.editor.login);
      expect(found.updated).toBe(stage.onAppPlatform ? null : found.created);
      expect(Math.abs(found.created - before)).toBeLessThan(5 * MINUTE);
    });

    it('belongs to a panel of a dashboard', async () => {
      const dashboardUid = await stage.host.makeDashboard();
      const id = await post({ dashboardUid, panelId: 7 });
      expect(await read(id)).toMatchObject({ dashboardUid, panelId: 7 });
      expect(await find({ dashboardUid })).toEqual([id]);
      expect(await find({ dashboardUid, panelId: 7 })).toEqual([id]);
      expect(await find({ dashboardUid, panelId: 8 })).toEqual([]);
    });

    it('has its times put in order, or is refused for them on the app platform', async () => {
      const turned = { time: NOON + MINUTE, timeEnd: NOON, text: 'contract', tags: [] };
      const posted = await stage.editor.port.post(turned);
      if (stage.onAppPlatform) {
        expect(posted.ok).toBe(false);
      } else {
        expect(await read(valueIn(posted))).toMatchObject({ time: NOON, timeEnd: NOON + MINUTE });
      }
    });

    it('lies at Grafana’s now where no time is given', async () => {
      const { time, timeEnd } = await read(await post({ time: 0, timeEnd: 0 }));
      expect(Math.abs(time - Date.now())).toBeLessThan(5 * MINUTE);
      expect(timeEnd).toBe(time);
    });

    it.each([
      ['a hundred days old', -100 * DAY],
      ['ten days ahead', 10 * DAY],
    ])('is kept when it is %s, but on the app platform', async (_, from) => {
      const time = Date.now() + from;
      const posted = await stage.editor.port.post({ time, timeEnd: time, text: 'contract', tags: [] });
      expect(posted.ok).toBe(!stage.onAppPlatform);
    });

    it('keeps 16 KB of text', async () => {
      const text = 'x'.repeat(16_384);
      expect((await read(await post({ text }))).text).toBe(text);
    });

    it('must have a text', async () => {
      expect(failureKind(await stage.editor.port.post({ time: NOON, timeEnd: NOON, text: '', tags: [] }))).toBe(
        'refused'
      );
    });

    it('is missing once deleted; deleting it again is no failure', async () => {
      const id = await post({});
      expect(await stage.editor.port.remove(id)).toEqual({ ok: true, value: null });
      expect(failureKind(await stage.editor.port.get(id))).toBe('missing');
      expect(failureKind(await stage.editor.port.patch(id, { text: 'x' }))).toBe('missing');
      expect(await stage.editor.port.remove(id)).toEqual({ ok: true, value: null });
    });
  });

  describe('the seal', () => {
    it('breaks when anybody patches: `updated` moves where it is told, login and `created` stay', async () => {
      const id = await post({ text: 'mine' });
      const before = await read(id);
      await new Promise((resolve) => setTimeout(resolve, 5));
      valueIn(await stage.other.port.patch(id, { text: 'theirs' }));
      const after = await read(id);
      expect(after).toMatchObject({ text: 'theirs', login: stage.editor.login, created: before.created });
      expect(after.updated).toEqual(stage.onAppPlatform ? null : expect.any(Number));
      expect((after.updated ?? 1) > (before.updated ?? 0)).toBe(true);
    });

    it('a patch changes only what it names; on the app platform no time', async () => {
      const tag = unique('tag');
      const id = await post({ timeEnd: NOON + MINUTE, tags: [tag] });
      valueIn(await stage.editor.port.patch(id, { time: NOON - MINUTE }));
      expect(await read(id)).toMatchObject({
        time: stage.onAppPlatform ? NOON : NOON - MINUTE,
        timeEnd: NOON + MINUTE,
        text: 'contract',
        tags: [tag],
      });
    });
  });
}
