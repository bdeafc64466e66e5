import { readFileSync } from 'node:fs';
import { plainSpeech } from '../src/domain/story/plainSpeech';
import { projectionSentence } from '../src/domain/story/projectionSentence';
import { projectStretch } from '../src/domain/projection/projectStretch';
import { PAPER_COLOURS } from '../src/domain/story/picture/story';
import { storySvg } from '../src/domain/story/picture/storySvg';
import type { Projection } from '../src/domain/projection/projection';
import type { Limit } from '../src/domain/projection/limit';

interface Subject {
  /** Of the file, after `projection-`. */
  picture: string;
  /** Name of our own trace, after `lab-`. */
  trace: string;
  name: string;
  unit: string;
  /** Seconds from the start of the trace. */
  from: number;
  to: number;
  limit: number;
}

interface Picture {
  picture: string;
  svg: string;
  sentence: string;
}

const SUBJECTS: readonly Subject[] = [
  { picture: 'closed', trace: 'node-heap-steady', name: 'Node heap', unit: 'bytes', from: 5, to: 180, limit: 320e6 },
  { picture: 'open', trace: 'disk-append-diurnal', name: 'file size', unit: 'bytes', from: 20, to: 140, limit: 36e6 },
  {
    picture: 'near-miss',
    trace: 'queue-scale',
    name: 'orders waiting',
    unit: 'short',
    from: 10,
    to: 178,
    limit: 25_000,
  },
  { picture: 'season', trace: 'queue-grow', name: 'orders waiting', unit: 'short', from: 5, to: 150, limit: 12_000 },
  { picture: 'below-even', trace: 'disk-rotate', name: 'file size', unit: 'bytes', from: 20, to: 150, limit: 11.5e6 },
  { picture: 'refused', trace: 'jvm-deploy', name: 'JVM heap', unit: 'bytes', from: 5, to: 100, limit: 140e6 },
];

const SIZE = { width: 720, height: 240 };
const SECOND = 1000;

/** Six of our own traces with what the projection says of them, as the plugin draws and words it. */
export function projectionPictures(traces: string): Picture[] {
  return SUBJECTS.map((subject) => pictureOf(subject, pointsOf(`${traces}/lab-${subject.trace}.csv`)));
}

function pictureOf({ picture, name, unit, from, to, limit: value }: Subject, points: Points): Picture {
  const stretch = { from: from * SECOND, to: to * SECOND };
  const text = plainSpeech.value(value, unit);
  const limit: Limit = { value, direction: 'rising', unit, text, origin: 'typed' };
  const projection: Projection = projectStretch(points, stretch, value);
  const evidence = { series: [{ name, unit, ...points }], dropped: [] };
  const actedAt = stretch.to;
  // Seconds after the trace's start say more here than a clock would.
  const speech = { ...plainSpeech, time: (at: number) => `${Math.round(at / SECOND)} s` };
  return {
    picture,
    svg: storySvg({ evidence, stretch, limit, projection, actedAt }, SIZE, PAPER_COLOURS, speech),
    sentence: projectionSentence({ name, limit, projection, actedAt, stretch }, speech),
  };
}

interface Points {
  times: number[];
  values: number[];
}

function pointsOf(file: string): Points {
  const rows = readFileSync(file, 'utf8').trim().split('\n').slice(1);
  const cells = rows.map((row) => row.split(',').map(Number));
  return {
    times: cells.map(([seconds = NaN]) => Math.round(seconds * SECOND)),
    values: cells.map(([, value = NaN]) => value),
  };
}
