import { fieldOf } from '../../domain/json/fieldOf';
import { httpAnnotations } from '../../storage/annotations/httpAnnotations';
import { unique } from '../hosts/contractHost';
import { grafanaUnderTest } from '../hosts/grafanaUnderTest';
import { httpHost, must, sendOf } from '../hosts/httpHost';
import { failureKind, valueIn } from '../grafana/valueIn';
import { contractStage, NOON } from './contractStage';

const { url, admin } = grafanaUnderTest;

describe(`annotations of ${url}`, () => {
  const host = httpHost(url, admin);
  const stage = contractStage(host);
  const rawList = async (query: string) => {
    const items = await must(sendOf(stage.editor), { method: 'GET', path: `/api/annotations?${query}` });
    return (Array.isArray(items) ? items : []).map((item) => fieldOf(item, 'id'));
  };

  it('asks who is there', async () => {
    for (const stranger of [host.anonymous, host.wrongPassword]) {
      expect(failureKind(await httpAnnotations(stranger).find({ limit: 1 }))).toBe('unauthorized');
      const draft = { time: NOON, timeEnd: NOON, text: 'x', tags: [] };
      expect(failureKind(await httpAnnotations(stranger).post(draft))).toBe('unauthorized');
    }
  });

  it('gives a hundred when no limit is named', async () => {
    const tag = unique('tag');
    await Promise.all(
      Array.from({ length: 103 }, (_, at) => stage.post({ tags: [tag], time: NOON + at, timeEnd: NOON + at }))
    );
    expect(await rawList(`tags=${tag}`)).toHaveLength(100);
    expect(await rawList(`tags=${tag}&limit=1000`)).toHaveLength(103);
  });

  it('ignores a window with but one end; not on the app platform', async () => {
    const tag = unique('tag');
    const id = await stage.post({ tags: [tag] });
    const outside = stage.onAppPlatform ? [] : [id];
    expect(await rawList(`tags=${tag}&from=${NOON + 1000}`)).toEqual(outside);
    expect(await rawList(`tags=${tag}&to=${NOON - 1000}`)).toEqual(outside);
    expect(await rawList(`tags=${tag}&from=1&to=${NOON - 1000}`)).toEqual([]);
  });

  it('trap: a PUT without tags blanks them, and the annotation is still found by them, but on the app platform', async () => {
    const tag = unique('tag');
    const id = await stage.post({ tags: [tag] });
    await must(sendOf(stage.editor), {
      method: 'PUT',
      path: `/api/annotations/${id}`,
      body: { text: 'put', time: NOON },
    });
    const put = valueIn(await stage.editor.port.get(id));
    expect(put).toMatchObject({ id, text: 'put' });
    expect(fieldOf(put, 'tags') ?? []).toEqual([]);
    expect(await stage.find({ tags: [tag] })).toEqual(stage.onAppPlatform ? [] : [id]);
  });

  it('counts tags for everybody', async () => {
    const tag = unique('tag');
    await stage.post({ tags: [tag] });
    await stage.post({ tags: [tag] });
    const answer = await must(sendOf(stage.viewer), { method: 'GET', path: `/api/annotations/tags?tag=${tag}` });
    expect(fieldOf(answer, 'result', 'tags')).toEqual([{ tag, count: 2 }]);
  });

  it('says that a dashboard is not there', async () => {
    const dashboardUid = unique('gone');
    const outcome = await stage.editor.port.post({ dashboardUid, time: NOON, timeEnd: NOON, text: 'x', tags: [] });
    expect(failureKind(outcome)).toBe('missing');
  });

  it('refuses an id that is no number', async () => {
    const outcome = await sendOf(stage.editor)({ method: 'GET', path: '/api/annotations/x' });
    expect(failureKind(outcome)).toBe('refused');
  });
});
