import type { NewAnnotation } from '../../domain/codec/annotation';
import { unique } from '../hosts/contractHost';
import { failureKind } from '../grafana/valueIn';
import { type ContractStage, NOON } from './contractStage';

/** Who reads and writes what. */
export function describeRights(stage: ContractStage): void {
  const { post, read, find } = stage;

  describe('rights', () => {
    it('a Viewer reads the organization’s, and may neither add, change nor delete', async () => {
      const id = await post({});
      expect((await read(id, stage.viewer)).id).toBe(id);
      const draft: NewAnnotation = { time: NOON, timeEnd: NOON, text: 'x', tags: [] };
      expect(failureKind(await stage.viewer.port.post(draft))).toBe('forbidden');
      expect(failureKind(await stage.viewer.port.patch(id, { text: 'x' }))).toBe('forbidden');
      expect(failureKind(await stage.viewer.port.remove(id))).toBe('forbidden');
      expect((await read(id)).text).toBe('contract');
    });

    it('a Viewer with Edit on a journal writes there', async () => {
      const journal = await stage.host.makeDashboard([
        { user: stage.viewer, access: 'Edit' },
        { user: stage.editor, access: 'View' },
      ]);
      const id = await post({ dashboardUid: journal }, stage.viewer);
      expect((await read(id, stage.editor)).login).toBe(stage.viewer.login);
      expect(
        failureKind(
          await stage.editor.port.post({ dashboardUid: journal, time: NOON, timeEnd: NOON, text: 'x', tags: [] })
        )
      ).toBe('forbidden');
      expect(await stage.viewer.port.remove(id)).toEqual({ ok: true, value: null });
    });

    it('who may not view a dashboard sees none of its annotations', async () => {
      const tag = unique('tag');
      const secret = await stage.host.makeDashboard([{ user: stage.editor, access: 'Edit' }]);
      const id = await post({ dashboardUid: secret, tags: [tag] });
      for (const stranger of [stage.viewer, stage.other]) {
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
      const dashboardUid = await stage.host.makeDashboard();
      const tag = unique('tag');
      const id = await post({ dashboardUid, tags: [tag] });
      await stage.host.deleteDashboard(dashboardUid);
      expect(failureKind(await stage.editor.port.get(id))).toBe('missing');
      expect(await find({ tags: [tag] })).toEqual([]);
    });
  });
}
