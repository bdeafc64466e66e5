import { textBytes } from '../../domain/codec/payload';
import { selfTestHost } from '../../testing/stages/selfTestHost';
import type { AnnotationPort } from '../annotations/annotationPort';
import type { Failure } from '../../grafana/outcome';
import { tagBytes as bytesAsGrafanaCounts } from '../../testing/grafana/storedAnnotation';
import { checkTextLimit, checkTagLimit } from './checkLimits';
import { testAnnotations } from './testAnnotations';

const ORGANIZATION = { kind: 'organization' } as const;
const TOO_LARGE: Failure = { kind: 'refused', status: 413, detail: 'Request Entity Too Large' };

function aHost(bend: (port: AnnotationPort) => Partial<AnnotationPort> = () => ({})) {
  const { annotations, context } = selfTestHost();
  const sent: Array<{ text: string; tags: readonly string[] }> = [];
  const port: AnnotationPort = {
    ...annotations,
    post: (annotation, signal) => {
      sent.push(annotation);
      return annotations.post(annotation, signal);
    },
    ...bend(annotations),
  };
  return { annotations, sent, tests: testAnnotations({ ...context, port }) };
}

const refusing = () => ({ post: async () => ({ ok: false, failure: TOO_LARGE }) as const });
const got = (port: AnnotationPort, over: (value: { text: string; tags: string[] }) => object) => ({
  get: async (id: number) => {
    const answer = await port.get(id);
    return answer.ok
      ? ({ ok: true, value: { ...Object(answer.value), ...over(Object(answer.value)) } } as const)
      : answer;
  },
});

describe('the longest text', () => {
  it('is sent with letters of every size, comes back as it was, and is removed', async () => {
    const { annotations, sent, tests } = aHost();
    expect(await checkTextLimit(tests, ORGANIZATION)).toMatchObject({
      state: 'ok',
      facts: { tried: true, sent: 16_384, came: 16_384 },
    });
    expect(textBytes(sent[0]?.text ?? '')).toBe(16_384);
    expect(sent[0]?.text).toMatch(/nä€🙂.*-->$/su);
    expect(annotations.stored()).toEqual([]);
  });

  it('cut off by a database is told in bytes', async () => {
    const { tests } = aHost((port) => got(port, ({ text }) => ({ text: text.slice(0, 4000) })));
    const { state, facts } = await checkTextLimit(tests, ORGANIZATION);
    expect(state).toBe('bad');
    expect(facts.came).toBeLessThan(16_384);
  });

  it('of the same length and other letters is no better', async () => {
    const { tests } = aHost((port) => got(port, ({ text }) => ({ text: text.replaceAll('€', '???') })));
    expect(await checkTextLimit(tests, ORGANIZATION)).toMatchObject({ state: 'bad', facts: { came: 16_384 } });
  });

  it('refused by a proxy is told with its words', async () => {
    const { tests } = aHost(refusing);
    expect(await checkTextLimit(tests, ORGANIZATION)).toMatchObject({
      state: 'bad',
      facts: { came: null, failure: TOO_LARGE },
    });
  });

  it('is not tried where there is nowhere to write', async () => {
    const { annotations, tests } = aHost();
    expect((await checkTextLimit(tests, null)).state).toBe('unknown');
    expect(annotations.calls()).toEqual([]);
  });
});

describe('the most tags', () => {
  it('are 480 bytes as Grafana counts, come back as they were, and are removed', async () => {
    const { annotations, sent, tests } = aHost();
    expect(await checkTagLimit(tests, ORGANIZATION)).toMatchObject({ state: 'ok', facts: { sent: 480, kept: true } });
    const tags = sent[0]?.tags ?? [];
    expect(bytesAsGrafanaCounts(tags)).toBe(480);
    expect(new Set(tags).size).toBe(tags.length);
    expect(Math.max(...tags.map((tag) => tag.length))).toBeLessThanOrEqual(100);
    expect(annotations.stored()).toEqual([]);
  });

  it('refused are told with Grafana’s words', async () => {
    const { tests } = aHost(refusing);
    expect(await checkTagLimit(tests, ORGANIZATION)).toMatchObject({
      state: 'bad',
      facts: { kept: null, failure: TOO_LARGE },
    });
  });

  it('of which some are lost are not kept', async () => {
    const { tests } = aHost((port) => got(port, ({ tags }) => ({ tags: tags.slice(1) })));
    expect(await checkTagLimit(tests, ORGANIZATION)).toMatchObject({
      state: 'bad',
      facts: { kept: false, failure: null },
    });
  });

  it('are not tried where there is nowhere to write', async () => {
    const { tests } = aHost();
    expect((await checkTagLimit(tests, null)).state).toBe('unknown');
  });
});

describe('both limits', () => {
  const emptied = (port: AnnotationPort) => ({
    get: async (id: number) => ((await port.get(id)).ok ? ({ ok: true, value: null } as const) : port.get(id)),
  });

  it('are told in full', async () => {
    const { tests } = aHost();
    expect(await checkTextLimit(tests, ORGANIZATION)).toEqual({
      ...{ check: 'textLimit', state: 'ok', repair: null },
      facts: { tried: true, sent: 16_384, came: 16_384, failure: null },
    });
    expect(await checkTagLimit(tests, ORGANIZATION)).toEqual({
      ...{ check: 'tagLimit', state: 'ok', repair: null },
      facts: { tried: true, sent: 480, kept: true, failure: null },
    });
  });

  it('are told as not tried where there is nowhere to write', async () => {
    const { tests, annotations } = aHost();
    expect(await checkTextLimit(tests, null)).toEqual({
      ...{ check: 'textLimit', state: 'unknown', repair: null },
      facts: { tried: false, sent: 0, came: null, failure: null },
    });
    expect(await checkTagLimit(tests, null)).toEqual({
      ...{ check: 'tagLimit', state: 'unknown', repair: null },
      facts: { tried: false, sent: 0, kept: null, failure: null },
    });
    expect(annotations.calls()).toEqual([]);
  });

  it('are told as tried when Grafana refuses to write, or to read what was written', async () => {
    const unread = () => ({ get: async () => ({ ok: false, failure: TOO_LARGE }) as const });
    for (const bend of [refusing, unread]) {
      const { tests, annotations } = aHost(bend);
      expect((await checkTextLimit(tests, ORGANIZATION)).facts).toEqual({
        ...{ tried: true, sent: 16_384, came: null, failure: TOO_LARGE },
      });
      expect((await checkTagLimit(tests, ORGANIZATION)).facts).toEqual({
        ...{ tried: true, sent: 480, kept: null, failure: TOO_LARGE },
      });
      expect(annotations.stored()).toEqual([]);
    }
  });

  it('are not kept where nothing comes back', async () => {
    const { tests } = aHost(emptied);
    expect(await checkTextLimit(tests, ORGANIZATION)).toMatchObject({
      state: 'bad',
      facts: { came: 0, failure: null },
    });
    expect(await checkTagLimit(tests, ORGANIZATION)).toMatchObject({
      state: 'bad',
      facts: { kept: false, failure: null },
    });
  });

  it('go to the journal they are told', async () => {
    const { annotations, context } = selfTestHost({}, { login: 'vera', editsOrganization: false });
    const tests = testAnnotations(context);
    const journal = { kind: 'journal', dashboardUid: 'j1' } as const;
    expect((await checkTextLimit(tests, journal)).state).toBe('ok');
    expect((await checkTagLimit(tests, journal)).state).toBe('ok');
    expect((await checkTagLimit(tests, ORGANIZATION)).facts).toMatchObject({ failure: { kind: 'forbidden' } });
    expect(annotations.stored()).toEqual([]);
  });
});
