import { unique } from '../hosts/contractHost';
import { failureKind, valueIn } from '../grafana/valueIn';
import { type ContractStage, NOON } from './contractStage';

/** How tags are kept and found, with Grafana’s traps. */
export function describeTags(stage: ContractStage): void {
  const { post, read, find } = stage;

  describe('tags', () => {
    it('are wanted all, or any', async () => {
      const [a, b] = [unique('a'), unique('b')];
      const both = await post({ tags: [a, b] });
      const one = await post({ tags: [a], time: NOON + 1, timeEnd: NOON + 1 });
      expect(await find({ tags: [a, b] })).toEqual([both]);
      expect(await find({ tags: [a, b], matchAny: true })).toEqual([one, both]);
      expect(await find({ tags: [a] })).toEqual([one, both]);
    });

    it('match by key and value, or by key with any value; on the app platform whole alone', async () => {
      const key = unique('key');
      const id = await post({ tags: [`${key}:one`] });
      expect(await find({ tags: [`${key}:one`] })).toEqual([id]);
      expect(await find({ tags: [key] })).toEqual(stage.onAppPlatform ? [] : [id]);
      expect(await find({ tags: [`${key}:two`] })).toEqual([]);
    });

    it('trap: a bare key is not found where the key has a value too, nor where it has two', async () => {
      const key = unique('key');
      const plainAndValue = await post({ tags: [key, `${key}:x`] });
      await post({ tags: [`${key}:y`, `${key}:z`] });
      expect(await find({ tags: [key] })).toEqual(stage.onAppPlatform ? [plainAndValue] : []);
      expect(await find({ tags: [`${key}:x`] })).toEqual([plainAndValue]);
    });

    it('trap: what follows a second colon is lost, blanks around are trimmed, repeats dropped', async () => {
      const key = unique('key');
      const id = await post({ tags: [`${key}:a:b`, ` ${key} : a `, `${key}2`] });
      expect((await read(id)).tags).toEqual([`${key}:a`, `${key}2`]);
    });

    it('trap: a tag removed by a patch is gone from `tags`, yet the server still finds by it; not on the app platform', async () => {
      const [kept, removed] = [unique('kept'), unique('removed')];
      const id = await post({ tags: [kept, removed] });
      valueIn(await stage.editor.port.patch(id, { tags: [kept] }));
      expect((await read(id)).tags).toEqual([kept]);
      expect(await find({ tags: [removed] })).toEqual(stage.onAppPlatform ? [] : [id]);
    });

    it('take up to 500 bytes of UTF-8, quotes and commas included', async () => {
      // Two brackets, and each tag with two quotes and a comma but the first: 6 tags leave 481 bytes.
      const tags = Array.from({ length: 5 }, (_, at) => `${at}${'é'.repeat(40)}`);
      const left = 481 - 5 * 81;
      const answer = async (last: string) =>
        failureKind(await stage.editor.port.post({ time: NOON, timeEnd: NOON, text: 'x', tags: [...tags, last] }));
      expect(await answer('y'.repeat(left))).toBe('no failure');
      expect(await answer('y'.repeat(left + 1))).toBe('refused');
    });
  });
}
