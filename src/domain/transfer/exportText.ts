import { exportFile, type ExportOrigin } from './exportFile';
import { foldEntries } from '../fold/foldEntries';
import { nearMissesCsv } from './csv';
import type { Speech } from '../story/speech';
import type { WholeNearMiss } from '../fold/storedPart';
import { nearMissesMarkdown } from '../story/markdown';
import type { Question } from '../record/questions';
import { COUNTED_STATUSES, filterNearMisses } from '../fold/filter';
import { cloudEventOf } from './cloudEvent';
import { type Kind, STATUSES } from '../record/record';

/** What an export takes; an empty or null part does not narrow it. */
export interface ExportFilter {
  kinds: readonly Kind[];
  teams: readonly string[];
  /** Acted at or after, epoch ms. */
  from: number | null;
  /** Acted at or before, epoch ms. */
  to: number | null;
}

/**
 * The near misses that pass, whatever their status: withdrawn and started ones are part of what is kept. As events only those
 * that count: nobody who is told of one learns that it was taken back.
 */
export function filterForExport(
  whole: readonly WholeNearMiss[],
  filter: ExportFilter,
  format: ExportFormat = 'json'
): WholeNearMiss[] {
  const { kinds, teams, from, to } = filter;
  const list = whole.map(({ nearMiss }) => nearMiss);
  const statuses = format === 'cloudEvents' ? COUNTED_STATUSES : STATUSES;
  const passed = new Set(filterNearMisses(list, { kinds, teams, statuses }));
  return whole.filter(
    ({ nearMiss }) =>
      passed.has(nearMiss) && (from === null || nearMiss.actedAt >= from) && (to === null || nearMiss.actedAt <= to)
  );
}

export type ExportFormat = 'json' | 'csv' | 'markdown' | 'cloudEvents';

interface ExportContext {
  origin: ExportOrigin;
  speech: Speech;
  link: (id: string) => string;
  /** Those asked here, in their order. */
  questions: readonly Question[];
  /** Epoch ms. */
  now: number;
}

/** The file in that format, ready to be saved; `name` says the day in UTC. Only `json` is lossless and can be imported. */
export function exportText(
  format: ExportFormat,
  whole: readonly WholeNearMiss[],
  { origin, speech, link, questions, now }: ExportContext
): { name: string; type: string; text: string } {
  const name = `near-misses-${new Date(now).toISOString().slice(0, 10)}`;
  switch (format) {
    case 'json': {
      const text = `${JSON.stringify(exportFile(whole, origin, now), null, 2)}\n`;
      return { name: `${name}.json`, type: 'application/json', text };
    }
    case 'csv': {
      // Without the mark Excel takes UTF-8 for its old code page.
      const text = `\ufeff${nearMissesCsv(whole.map(({ nearMiss }) => nearMiss))}`;
      return { name: `${name}.csv`, type: 'text/csv', text };
    }
    case 'cloudEvents': {
      // One a line, so that a line of the batch is an event by itself.
      const events = whole.map(({ nearMiss }) => JSON.stringify(cloudEventOf(nearMiss, origin)));
      const text = `[\n${events.join(',\n')}\n]\n`;
      return { name: `${name}.cloudevents.json`, type: 'application/cloudevents-batch+json', text };
    }
    case 'markdown': {
      const all = whole.map(({ nearMiss, entries }) => ({ nearMiss, entries: foldEntries(entries) }));
      return { name: `${name}.md`, type: 'text/markdown', text: nearMissesMarkdown(all, link, speech, questions) };
    }
  }
}
