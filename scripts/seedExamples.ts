import { readFileSync } from 'node:fs';
import type { NearMiss } from '../src/domain/fold/nearMiss';
import { type Entry, SCHEMA_VERSION } from '../src/domain/record/record';
import { QUESTIONS } from '../src/domain/record/questions';
import { APP_ID } from '../src/pluginIds';
import { createNearMissStore } from '../src/storage/store/createNearMissStore';
import { grafanaAnnotations } from '../src/storage/annotations/grafanaAnnotations';
import type { NearMissStore } from '../src/storage/store/nearMissStore';
import type { Outcome } from '../src/grafana/outcome';
import { nodeSend } from '../src/testing/grafana/nodeSend';
import { exampleRecord } from './exampleRecord';
import type { Example } from './example';
import { EXAMPLES } from './examples';
import { changeIn, recordIn, shareIn } from '../src/testing/hosts/writeTo';

interface Options {
  url: string;
  /** `user:password` of an Editor or Admin. */
  credentials: string;
  /** The project's folder. */
  root: string;
  remove: boolean;
  /** Do nothing where any near miss is stored already. */
  ifEmpty: boolean;
}

/** Writes the examples, or takes them away; what is there already is left as it is. Says in one line what it did. */
export async function seedExamples({ url, credentials, root, remove, ifEmpty }: Options): Promise<string> {
  const address = url.replace(/\/$/, '');
  const store = createNearMissStore(grafanaAnnotations(nodeSend(address, credentials)), {
    link: (id) => `${address}/a/${APP_ID}/nm/${id}`,
  });
  const { nearMisses } = valueOf(await store.list(), 'read near misses');
  const stored = new Map(nearMisses.filter(({ example }) => example).map((nearMiss) => [nearMiss.id, nearMiss]));
  if (remove) {
    for (const nearMiss of stored.values()) {
      valueOf(await store.remove(nearMiss), `remove ${nearMiss.id}`);
    }
    return `Removed ${stored.size} examples.`;
  }
  if (ifEmpty && nearMisses.length > 0) {
    return 'There are near misses already; no examples were written.';
  }
  const dashboard = JSON.parse(readFileSync(`${root}/provisioning/dashboards/checkout-service.json`, 'utf8'));
  const written = EXAMPLES.filter(({ id }) => !stored.has(id));
  for (const example of written) {
    const record = exampleRecord(example, dashboard, Date.now());
    const { marker } = valueOf(await recordIn(store, record, { kind: 'organization' }), `write ${example.id}`);
    if (marker && !marker.ok) {
      console.error(
        `${example.id} has no marker on its graph: ${marker.failure.kind}. Is ${dashboard.uid} provisioned?`
      );
    }
  }
  // Also for examples that were there: a run that was cut short is completed.
  for (const example of EXAMPLES) {
    await complete(store, example);
  }
  return `Wrote ${written.length} examples; ${EXAMPLES.length - written.length} were there.`;
}

async function complete(store: NearMissStore, { id, entries, later }: Example) {
  const { nearMiss, entries: shared } = valueOf(await store.read(id), `read ${id}`);
  for (const [index, words] of entries.entries()) {
    const entry: Entry = {
      ...words,
      id: `${id.slice(8)}-entry-${index}`,
      version: SCHEMA_VERSION,
      nearMiss: id,
      asked: QUESTIONS.find(({ key }) => key === words.question)?.text ?? '',
      replaces: '',
      writtenBy: null,
    };
    if (!shared.some((other) => other.id === entry.id)) {
      valueOf(await shareIn(store, entry), `share an entry of ${id}`);
    }
  }
  // Only what nobody has touched since: a status that somebody chose stays.
  if (later.status && later.status !== nearMiss.status && isUntouched(nearMiss)) {
    valueOf(await changeIn(store, nearMiss, later), `change ${id}`);
  }
}

function isUntouched({ history }: NearMiss): boolean {
  return history.length === 0;
}

function valueOf<T>(outcome: Outcome<T>, what: string): T {
  if (outcome.ok) {
    return outcome.value;
  }
  const { kind, status, detail } = outcome.failure;
  throw new Error(`Could not ${what}: ${kind}${status ? ` (HTTP ${status})` : ''}. ${detail}`.trim());
}
