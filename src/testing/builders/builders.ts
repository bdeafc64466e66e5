import type { Annotation } from '../../domain/codec/annotation';
import type { HistoryItem, NearMiss, ShownEntry } from '../../domain/fold/nearMiss';
import type { Change, Entry, NearMissRecord, Source } from '../../domain/record/record';
import { SCHEMA_VERSION } from '../../domain/record/record';
import { packEvidence } from '../../domain/series/packEvidence';
import { A_RISING_TREND } from './aRisingTrend';
import type { Authorship } from '../../domain/fold/authorship';
import type { Projection } from '../../domain/projection/projection';

const MINUTE = 60_000;
const { stretch, actedAt, noticedAt, limit, series } = A_RISING_TREND;

/** Open above, as most are: 75 min to the crossing, hardly less than 48. */
export const AN_OPEN_PROJECTION: Projection = {
  ok: true,
  crossing: actedAt + 75 * MINUTE,
  lo: actedAt + 48 * MINUTE,
  hi: null,
  p: 0.66,
  method: 'replay',
  window: stretch,
  horizon: 2 * (stretch.to - stretch.from),
  points: 22,
};

export const A_SOURCE: Source = {
  dashboardUid: 'checkout',
  dashboardTitle: 'Checkout service',
  panelId: 4,
  panelTitle: 'Orders waiting',
  series: 'orders waiting',
  queries: [{ refId: 'A', scenarioId: 'predictable_csv_wave' }],
  variables: { service: 'checkout' },
  dataSource: 'testdata',
  range: { from: stretch.from - 4 * 60 * MINUTE, to: stretch.to + 2 * 60 * MINUTE },
};

/** A whole record with a graph: the queue of `A_RISING_TREND`. */
export function aRecord(over: Partial<NearMissRecord> = {}): NearMissRecord {
  return {
    version: SCHEMA_VERSION,
    id: 'queue-1-abcd',
    kind: 'trend',
    title: 'Orders piled up behind one consumer',
    almost: 'At 25,000 waiting orders the shop stops taking new ones; for everybody, until the queue is empty.',
    savedBy: ['person', 'luck'],
    savedHow: 'Somebody happened to look at the dashboard before lunch.',
    cue: 'The line had no dips any more.',
    noticedAt,
    action: 'Added two consumers.',
    actedAt,
    series: '',
    stretch,
    limit,
    projection: AN_OPEN_PROJECTION,
    team: 'payments',
    services: ['checkout'],
    links: ['https://example.org/changes/17'],
    recordedFor: '',
    status: 'recorded',
    outcome: '',
    sameAs: '',
    evidence: packEvidence([series], stretch),
    source: A_SOURCE,
    example: false,
    writtenBy: null,
    ...over,
  };
}

export function anAuthor(over: Partial<Authorship> = {}): Authorship {
  return { login: 'anna', at: actedAt + 10 * MINUTE, sealed: true, changedAt: null, writtenBy: null, ...over };
}

/** A change as the history tells it: anna marked the near miss as discussed. */
export function aHistoryItem(over: Partial<HistoryItem> = {}): HistoryItem {
  return {
    changeId: 'change-1-abc',
    author: anAuthor(),
    set: { status: 'discussed' },
    before: { status: [{ status: 'recorded' }] },
    ...over,
  };
}

/** A near miss as the fold gives it: no changes yet, of the organization. */
export function aNearMiss(over: Partial<NearMiss> = {}): NearMiss {
  return {
    ...aRecord(),
    annotationId: 1,
    place: { kind: 'organization' },
    time: stretch.from,
    timeEnd: stretch.to,
    author: anAuthor(),
    heads: {},
    conflicts: [],
    history: [],
    readOnly: null,
    unreadParts: [],
    twins: [],
    ...over,
  };
}

/** A near miss of a kind without a graph: a review that caught a wrong time-out. */
export function aNearMissWithoutGraph(over: Partial<NearMiss> = {}): NearMiss {
  return aNearMiss({
    id: 'review-1-abc',
    annotationId: 2,
    kind: 'change',
    title: 'A time-out in seconds where the code reads ms',
    almost: 'Every payment would have been cut off after 30 ms.',
    savedBy: ['review'],
    savedHow: 'A colleague read the diff next to the code that uses it.',
    cue: 'All other values in the file end in 000.',
    action: 'Asked for the unit in the name.',
    stretch: null,
    evidence: null,
    source: null,
    limit: null,
    projection: null,
    time: actedAt,
    timeEnd: actedAt,
    ...over,
  });
}

/** An answer to the first question, by anna. */
export function anEntry(over: Partial<Entry> = {}): Entry {
  return {
    version: SCHEMA_VERSION,
    id: 'entry-1-abcd',
    nearMiss: 'queue-1-abcd',
    type: 'answer',
    question: 'q1',
    asked: '',
    text: 'Anna looks at the queue every day before lunch since the outage in spring.',
    replaces: '',
    writtenBy: null,
    ...over,
  };
}

export function aShownEntry(over: Partial<ShownEntry> = {}): ShownEntry {
  return { ...anEntry(), annotationId: 11, author: anAuthor(), edited: false, ...over };
}

/** A first change of the status. */
export function aChange(over: Partial<Change> = {}): Change {
  return {
    version: SCHEMA_VERSION,
    id: 'change-1-abc',
    nearMiss: 'queue-1-abcd',
    set: { status: 'discussed' },
    base: { status: [] },
    writtenBy: null,
    ...over,
  };
}

/** An annotation of the organization as `readAnnotation` gives it, posted by anna and never patched. */
export function anAnnotation(over: Partial<Annotation> = {}): Annotation {
  const created = over.created ?? actedAt + 10 * MINUTE;
  return {
    id: 1,
    dashboardUid: '',
    panelId: 0,
    created,
    updated: created,
    time: stretch.from,
    timeEnd: stretch.to,
    text: '',
    tags: [],
    login: 'anna',
    ...over,
  };
}
