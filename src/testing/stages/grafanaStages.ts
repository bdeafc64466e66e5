import fc from 'fast-check';
import { encodeChange } from '../../domain/codec/encodeChange';
import { encodeEntry } from '../../domain/codec/encodeEntry';
import { encodeRecord } from '../../domain/codec/encodeRecord';
import { exportFile, type ExportFile } from '../../domain/transfer/exportFile';
import type { NearMissRecord } from '../../domain/record/record';
import { planImport, type ImportPlan } from '../../domain/transfer/planImport';
import { readExportFile } from '../../domain/transfer/readExportFile';
import { importNearMisses, type ImportOptions } from '../../storage/transfer/importNearMisses';
import { memoryAnnotations, type MemoryAnnotations } from '../grafana/memoryAnnotations';
import { readEverything } from '../../storage/transfer/readEverything';
import { someFields, someRecord, typedText } from '../builders/arbitraries';
import { aChange, anEntry } from '../builders/builders';
import type { Place } from '../../domain/record/place';

export const ORGANIZATION: Place = { kind: 'organization' };
export const JOURNAL: Place = { kind: 'journal', dashboardUid: 'journal' };
const FROM = { grafana: 'https://grafana.example.org/', organization: 1 };

/** What people did in a Grafana: records, and what was added to them by whom, some of it changed outside since. */
export interface Stage {
  records: readonly NearMissRecord[];
  changes: ReadonlyArray<{ of: number; set: object; login: string; patched: boolean }>;
  entries: ReadonlyArray<{ of: number; text: string; login: string; patched: boolean }>;
  inJournal: boolean;
}

const by = { of: fc.nat({ max: 2 }), login: fc.constantFrom('anna', 'ben'), patched: fc.boolean() };
const rest = {
  changes: fc.array(
    fc.record({ ...by, set: someFields.map(({ title, status, savedBy }) => ({ title, status, savedBy })) }),
    { maxLength: 4 }
  ),
  entries: fc.array(fc.record({ ...by, text: typedText }), { maxLength: 4 }),
  inJournal: fc.boolean(),
};
const someRecords = fc.uniqueArray(someRecord, { maxLength: 3, selector: ({ id }) => id });

export const someStage: fc.Arbitrary<Stage> = fc.record({ records: someRecords, ...rest });

/** Two that have records in common, some with the same content and some with another. */
export const twoStages: fc.Arbitrary<readonly [Stage, Stage]> = someStage.chain((one) =>
  fc.tuple(
    fc.constant(one),
    fc.record({
      records: fc
        .tuple(fc.subarray([...one.records]), fc.string(), someRecords)
        .map(([shared, title, own]) => [
          ...shared.map((record, index) => (index === 0 ? { ...record, title: record.title + title } : record)),
          ...own.filter(({ id }) => one.records.every((record) => record.id !== id)),
        ]),
      ...rest,
    })
  )
);

export function ticking(start: number): () => number {
  let now = start;
  return () => ++now;
}

export const emptyGrafana = () => memoryAnnotations({ user: { login: 'admin' }, now: ticking(2_000_000_000_000) });

export async function grafanaWith({ records, changes, entries, inJournal }: Stage): Promise<MemoryAnnotations> {
  const port = memoryAnnotations({ now: ticking(1_790_000_000_000) });
  const place = inJournal ? JOURNAL : ORGANIZATION;
  const post = async (annotation: Parameters<typeof port.post>[0], login: string, patched: boolean) => {
    const posted = await port.as({ login }).post(annotation);
    if (posted.ok && patched) {
      await port.as({ login: 'mallory' }).patch(posted.value, { text: annotation.text });
    }
  };
  for (const record of records) {
    await post(encodeRecord(record, place, ''), 'anna', record.example);
  }
  const stored = (await everythingIn(port)).whole.map(({ nearMiss }) => nearMiss);
  for (const [index, { of, set, login, patched }] of changes.entries()) {
    const nearMiss = stored[of];
    const change = aChange({ id: `change-${index}`, nearMiss: nearMiss?.id, set });
    await (nearMiss && post(encodeChange(change, nearMiss, ''), login, patched));
  }
  for (const [index, { of, text, login, patched }] of entries.entries()) {
    const nearMiss = stored[of];
    const entry = anEntry({ id: `entry-${index}`, nearMiss: nearMiss?.id, text });
    await (nearMiss && post(encodeEntry(entry, nearMiss, ''), login, patched));
  }
  return port;
}

export async function everythingIn(port: MemoryAnnotations) {
  const read = await readEverything(port);
  if (!read.ok) {
    throw new Error(read.failure.detail);
  }
  return read.value;
}

const link = (id: string) => `/a/app/nm/${id}`;

export async function exported(port: MemoryAnnotations): Promise<ExportFile> {
  return exportFile((await everythingIn(port)).whole, FROM, 1);
}

/** Reads the file as text, as people hand it in, and plans against what is there now. */
export async function planFor(port: MemoryAnnotations, file: unknown, place = ORGANIZATION): Promise<ImportPlan> {
  const read = readExportFile(typeof file === 'string' ? file : JSON.stringify(file));
  if (!read.ok) {
    throw new Error(read.problem);
  }
  return planImport(read.file, await everythingIn(port), { link, place });
}

const contextOf = (port: MemoryAnnotations) => ({ port, link, clock: { now: () => 0, sleep: async () => {} } });

export async function importInto(port: MemoryAnnotations, file: unknown, options: Partial<ImportOptions> = {}) {
  const { place = ORGANIZATION } = options;
  return importNearMisses(contextOf(port), await planFor(port, file, place), { ...options, place });
}
