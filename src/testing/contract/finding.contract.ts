import { unique } from '../hosts/contractHost';
import { failureKind, valueIn } from '../grafana/valueIn';
import { type ContractStage, MINUTE, NOON } from './contractStage';

/** What is found, in which order, up to which limit. */
export function describeFinding(stage: ContractStage): void {
  const { post, find } = stage;

  describe('finding', () => {
    it('gives the newest end first, up to the limit; on the app platform of those that begin last', async () => {
      const tag = unique('tag');
      const middle = await post({ tags: [tag], time: NOON + 2, timeEnd: NOON + 2 });
      const first = await post({ tags: [tag], time: NOON + 1, timeEnd: NOON + 1 });
      const long = await post({ tags: [tag], time: NOON, timeEnd: NOON + 3 });
      expect(await find({ tags: [tag] })).toEqual([long, middle, first]);
      expect(await find({ tags: [tag], limit: 2 })).toEqual(stage.onAppPlatform ? [middle, first] : [long, middle]);
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

    it('trap: once a match is hidden, the organization’s come twice; on the app platform it takes a place in the limit', async () => {
      const tag = unique('tag');
      await stage.host.makeDashboard();
      await stage.host.makeDashboard();
      const secret = await stage.host.makeDashboard([{ user: stage.editor, access: 'Edit' }]);
      const mine = await post({ tags: [tag] });
      const hidden = await post({ tags: [tag], dashboardUid: secret, time: NOON + 1, timeEnd: NOON + 1 });
      expect((await find({ tags: [tag] })).sort()).toEqual([mine, hidden].sort());
      const seen = await find({ tags: [tag] }, stage.viewer);
      expect(new Set(seen)).toEqual(new Set([mine]));
      expect(seen.length > 1).toBe(!stage.onAppPlatform);
      const newest = await find({ tags: [tag], limit: 1 }, stage.viewer);
      expect(newest).toEqual(stage.onAppPlatform ? [] : [mine]);
    });

    it('keeps all of fifty posted at once', async () => {
      const tag = unique('tag');
      const posted = await Promise.all(
        Array.from({ length: 50 }, (_, at) => post({ tags: [tag], time: NOON + at, timeEnd: NOON + at }))
      );
      expect(new Set(await find({ tags: [tag] }))).toEqual(new Set(posted));
    });
  });

  describe('what is deleted', () => {
    it('is not found; on the app platform it still takes its place in the limit', async () => {
      const tag = unique('tag');
      const left = await post({ tags: [tag] });
      const gone = await post({ tags: [tag], time: NOON + 1, timeEnd: NOON + 1 });
      valueIn(await stage.editor.port.remove(gone));
      expect(await find({ tags: [tag] })).toEqual([left]);
      expect(await find({ tags: [tag], limit: 1 })).toEqual(stage.onAppPlatform ? [] : [left]);
    });
  });

  describe('aborting', () => {
    it('is an answer of its own', async () => {
      const signal = AbortSignal.abort();
      expect(failureKind(await stage.editor.port.find({ limit: 1 }, signal))).toBe('aborted');
      expect(failureKind(await stage.editor.port.get(1, signal))).toBe('aborted');
    });
  });
}
