import fc from 'fast-check';
import { authorshipOf } from '../../domain/fold/authorship';
import { decode } from '../../domain/codec/decode';
import { encodeChange } from '../../domain/codec/encodeChange';
import { encodeEntry } from '../../domain/codec/encodeEntry';
import { encodeRecord } from '../../domain/codec/encodeRecord';
import type { ExportedItem, ExportFile } from '../../domain/transfer/exportFile';
import { MOST_TEXT_BYTES, textBytes, writePayload } from '../../domain/codec/payload';
import type { NewAnnotation } from '../../domain/codec/annotation';
import { readExportFile } from '../../domain/transfer/readExportFile';
import { aChange, anEntry, aNearMiss, aRecord } from '../../testing/builders/builders';
import {
  emptyGrafana,
  everythingIn,
  exported,
  grafanaWith,
  importInto,
  JOURNAL,
  ORGANIZATION,
  planFor,
  someStage,
  ticking,
  twoStages,
} from '../../testing/stages/grafanaStages';
import { partsToWrite } from './importNearMisses';
import { memoryAnnotations, type MemoryAnnotations } from '../../testing/grafana/memoryAnnotations';
import { failureOf } from '../../grafana/outcome';

/** A Grafana with one near miss, two changes by different people, an answer and its edit. */
async function aFullGrafana(): Promise<MemoryAnnotations> {
  const port = memoryAnnotations({ now: ticking(1_790_000_000_000) });
  const [anna, ben] = [port.as({ login: 'anna' }), port.as({ login: 'ben' })];
  const nearMiss = aNearMiss();
  await anna.post(encodeRecord(aRecord(), ORGANIZATION, '/a/app/nm/queue-1-abcd'));
  await ben.post(encodeChange(aChange(), nearMiss, ''));
  const closing = aChange({ id: 'change-2-abc', set: { status: 'closed' }, base: { status: ['change-1-abc'] } });
  await anna.post(encodeChange(closing, nearMiss, ''));
  await anna.post(encodeEntry(anEntry(), nearMiss, ''));
  await anna.post(
    encodeEntry(anEntry({ id: 'entry-2-abcd', text: 'Since spring.', replaces: 'entry-1-abcd' }), nearMiss, '')
  );
  return port;
}

/** What a copy must have in common with what it copies: all but place, importer and time of import. */
function contentOf({ nearMisses }: ExportFile) {
  return nearMisses
    .map(({ id, record, changes, entries }) => ({
      id,
      record: itemContent(record),
      changes: changes.map(itemContent),
      entries: entries.map(itemContent),
    }))
    .sort((a, b) => a.id.localeCompare(b.id));
}

function itemContent({ payload, login, created, sealed, time, timeEnd }: ExportedItem) {
  const known = payload.writtenBy as { login: string; at: number; sealed?: boolean } | null;
  const writer = known ?? { login, at: created };
  const words = { ...payload, writtenBy: null };
  return { words, login: writer.login, at: writer.at, sealed: sealed && known?.sealed !== false, time, timeEnd };
}

describe('export and import', () => {
  it('into an empty Grafana gives the same near misses, whatever people typed and did', async () => {
    await fc.assert(
      fc.asyncProperty(someStage, async (given) => {
        const file = await exported(await grafanaWith(given));
        const target = emptyGrafana();
        const result = await importInto(target, file);
        expect(result).toMatchObject({ refused: [], stopped: null });
        expect(contentOf(await exported(target))).toEqual(contentOf(file));
      }),
      { numRuns: 60 }
    );
  });

  it('twice changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(someStage, async (given) => {
        const file = await exported(await grafanaWith(given));
        const target = emptyGrafana();
        await importInto(target, file);
        const before = target.stored();
        const plan = await planFor(target, file);
        expect(plan.counts).toMatchObject({ nearMisses: { new: 0, refused: 0 }, additions: { new: 0, refused: 0 } });
        expect(await importInto(target, file)).toMatchObject({ written: 0, stopped: null });
        expect(target.stored()).toEqual(before);
      }),
      { numRuns: 40 }
    );
  });

  it('back into the Grafana it came from changes nothing', async () => {
    const port = await aFullGrafana();
    expect(await importInto(port, await exported(port))).toMatchObject({ written: 0, stopped: null });
  });

  it('keeps status, conflicts, edits of answers and who wrote them', async () => {
    const source = await aFullGrafana();
    const target = emptyGrafana();
    await importInto(target, await exported(source));
    const [there, here] = [await everythingIn(source), await everythingIn(target)];
    expect(here.whole[0]?.nearMiss.status).toBe('closed');
    expect(here.whole[0]?.nearMiss.history.map(({ author }) => author)).toEqual([
      expect.objectContaining({ login: 'admin', sealed: true, writtenBy: { login: 'ben', at: 1_790_000_000_002 } }),
      expect.objectContaining({ login: 'admin', sealed: true, writtenBy: { login: 'anna', at: 1_790_000_000_003 } }),
    ]);
    expect(here.whole[0]?.entries.map(({ entry }) => entry.text)).toEqual(
      there.whole[0]?.entries.map(({ entry }) => entry.text)
    );
  });

  it('keeps the first writer through a second export and import', async () => {
    const [first, second] = [emptyGrafana(), emptyGrafana()];
    await importInto(first, await exported(await aFullGrafana()));
    await importInto(second, await exported(first));
    const record = (await everythingIn(second)).whole[0]?.record.record;
    expect(record?.writtenBy).toEqual({ login: 'anna', at: 1_790_000_000_001 });
  });

  it('never makes words sealed that were changed by nobody knows whom', async () => {
    const source = await aFullGrafana();
    const [, , , entry] = source.stored();
    const decoded = decode(entry);
    const { id, text } = decoded.what === 'entry' ? decoded.annotation : { id: 0, text: '' };
    await source.as({ login: 'mallory' }).patch(id, { text: text.replaceAll('Anna looks', 'Anna never looks') });
    const target = emptyGrafana();
    await importInto(target, await exported(source));
    const copy = (await everythingIn(target)).whole[0]?.entries[0];
    expect(copy && authorshipOf(copy.annotation, copy.entry.writtenBy)).toMatchObject({
      login: 'admin',
      sealed: false,
    });
    expect(copy?.entry.text).toMatch('Anna never looks');
    expect(copy?.entry.writtenBy).toMatchObject({ login: 'anna', sealed: false });
  });

  it('keeps what a payload holds that this version does not know', async () => {
    const port = memoryAnnotations();
    const { text, ...annotation } = encodeRecord(aRecord(), ORGANIZATION, '');
    await port.post({ ...annotation, text: text.replace('{"what"', '{"weather":"rain","what"') });
    const target = emptyGrafana();
    await importInto(target, await exported(port));
    expect((await exported(target)).nearMisses[0]?.record.payload).toMatchObject({ weather: 'rain' });
  });

  it('puts a new near miss where the importer chose', async () => {
    const target = emptyGrafana();
    await importInto(target, await exported(await aFullGrafana()), { place: JOURNAL });
    expect(target.stored()).toHaveLength(5);
    expect(target.stored()).toEqual(Array(5).fill(expect.objectContaining({ dashboardUID: 'journal' })));
  });

  it('puts what is missing of a near miss beside its record, wherever the rest goes', async () => {
    const target = emptyGrafana();
    await target.as({ login: 'anna' }).post(encodeRecord(aRecord(), JOURNAL, ''));
    await importInto(target, await exported(await aFullGrafana()), { place: ORGANIZATION });
    expect(target.stored()).toEqual(Array(5).fill(expect.objectContaining({ dashboardUID: 'journal' })));
  });
});

describe('an import into a Grafana that has near misses of its own', () => {
  const items = ({ nearMisses }: ExportFile) =>
    nearMisses.flatMap(({ record, changes, entries }) => [record, ...changes, ...entries]);
  /** All but what goes by ids: where one is taken, the item comes under another. */
  const IDS = ['id', 'formerId', 'nearMiss', 'base', 'replaces', 'writtenBy'];
  const words = ({ payload }: ExportedItem) =>
    JSON.stringify(Object.entries(payload).filter(([name]) => !IDS.includes(name)));

  it('changes nothing that is there, and brings all that is new', async () => {
    await fc.assert(
      fc.asyncProperty(twoStages, async ([given, own]) => {
        const [file, target] = [await exported(await grafanaWith(given)), await grafanaWith(own)];
        const before = target.stored();
        const plan = await planFor(target, file);
        const result = await importInto(target, file);
        expect(result).toMatchObject({ written: partsToWrite(plan), refused: [], stopped: null });
        expect(target.stored().slice(0, before.length)).toEqual(before);
        expect(target.stored()).toHaveLength(before.length + partsToWrite(plan));

        const here = new Set(items(await exported(target)).map(words));
        const verdicts = plan.nearMisses.flatMap((planned) => planned.items);
        items(file).forEach((item, index) => {
          expect(verdicts[index]?.verdict).not.toBe('refused');
          expect(here).toContain(words(item));
        });
        const reasons = verdicts.flatMap(({ reason }) => reason ?? []);
        expect(reasons).toEqual([]);
      }),
      { numRuns: 60 }
    );
  });

  it('twice changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(twoStages, async ([given, own]) => {
        const [file, target] = [await exported(await grafanaWith(given)), await grafanaWith(own)];
        await importInto(target, file);
        const before = target.stored();
        expect(await importInto(target, file)).toMatchObject({ written: 0, stopped: null });
        expect(target.stored()).toEqual(before);
      }),
      { numRuns: 40 }
    );
  });
});

describe('an import that ends early', () => {
  it('is completed by the next one, at whichever annotation it ended', async () => {
    const file = await exported(await aFullGrafana());
    for (const after of [0, 1, 2, 3, 4]) {
      const target = emptyGrafana();
      const cancel = new AbortController();
      const onProgress = (written: number) => written === after && cancel.abort();
      if (after === 0) {
        cancel.abort();
      }
      const first = await importInto(target, file, { signal: cancel.signal, onProgress });
      expect(first).toMatchObject({ written: after, stopped: { kind: 'aborted' } });
      expect(await importInto(target, file)).toMatchObject({ written: 5 - after, stopped: null });
      expect(contentOf(await exported(target))).toEqual(contentOf(file));
    }
  });

  it('writes nothing twice when an answer was lost', async () => {
    const target = emptyGrafana();
    target.failNext('post', { failure: failureOf(504, ''), done: true });
    expect(await importInto(target, await exported(await aFullGrafana()))).toMatchObject({ written: 5, stopped: null });
    expect(target.stored()).toHaveLength(5);
  });

  it('stops where the right is missing and says so', async () => {
    const viewer = memoryAnnotations().as({ login: 'viewer', editsOrganization: false });
    const result = await importInto(viewer, await exported(await aFullGrafana()));
    expect(result).toMatchObject({ written: 0, refused: [], stopped: { kind: 'forbidden' } });
  });

  it('goes on after a near miss that Grafana refuses for itself', async () => {
    const source = await aFullGrafana();
    await source.post(encodeRecord(aRecord({ id: 'other-record', title: 'Another' }), ORGANIZATION, ''));
    const target = emptyGrafana();
    target.failNext('post', { failure: failureOf(400, 'tags too long') });
    const result = await importInto(target, await exported(source));
    expect(result).toMatchObject({ written: 5, stopped: null });
    expect(result.refused).toEqual([expect.objectContaining({ title: 'Another' })]);
  });

  it('counts what it will write and tells after each', async () => {
    const target = emptyGrafana();
    const file = await exported(await aFullGrafana());
    const told: number[] = [];
    expect(partsToWrite(await planFor(target, file))).toBe(5);
    await importInto(target, file, { onProgress: (written) => told.push(written) });
    expect(told).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('a broken file', () => {
  it('changes nothing when it was cut off anywhere', async () => {
    const text = JSON.stringify(await exported(await aFullGrafana()));
    fc.assert(
      fc.property(fc.nat({ max: text.length - 1 }), (length) => {
        expect(readExportFile(text.slice(0, length))).toMatchObject({ ok: false, problem: 'not-json' });
      })
    );
  });

  it('changes nothing that is there, however its characters were turned over, and never throws', async () => {
    const text = JSON.stringify(await exported(await aFullGrafana()));
    const flips = fc.array(fc.tuple(fc.nat({ max: text.length - 1 }), fc.nat({ max: 6 })), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(flips, async (where) => {
        const characters = Array.from(text);
        where.forEach(([at, bit]) => {
          characters[at] = String.fromCharCode((characters[at] ?? '').charCodeAt(0) ^ (1 << bit));
        });
        const read = readExportFile(characters.join(''));
        const target = await aFullGrafana();
        const before = target.stored();
        const plan = read.ok ? await planFor(target, characters.join('')) : null;
        const result = plan && (await importInto(target, characters.join('')));
        expect(result?.written ?? 0).toBe(plan ? partsToWrite(plan) : 0);
        expect(target.stored().slice(0, before.length)).toEqual(before);
        expect(target.stored()).toHaveLength(before.length + (result?.written ?? 0));
      }),
      { numRuns: 200 }
    );
  });

  it('changes nothing when it is something else, and never throws', async () => {
    const target = await aFullGrafana();
    const before = target.stored();
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.anything(), fc.json(), fc.string()), async (anything) => {
        const read = readExportFile(anything);
        expect(read.ok).toBe(false);
      })
    );
    expect(target.stored()).toEqual(before);
  });

  it('changes nothing when no item of it can be read', async () => {
    const broken = fc.oneof(
      fc.jsonValue(),
      fc.record({
        id: fc.string(),
        record: fc.jsonValue(),
        changes: fc.jsonValue(),
        entries: fc.array(fc.jsonValue()),
      }),
      fc.record({
        id: fc.constant('queue-1-abcd'),
        record: fc.record({ payload: fc.jsonValue(), time: fc.jsonValue() }),
      })
    );
    await fc.assert(
      fc.asyncProperty(fc.array(broken, { maxLength: 4 }), async (nearMisses) => {
        const target = emptyGrafana();
        const file = { format: 'near-miss-export', version: 1, nearMisses };
        const plan = await planFor(target, file);
        expect(plan.nearMisses.flatMap(({ items }) => items).every(({ verdict }) => verdict === 'refused')).toBe(true);
        expect(await importInto(target, file)).toMatchObject({ written: 0, stopped: null });
        expect(target.stored()).toEqual([]);
      })
    );
  });
});

describe('an annotation whose answer was lost', () => {
  it.each([0, 1, 2, 3, 4])('after %i others is there once, whether it went through or not', async (at) => {
    const file = await exported(await aFullGrafana());
    for (const done of [true, false]) {
      const port = emptyGrafana();
      let posts = 0;
      const strike = () => port.failNext('post', { failure: failureOf(503, ''), done });
      port.delay(async (method) => {
        posts += method === 'post' ? 1 : 0;
        if (method === 'post' && posts === at) {
          strike();
        }
      });
      if (at === 0) {
        strike();
      }
      expect(await importInto(port, file)).toEqual({ written: 5, refused: [], stopped: null });
      expect(port.stored()).toHaveLength(5);
      expect(contentOf(await exported(port))).toEqual(contentOf(file));
    }
  });

  it('is not taken for one of another sort with its id', async () => {
    const port = memoryAnnotations({ now: ticking(1_790_000_000_000) });
    await port.post(encodeRecord(aRecord(), ORGANIZATION, ''));
    await port.post(encodeChange(aChange({ id: 'same-1-abcd' }), aNearMiss(), ''));
    await port.post(encodeEntry(anEntry({ id: 'same-1-abcd' }), aNearMiss(), ''));
    const file = await exported(port);
    const into = emptyGrafana();
    let posts = 0;
    into.delay(async (method) => {
      posts += method === 'post' ? 1 : 0;
      if (method === 'post' && posts === 2) {
        into.failNext('post', { failure: failureOf(503, '') });
      }
    });
    expect(await importInto(into, file)).toEqual({ written: 3, refused: [], stopped: null });
    expect(contentOf(await exported(into))).toEqual(contentOf(file));
  });
});

/** As somebody may have written it by other means: so many series that a record of ours could not hold them. */
function crowded(count: number) {
  const one = { name: '', unit: '', from: 1, to: 2, min: 0, max: 1, times: 'AA__', values: 'AA__' };
  const series = Array.from({ length: count }, (_, index) => ({ ...one, name: `s${index}` }));
  const record = aRecord({ evidence: { series, dropped: [] } });
  return { ...encodeRecord(record, ORGANIZATION, ''), text: writePayload({ what: 'record', ...record }) };
}

async function importedFrom(annotation: NewAnnotation) {
  const source = memoryAnnotations({ now: ticking(1_790_000_000_000) });
  await source.as({ login: 'anna' }).post(annotation);
  const file = await exported(source);
  const target = emptyGrafana();
  await importInto(target, file);
  const [stored] = (await everythingIn(target)).whole;
  const again = await planFor(target, file);
  return { series: stored?.nearMiss.evidence?.series.length, counts: again.counts.nearMisses };
}

it('says same of a near miss so full that its copy lost series, rather than that it differs', async () => {
  const { series, counts } = await importedFrom(crowded(900));
  expect(series).toBeGreaterThan(0);
  expect(series).toBeLessThan(900);
  expect(counts).toEqual({ new: 0, same: 1, refused: 0 });
});

it('takes whole what is larger than anything written today', async () => {
  expect(textBytes(crowded(300).text)).toBeGreaterThan(MOST_TEXT_BYTES);
  expect(await importedFrom(crowded(300))).toEqual({ series: 300, counts: { new: 0, same: 1, refused: 0 } });
});

it('takes whole a long answer from before answers had a bound', async () => {
  const answer = anEntry({ text: 'word '.repeat(3_500) });
  const source = memoryAnnotations({ now: ticking(1_790_000_000_000) });
  await source.as({ login: 'anna' }).post(encodeRecord(aRecord(), ORGANIZATION, ''));
  await source.as({ login: 'anna' }).post(encodeEntry(answer, aNearMiss(), ''));
  const target = emptyGrafana();
  expect(await importInto(target, await exported(source))).toEqual({ written: 2, refused: [], stopped: null });
  const [stored] = (await everythingIn(target)).whole;
  expect(stored?.entries.map(({ entry }) => entry.text)).toEqual([answer.text]);
});
