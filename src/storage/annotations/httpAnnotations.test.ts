import { httpAnnotations } from './httpAnnotations';
import type { Outcome } from '../../grafana/outcome';
import type { SendRequest } from '../../grafana/send';

function over(answer: Outcome<unknown>) {
  const asked: SendRequest[] = [];
  const port = httpAnnotations(async (request) => {
    asked.push(request);
    return answer;
  });
  return { port, asked };
}

const ok = (value: unknown): Outcome<unknown> => ({ ok: true, value });

describe('httpAnnotations', () => {
  it('asks by tags, window, dashboard and panel', async () => {
    const { port, asked } = over(ok([]));
    await port.find({
      tags: ['near-miss', 'nm:a b&c'],
      matchAny: true,
      from: 1,
      to: 2,
      limit: 3,
      dashboardUid: 'd',
      panelId: 4,
    });
    const [path = '', query = ''] = asked[0]?.path.split('?') ?? [];
    expect(path).toBe('/api/annotations');
    expect([...new URLSearchParams(query)].sort()).toEqual([
      ['dashboardUID', 'd'],
      ['from', '1'],
      ['limit', '3'],
      ['matchAny', 'true'],
      ['panelId', '4'],
      ['tags', 'near-miss'],
      ['tags', 'nm:a b&c'],
      ['to', '2'],
    ]);
  });

  it('leaves out a window with but one end, which Grafana would ignore', async () => {
    const { port, asked } = over(ok([]));
    await port.find({ limit: 1, to: 5 });
    expect(asked[0]?.path).toBe('/api/annotations?limit=1');
  });

  it('posts to the organization without naming a dashboard', async () => {
    const { port, asked } = over(ok({ id: 12, message: 'Annotation added' }));
    const annotation = { time: 1, timeEnd: 2, text: 'x', tags: ['a'] };
    expect(await port.post(annotation)).toEqual({ ok: true, value: 12 });
    expect(asked[0]).toMatchObject({ method: 'POST', path: '/api/annotations', body: annotation });
    await port.post({ ...annotation, dashboardUid: 'd', panelId: 3 });
    expect(asked[1]?.body).toEqual({ ...annotation, dashboardUID: 'd', panelId: 3 });
  });

  it('patches only what is named, and never puts', async () => {
    const { port, asked } = over(ok({ message: 'Annotation patched' }));
    expect(await port.patch(7, { text: 'y' })).toEqual({ ok: true, value: null });
    expect(asked).toEqual([{ method: 'PATCH', path: '/api/annotations/7', body: { text: 'y' } }]);
  });

  it('calls an answer of another shape unreadable', async () => {
    expect(await over(ok({ message: 'x' })).port.find({ limit: 1 })).toMatchObject({ failure: { kind: 'unreadable' } });
    expect(await over(ok({ message: 'x' })).port.post({ time: 1, timeEnd: 1, text: 'x', tags: [] })).toMatchObject({
      failure: { kind: 'unreadable' },
    });
    expect(await over(ok(null)).port.get(1)).toMatchObject({ failure: { kind: 'unreadable' } });
  });

  it('says that the dashboard is missing where Grafana answers 500', async () => {
    const failure = {
      kind: 'unavailable' as const,
      status: 500,
      detail: 'Error while checking annotation permissions',
    };
    const { port } = over({ ok: false, failure });
    const annotation = { time: 1, timeEnd: 1, text: 'x', tags: [] };
    expect(await port.post({ ...annotation, dashboardUid: 'gone' })).toMatchObject({ failure: { kind: 'missing' } });
    expect(await port.post(annotation)).toMatchObject({ failure: { kind: 'unavailable' } });
  });
});
