import { fold } from '../../domain/fold/fold';
import { writeAddition } from './writeAddition';
import type { DraftState, Recorded } from './nearMissStore';
import { type Outcome, failed } from '../../grafana/outcome';
import type { QueuedWrite } from './queuedWrite';
import { readDraft } from './readDraft';
import { findParts, readParts } from './readParts';
import type { StoreContext } from './storeContext';
import { turnIntoMarker, writeMarker } from './writeMarker';
import { writeRecord } from './writeRecord';

interface WriterContext extends StoreContext {
  /** Login of who writes; empty when it is not known. */
  me: () => string;
}

type RecordWrite = Extract<QueuedWrite, { what: 'record' }>;

/** One attempt to write one thing, whatever became of earlier ones; who repeats it is the queue. */
export async function writeQueued(
  context: WriterContext,
  write: QueuedWrite,
  signal?: AbortSignal
): Promise<Outcome<Recorded>> {
  switch (write.what) {
    case 'record':
      return write.draftId === null ? record(context, write, signal) : complete(context, write, write.draftId, signal);
    case 'marker':
      return mark(context, write.nearMiss, write.draftId);
    default:
      return writeAddition(context, write);
  }
}

/** The marker alone, of what the near miss says by now. */
async function mark(context: StoreContext, id: string, draftId: number | null): Promise<Outcome<Recorded>> {
  const parts = await readParts(context.port, id);
  if (!parts.ok) {
    return parts;
  }
  const [nearMiss] = fold(parts.value.records, parts.value.changes);
  if (!nearMiss) {
    return failed('missing', id);
  }
  const annotationId = nearMiss.annotationId;
  if (draftId === null) {
    return { ok: true, value: { annotationId, marker: await writeMarker(context, nearMiss, parts.value.markers) } };
  }
  const draft = await readDraft(context.port, draftId);
  if (!draft.ok) {
    return draft;
  }
  const marker: Outcome<number> =
    draft.value.is === 'completed'
      ? { ok: true, value: draftId }
      : await turnIntoMarker(context, draft.value.draft, nearMiss);
  return { ok: true, value: { annotationId, marker } };
}

async function record(context: StoreContext, write: RecordWrite, signal?: AbortSignal): Promise<Outcome<Recorded>> {
  const written = await writeRecord(context, write, signal);
  if (!written.ok) {
    return written;
  }
  const { annotationId, before } = written.value;
  const marker = await writeMarker(context, write.record, before.markers, signal);
  return { ok: true, value: { annotationId, marker } };
}

/** Makes the draft's record, then turns the draft into its marker, unless somebody else did: theirs must not be changed unseen. */
async function complete(
  context: WriterContext,
  write: RecordWrite,
  draftId: number,
  signal?: AbortSignal
): Promise<Outcome<Recorded>> {
  const now = await readDraft(context.port, draftId, signal);
  if (!now.ok) {
    return now;
  }
  const maker = await makerOf(context, now.value);
  if (!maker.ok) {
    return maker;
  }
  if (maker.value !== null && maker.value.login !== context.me()) {
    return failed('overtaken', maker.value.nearMiss);
  }
  const written = await writeRecord(context, write, signal);
  if (!written.ok) {
    return written;
  }
  const marker: Outcome<number> =
    now.value.is === 'completed'
      ? { ok: true, value: draftId }
      : await turnIntoMarker(context, now.value.draft, write.record);
  return { ok: true, value: { annotationId: written.value.annotationId, marker } };
}

/** Who completed the draft already, be it oneself in an attempt whose answer was lost; null while nobody has. */
async function makerOf(
  { port }: StoreContext,
  state: DraftState
): Promise<Outcome<{ login: string; nearMiss: string } | null>> {
  switch (state.is) {
    case 'open':
      return { ok: true, value: null };
    case 'recorded':
      return { ok: true, value: { login: state.nearMiss.author.login, nearMiss: state.nearMiss.id } };
    case 'completed': {
      const { nearMissId } = state;
      const parts = await findParts(port, nearMissId);
      const login = parts.ok ? (parts.value.records[0]?.annotation.login ?? '') : '';
      return parts.ok ? { ok: true, value: { login, nearMiss: nearMissId } } : parts;
    }
  }
}
