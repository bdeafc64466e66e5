import { exportFile, type ExportOrigin } from './exportFile';
import { foldEntries } from '../fold/foldEntries';
import { nearMissesCsv } from './csv';
import type { Speech } from '../story/speech';
import type { WholeNearMiss } from '../fold/storedPart';
import { nearMissesMarkdown } from '../story/markdown';

export type ExportFormat = 'json' | 'csv' | 'markdown';

interface ExportContext {
  origin: ExportOrigin;
  speech: Speech;
  link: (id: string) => string;
  /** Epoch ms. */
  now: number;
}

/** The file in that format, ready to be saved; `name` says the day in UTC. Only `json` is lossless and can be imported. */
export function exportText(
  format: ExportFormat,
  whole: readonly WholeNearMiss[],
  { origin, speech, link, now }: ExportContext
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
    case 'markdown': {
      const all = whole.map(({ nearMiss, entries }) => ({ nearMiss, entries: foldEntries(entries) }));
      return { name: `${name}.md`, type: 'text/markdown', text: nearMissesMarkdown(all, link, speech) };
    }
  }
}
