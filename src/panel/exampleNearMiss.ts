import type { NearMiss } from '../domain/fold/nearMiss';
import { SCHEMA_VERSION } from '../domain/record/record';

const MINUTE = 60_000;
const MiB = 1024 * 1024;

/** Memory that climbed for four hours until somebody restarted the service at `actedAt`, epoch ms; made up and never stored. */
export function exampleNearMiss(actedAt: number): NearMiss {
  const stretch = { from: actedAt - 240 * MINUTE, to: actedAt };
  return {
    ...NO_WORDS,
    actedAt,
    stretch,
    // eslint-disable-next-line @grafana/i18n/no-untranslated-strings -- a value, as records hold it
    limit: { value: 512 * MiB, direction: 'rising', unit: 'bytes', text: '512 MiB', origin: 'threshold' },
    projection: {
      ok: true,
      crossing: actedAt + 105 * MINUTE,
      lo: actedAt + 70 * MINUTE,
      hi: null,
      p: 0.8,
      method: 'replay',
      window: stretch,
      horizon: 480 * MINUTE,
      points: 21,
    },
    evidence: {
      series: [
        {
          name: 'memory',
          unit: 'bytes',
          from: actedAt - 360 * MINUTE,
          to: actedAt + 120 * MINUTE,
          min: 200 * MiB,
          max: 428 * MiB,
          times: 'AABmDNEzGaIAJmLNMzOZQARmTNUzWZYAZmbMczeZgAhmjMkzmZn_pmrMszuZv_xmzM0y2Z3_5m7M8y-Z__',
          values: 'KGMKKwKkLvLSK1LyLyLUL8OaRySMVYZWb-cHhQjEnhpuptt5yLz62Z4z8y_b__AABtDLCYCUC-DmDpFaE5',
        },
      ],
      dropped: [],
    },
    time: stretch.from,
    timeEnd: stretch.to,
    author: { login: '', at: actedAt, sealed: true, changedAt: null, writtenBy: null },
  };
}

const NO_WORDS = {
  version: SCHEMA_VERSION,
  id: '',
  kind: 'trend',
  title: '',
  almost: '',
  savedBy: [],
  savedHow: '',
  cue: '',
  noticedAt: null,
  action: '',
  series: '',
  team: '',
  services: [],
  links: [],
  recordedFor: '',
  status: 'recorded',
  outcome: '',
  sameAs: '',
  source: null,
  example: true,
  writtenBy: null,
  annotationId: 0,
  place: { kind: 'organization' },
  heads: {},
  conflicts: [],
  history: [],
  readOnly: null,
  unreadParts: [],
  twins: [],
} as const;
