import { journalsOf } from '../../domain/record/journals';
import type { AppSettings } from '../../domain/record/settings';
import type { WholeNearMiss } from '../../domain/fold/storedPart';
import { grafanaAnnotations } from '../annotations/grafanaAnnotations';
import type { Outcome } from '../../grafana/outcome';
import { readEverything } from './readEverything';
import { type JournalState, readJournals } from '../journals/readJournals';
import { readRights } from '../../grafana/rights';
import type { Send } from '../../grafana/send';

/** The near misses there are, and the places between which they can be moved. */
export interface Movable {
  nearMisses: readonly WholeNearMiss[];
  /** Whether the current user may write to the organization. */
  organization: boolean;
  /** Those that are configured, and those that are not any more but hold near misses. */
  journals: readonly JournalState[];
}

/** Reads all near misses, who may write where, and who may read there. */
export async function readMovable(send: Send, settings: AppSettings, signal?: AbortSignal): Promise<Outcome<Movable>> {
  const [read, rights] = await Promise.all([
    readEverything(grafanaAnnotations(send), { signal }),
    readRights(send, undefined, signal),
  ]);
  if (!read.ok) {
    return read;
  }
  if (!rights.ok) {
    return rights;
  }
  const { whole } = read.value;
  const journals = await readJournals(send, withUnmapped(settings, whole), signal);
  return { ok: true, value: { nearMisses: whole, organization: rights.value.organization, journals } };
}

function withUnmapped(settings: AppSettings, whole: readonly WholeNearMiss[]): AppSettings {
  const known = new Set(['', ...journalsOf(settings).map(({ dashboardUid }) => dashboardUid)]);
  const holding = new Set(
    whole.flatMap(({ record, changes, entries }) =>
      [record, ...changes, ...entries].map(({ annotation }) => annotation.dashboardUid)
    )
  );
  const unmapped = [...holding].filter((uid) => !known.has(uid));
  const journals = unmapped.map((dashboardUid) => ({ folderUid: '', dashboardUid, title: dashboardUid }));
  return { ...settings, journals: [...settings.journals, ...journals] };
}
