import { decode } from '../codec/decode';
import { EXPORT_FORMAT, EXPORT_VERSION } from './exportFile';
import { isId } from '../record/id';
import { isObject, isDeeper } from '../json/json';
import { DEEPEST, writePayload } from '../codec/payload';
import { CHANGE_TAG, ENTRY_TAG, RECORD_TAG } from '../codec/tags';
import type { Decoded } from '../codec/decoded';

/** One item of the file as `decode` reads it, or why it cannot be read. */
export type ReadItem<W extends Decoded['what']> =
  { ok: true; item: Extract<Decoded, { what: W }> } | { ok: false; id: string; detail: string };

export interface ReadNearMiss {
  /** Empty when it could not be read. */
  id: string;
  record: ReadItem<'record'>;
  changes: ReadonlyArray<ReadItem<'change'>>;
  entries: ReadonlyArray<ReadItem<'entry'>>;
}

/** What was read. Annotation ids in it count through the file and mean nothing else. */
export interface ReadExport {
  /** Epoch ms; 0 when the file does not say. */
  exportedAt: number;
  /** Address of the Grafana it comes from; empty when the file does not say. */
  grafana: string;
  nearMisses: readonly ReadNearMiss[];
}

export type FileProblem = 'not-json' | 'not-an-export' | 'newer-format';
export type ReadExportFile = { ok: true; file: ReadExport } | { ok: false; problem: FileProblem; detail: string };

type Part = Readonly<Record<string, unknown>>;
type Sort = 'record' | 'change' | 'entry';

const TAGS: Readonly<Record<Sort, string>> = { record: RECORD_TAG, change: CHANGE_TAG, entry: ENTRY_TAG };

/**
 * Reads an export, as text or already parsed; never throws. What can be read is, whatever stands beside it; each item goes
 * through the one decoder, as if Grafana had sent it.
 */
export function readExportFile(raw: unknown): ReadExportFile {
  const parsed = parse(raw);
  if (!parsed.ok) {
    return { ok: false, problem: 'not-json', detail: parsed.detail };
  }
  const { value } = parsed;
  if (!isObject(value) || value.format !== EXPORT_FORMAT || !Array.isArray(value.nearMisses)) {
    return { ok: false, problem: 'not-an-export', detail: '' };
  }
  const { version, exportedAt, from, nearMisses } = value;
  if (typeof version === 'number' && version > EXPORT_VERSION) {
    return { ok: false, problem: 'newer-format', detail: String(version) };
  }
  const count = counter();
  return {
    ok: true,
    file: {
      exportedAt: typeof exportedAt === 'number' ? exportedAt : 0,
      grafana: isObject(from) && typeof from.grafana === 'string' ? from.grafana : '',
      nearMisses: nearMisses.map((one) => readNearMiss(one, count)),
    },
  };
}

function parse(raw: unknown): { ok: true; value: unknown } | { ok: false; detail: string } {
  try {
    // Also what was parsed before: after that it holds plain JSON only.
    const text = typeof raw === 'string' ? raw.replace(/^\ufeff/, '') : (JSON.stringify(raw) ?? '');
    const value: unknown = JSON.parse(text);
    return { ok: true, value };
  } catch (error) {
    return { ok: false, detail: String(error) };
  }
}

function counter(): () => number {
  let last = 0;
  return () => ++last;
}

function readNearMiss(raw: unknown, count: () => number): ReadNearMiss {
  const part = isObject(raw) ? raw : {};
  const given = isId(part.id) ? part.id : '';
  const place = isObject(part.record) ? part.record.place : undefined;
  const record = readItem('record', part.record, { nearMiss: given, place }, count());
  const id = record.ok ? record.item.record.id : given;
  return {
    id,
    record,
    changes: listOf(part.changes).map((item) => readItem('change', item, { nearMiss: id, place }, count())),
    entries: listOf(part.entries).map((item) => readItem('entry', item, { nearMiss: id, place }, count())),
  };
}

function listOf(raw: unknown): readonly unknown[] {
  return Array.isArray(raw) ? raw : raw === undefined ? [] : [raw];
}

/** What an item belongs to. Whatever place it names itself, in a file it is part of that near miss, so it lies where the record does. */
interface Belonging {
  nearMiss: string;
  place: unknown;
}

function readItem<W extends Sort>(what: W, raw: unknown, of: Belonging, number: number): ReadItem<W> {
  const part = isObject(raw) ? raw : {};
  const payload = isObject(part.payload) ? part.payload : {};
  const id = isId(payload.id) ? payload.id : what === 'record' ? of.nearMiss : '';
  const lacking = lacks(what, part);
  if (lacking !== '') {
    return { ok: false, id, detail: lacking };
  }
  const decoded = decode(asAnnotation(what, part, { ...of, payload }, number));
  if (isOfSort(decoded, what)) {
    return { ok: true, item: decoded };
  }
  return { ok: false, id, detail: decoded.what === 'unreadable' ? decoded.reason : `Its payload is not a ${what}.` };
}

function lacks(what: Sort, { payload, time }: Part): string {
  if (!isObject(payload) || isDeeper(payload, DEEPEST)) {
    return 'It has no readable payload.';
  }
  // Changes and entries take the times of their record.
  return what !== 'record' || (typeof time === 'number' && time > 0) ? '' : 'It has no time.';
}

function asAnnotation(
  what: Sort,
  part: Part,
  { nearMiss, place, payload }: Belonging & { payload: Part },
  id: number
): unknown {
  const { login, time, timeEnd } = part;
  const created = typeof part.created === 'number' ? part.created : 0;
  return {
    id,
    login,
    time,
    timeEnd,
    created,
    updated: updatedOf(part.sealed, created),
    dashboardUID: isObject(place) && place.kind === 'journal' ? place.dashboardUid : '',
    text: writePayload(payload),
    tags: [TAGS[what], `nm:${nearMiss}`],
  };
}

/** Only what the file says of the seal; a file that does not say it is of an old version, which took it for whole. */
function updatedOf(sealed: unknown, created: number): number | null {
  return sealed === null ? null : sealed === false ? created + 1 : created;
}

function isOfSort<W extends Sort>(decoded: Decoded, what: W): decoded is Extract<Decoded, { what: W }> {
  return decoded.what === what;
}
