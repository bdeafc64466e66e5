import fc from 'fast-check';
import type { NewAnnotation } from '../../domain/codec/annotation';
import type { AnnotationPort, AnnotationQuery } from './annotationPort';
import { memoryAnnotations, type MemoryAnnotations } from '../../testing/grafana/memoryAnnotations';
import { walkAnnotations, type Walked } from './walk';

const TAGS = { tags: ['near-miss', 'near-miss-change'], matchAny: true };
const DAY = 24 * 3600_000;
const YEAR = 365 * DAY;
const START = Date.UTC(2026, 0, 1);

async function fill(port: AnnotationPort, times: ReadonlyArray<Partial<NewAnnotation>>): Promise<void> {
  for (const part of times) {
    const posted = await port.post({ time: START, timeEnd: START, text: 'x', tags: ['near-miss'], ...part });
    expect(posted.ok).toBe(true);
  }
}

/** Counts the questions and gives fewer than asked, as a server with a cap of its own would. */
function capped(port: MemoryAnnotations, cap: number): AnnotationPort & { questions: AnnotationQuery[] } {
  const questions: AnnotationQuery[] = [];
  return {
    ...port,
    questions,
    find: (query, signal) => {
      questions.push(query);
      return port.find({ ...query, limit: Math.min(query.limit, cap) }, signal);
    },
  };
}

/** Annotations that share their times, of the organization or a journal. */
interface Region {
  /** In days after the start. */
  end: number;
  length: number;
  copies: number;
  journal: string;
}

async function walked(port: AnnotationPort, options = {}): Promise<Walked> {
  const outcome = await walkAnnotations(port, TAGS, options);
  if (!outcome.ok) {
    throw new Error(outcome.failure.kind);
  }
  return outcome.value;
}

const idsOf = ({ annotations }: Walked) => annotations.map((raw) => (raw as { id: number }).id);
const endsOf = ({ annotations }: Walked) => annotations.map((raw) => (raw as { timeEnd: number }).timeEnd);
const sorted = (ids: readonly number[]) => [...ids].sort((a, b) => a - b);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('walkAnnotations', () => {
  it('makes one request while everything fits the first page', async () => {
    const port = memoryAnnotations();
    await fill(
      port,
      upTo(99).map((minute) => ({ timeEnd: START + minute * 60_000 }))
    );
    const answer = await walked(port);
    expect(idsOf(answer)).toHaveLength(99);
    expect(answer.complete).toBe(true);
    expect(port.calls().filter((method) => method === 'find')).toHaveLength(1);
  });

  it('answers an empty store with an empty, complete list', async () => {
    expect(await walked(memoryAnnotations())).toEqual({ annotations: [], complete: true });
  });

  const region: fc.Arbitrary<Region> = fc.record({
    end: fc.integer({ min: 0, max: 40 }),
    length: fc.constantFrom(0, DAY, 30 * DAY, YEAR),
    copies: fc.integer({ min: 1, max: 60 }),
    journal: fc.constantFrom('', 'open', 'hidden'),
  });

  const copiesOf = ({ end, length, copies, journal }: Region): Array<Partial<NewAnnotation>> => {
    const timeEnd = START + end * DAY;
    return upTo(copies).map(() => ({ time: timeEnd - length, timeEnd, dashboardUid: journal || undefined }));
  };

  it('reads each visible annotation once, whatever the seams, regions and hidden matches', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(region, { maxLength: 25 }), async (regions) => {
        const server = memoryAnnotations();
        await fill(server, regions.flatMap(copiesOf));
        const expected = server.stored().filter((raw) => (raw as { dashboardUID?: string }).dashboardUID !== 'hidden');
        const reader = server.as({ login: 'reader', hides: (uid) => uid === 'hidden' });
        const answer = await walked(reader);
        expect(answer.complete).toBe(true);
        expect(sorted(idsOf(answer))).toEqual(expected.map((raw) => (raw as { id: number }).id));
        expect(endsOf(answer)).toEqual([...endsOf(answer)].sort((a, b) => b - a));
      }),
      { numRuns: 60 }
    );
  });

  it('shows a part at a time: each longer than the last, none cut through those that share an end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(region, { minLength: 5, maxLength: 40 }), async (regions) => {
        const server = memoryAnnotations();
        await fill(server, regions.flatMap(copiesOf));
        const parts: Walked[] = [];
        const reader = server.as({ login: 'reader', hides: (uid) => uid === 'hidden' });
        const whole = await walked(reader, { onPage: (part: Walked) => parts.push(part) });
        parts.forEach((part, index) => {
          const last = Math.min(...endsOf(part));
          const since = endsOf(whole).filter((end) => end >= last);
          expect(idsOf(part)).toEqual(idsOf(whole).slice(0, since.length));
          expect(part.annotations.length).toBeGreaterThanOrEqual(parts[index - 1]?.annotations.length ?? 1);
        });
      }),
      { numRuns: 60 }
    );
  });

  it('reads on through more year-long regions than a page holds', async () => {
    const port = memoryAnnotations();
    const long = upTo(2500).map((hour) => ({ time: START - YEAR, timeEnd: START + hour * 3600_000 }));
    const short = upTo(700).map((hour) => ({ time: START - hour * 3600_000, timeEnd: START - hour * 3600_000 }));
    await fill(port, [...long, ...short]);
    expect(sorted(idsOf(await walked(port)))).toEqual(upTo(3200));
  });

  it('reads more that share one end than a page holds', async () => {
    const port = memoryAnnotations();
    await fill(
      port,
      upTo(2345).map(() => ({}))
    );
    expect(sorted(idsOf(await walked(port)))).toEqual(upTo(2345));
  });

  it('reads what lies before 1970, where Grafana ignores windows', async () => {
    const port = memoryAnnotations();
    await fill(
      port,
      upTo(150).map((index) => ({ time: -index * 1000, timeEnd: -index * 1000 }))
    );
    expect(sorted(idsOf(await walked(port)))).toEqual(upTo(150));
  });

  it('reads all from a server that gives at most 200 however many are asked for', async () => {
    const server = memoryAnnotations();
    await fill(
      server,
      upTo(950).map((minute) => ({ time: START + minute * 60_000, timeEnd: START + minute * 60_000 }))
    );
    const port = capped(server, 200);
    expect(sorted(idsOf(await walked(port)))).toEqual(upTo(950));
    expect(port.questions.length).toBeLessThan(9);
  });

  it('shows the newest hundred first, without cutting through those that share an end', async () => {
    const port = memoryAnnotations();
    const minutes = upTo(300).map((index) => START + Math.floor(index / 3) * 60_000);
    await fill(
      port,
      minutes.map((timeEnd) => ({ time: timeEnd, timeEnd }))
    );
    const parts: Walked[] = [];
    const whole = await walked(port, { onPage: (part: Walked) => parts.push(part) });
    const [first] = parts;
    expect(first?.complete).toBe(false);
    expect(first?.annotations.length).toBeGreaterThanOrEqual(97);
    const last = Math.min(...endsOf(first ?? whole));
    expect(endsOf(whole).filter((end) => end === last)).toHaveLength(
      endsOf(first ?? whole).filter((end) => end === last).length
    );
    expect(idsOf(whole)).toHaveLength(300);
  });

  it('stops at the bound and says that more exist', async () => {
    const port = memoryAnnotations();
    await fill(
      port,
      upTo(250).map((minute) => ({ time: START + minute * 60_000, timeEnd: START + minute * 60_000 }))
    );
    const answer = await walked(port, { atMost: 100 });
    expect(answer.complete).toBe(false);
    expect(idsOf(answer)).toEqual(upTo(250).reverse().slice(0, 99));
  });

  it('goes past the bound rather than show nothing of a hundred that share one end', async () => {
    const port = memoryAnnotations();
    await fill(
      port,
      upTo(250).map(() => ({}))
    );
    expect(idsOf(await walked(port, { atMost: 100 }))).toHaveLength(250);
  });

  it('gives the failure of any page', async () => {
    const port = memoryAnnotations();
    await fill(
      port,
      upTo(250).map((minute) => ({ timeEnd: START + minute * 60_000 }))
    );
    port.failNext('find', { failure: { kind: 'unauthorized', status: 401, detail: '' } });
    expect(await walkAnnotations(port, TAGS)).toMatchObject({ ok: false, failure: { kind: 'unauthorized' } });
    let pages = 0;
    const outcome = await walkAnnotations(port, TAGS, {
      onPage: () => {
        pages += 1;
        port.failNext('find', { failure: { kind: 'unavailable', status: 502, detail: '' } });
      },
    });
    expect(pages).toBe(1);
    expect(outcome).toMatchObject({ ok: false, failure: { kind: 'unavailable' } });
  });

  it('stops when aborted between pages', async () => {
    const port = memoryAnnotations();
    await fill(
      port,
      upTo(250).map((minute) => ({ timeEnd: START + minute * 60_000 }))
    );
    const controller = new AbortController();
    const outcome = await walkAnnotations(port, TAGS, { signal: controller.signal, onPage: () => controller.abort() });
    expect(outcome).toMatchObject({ ok: false, failure: { kind: 'aborted' } });
  });
});

describe('a walk on the app platform', () => {
  const reader = { login: 'reader', hides: (uid: string) => uid === 'hidden' };

  interface Lot {
    /** In days before now. */
    end: number;
    length: number;
    copies: number;
    journal: string;
    isDeleted: boolean;
  }

  const lot: fc.Arbitrary<Lot> = fc.record({
    end: fc.integer({ min: 0, max: 40 }),
    length: fc.constantFrom(0, DAY, 30 * DAY),
    copies: fc.integer({ min: 1, max: 70 }),
    journal: fc.constantFrom('', 'open', 'hidden'),
    isDeleted: fc.boolean(),
  });

  async function aServer(lots: readonly Lot[]): Promise<MemoryAnnotations> {
    const server = memoryAnnotations({ mode: 'app-platform', now: () => START });
    for (const { end, length, copies, journal, isDeleted } of lots) {
      const timeEnd = START - end * DAY;
      const before = server.stored().length;
      await fill(
        server,
        upTo(copies).map(() => ({ time: timeEnd - length, timeEnd, dashboardUid: journal || undefined }))
      );
      for (const raw of isDeleted ? server.stored().slice(before) : []) {
        await server.remove((raw as { id: number }).id);
      }
    }
    return server;
  }

  const seenBy = (server: MemoryAnnotations) =>
    server.stored().filter((raw) => (raw as { dashboardUID?: string }).dashboardUID !== 'hidden') as Array<{
      id: number;
    }>;

  it('reads each visible annotation once, whatever was deleted or is hidden in between', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(lot, { maxLength: 25 }), async (lots) => {
        const server = await aServer(lots);
        const answer = await walked(server.as(reader));
        expect(answer.complete).toBe(true);
        expect(sorted(idsOf(answer))).toEqual(seenBy(server).map(({ id }) => id));
        expect(endsOf(answer)).toEqual([...endsOf(answer)].sort((a, b) => b - a));
      }),
      { numRuns: 60 }
    );
  });

  it('shows no part of those that share their times before it has all of them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(lot, { minLength: 5, maxLength: 40 }), async (lots) => {
        const server = await aServer(lots);
        const parts: Walked[] = [];
        const whole = await walked(server.as(reader), { onPage: (part: Walked) => parts.push(part) });
        const timesOf = (raw: unknown) => `${(raw as { time: number }).time} ${(raw as { timeEnd: number }).timeEnd}`;
        for (const part of parts) {
          const times = new Set(part.annotations.map(timesOf));
          expect(part.annotations).toHaveLength(whole.annotations.filter((raw) => times.has(timesOf(raw))).length);
        }
      }),
      { numRuns: 60 }
    );
  });

  it('finds what lies behind more than a page of hidden ones', async () => {
    const lots = [
      { end: 1, length: 0, copies: 70, journal: 'hidden', isDeleted: false },
      { end: 2, length: 0, copies: 70, journal: 'hidden', isDeleted: false },
      { end: 3, length: 0, copies: 2, journal: '', isDeleted: false },
    ];
    expect(idsOf(await walked((await aServer(lots)).as(reader)))).toHaveLength(2);
  });
});
