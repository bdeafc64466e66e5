import { aChange, anAnnotation, anEntry, aNearMiss, aRecord } from '../../testing/builders/builders';
import type { NewAnnotation } from './annotation';
import { decode } from './decode';
import { encodeChange } from './encodeChange';
import { encodeEntry } from './encodeEntry';
import { encodeLate } from './encodeLate';
import { encodeMarker } from './encodeMarker';
import { encodeRecord } from './encodeRecord';
import { readPayload, writePayload } from './payload';

const of = aNearMiss();
const record = encodeRecord(aRecord(), of.place, '/nm');
const readAt = (annotation: NewAnnotation | null, at: number) =>
  decode({ ...anAnnotation(), ...annotation, time: at, timeEnd: at });
const timesIn = (annotation: NewAnnotation | null) => {
  const found = readPayload(annotation?.text ?? '');
  return found.found === 'payload' ? found.payload.times : undefined;
};

it.each([
  ['record', record],
  ['change', encodeChange(aChange(), of, '/nm')],
  ['entry', encodeEntry(anEntry(), of, '/nm')],
])('a %s leaves its time to Grafana and keeps its own in the payload', (_, annotation) => {
  const late = encodeLate(annotation);
  expect(late).toMatchObject({ time: 0, timeEnd: 0, tags: annotation.tags });
  expect(timesIn(late)).toEqual({ from: annotation.time, to: annotation.timeEnd });
  expect(late?.text.split('<!--')[0]).toBe(annotation.text.split('<!--')[0]);
});

it('reads as it would at its own times', () => {
  const [here, late] = [readAt(record, record.timeEnd), readAt(encodeLate(record), 9e12)];
  expect(late).toEqual({ ...here, annotation: expect.anything() });
});

it('keeps the moment of acting of a record that only its annotation told', () => {
  const text = `By a job.\n${writePayload({ what: 'record', version: 1, id: 'job-1' })}`;
  const late = encodeLate({ time: 5, timeEnd: 7, text, tags: ['near-miss'] });
  expect(readAt(late, 9e12)).toMatchObject({ record: { actedAt: 7 }, unreadParts: [] });
});

it('keeps the times that are there where a copy comes late again', () => {
  expect(timesIn(encodeLate({ ...(encodeLate(record) ?? record), time: 1, timeEnd: 2 }))).toEqual({
    from: record.time,
    to: record.timeEnd,
  });
});

it.each([
  ['a marker', encodeMarker(aRecord(), '/nm')?.text ?? ''],
  ['a draft', 'only words'],
  ['a test', `x\n${writePayload({ what: 'self-test' })}`],
  ['a marker with a payload', `x\n${writePayload({ what: 'marker', id: 'a' })}`],
  ['what is cut off', '<!--near-miss {"what":'],
])('%s is not written late', (_, text) => {
  expect(encodeLate({ time: 5, timeEnd: 7, text, tags: [] })).toBeNull();
});
