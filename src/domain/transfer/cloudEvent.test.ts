import Ajv2020 from 'ajv/dist/2020';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { someRecord } from '../../testing/builders/arbitraries';
import { aHistoryItem, anAuthor, aNearMiss, aNearMissWithoutGraph } from '../../testing/builders/builders';
import { cloudEventOf } from './cloudEvent';

const ORIGIN = { grafana: 'https://grafana.example/', organization: 1 };

const text = { type: 'string', minLength: 1 };
/** CloudEvents 1.0.2, JSON format: what an event must and may hold, and that an attribute is never empty or null. */
const CLOUD_EVENT = {
  type: 'object',
  required: ['specversion', 'id', 'source', 'type'],
  properties: {
    specversion: { const: '1.0' },
    id: text,
    source: { ...text, pattern: '^[^\\s<>"{}|\\\\^`]+$' },
    type: text,
    subject: text,
    time: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$' },
    datacontenttype: { const: 'application/json' },
    data: { type: 'object', required: ['actuality'], properties: { actuality: { const: 'potential' } } },
  },
  additionalProperties: false,
};
const exported = JSON.parse(readFileSync('docs/near-miss-export.schema.json', 'utf8'));

const ajv = new Ajv2020({ strict: false });
const isCloudEvent = ajv.compile(CLOUD_EVENT);
const hasExportedFields = ajv.compile({ $defs: exported.$defs, $ref: '#/$defs/fields' });

it('is the example of the page that maps it', () => {
  const page = readFileSync('docs/cloudevents.md', 'utf8');
  const [, example = ''] = /```json\n(.*?)```/s.exec(page) ?? [];
  const closed = { status: 'closed', outcome: 'The queue pages at 15,000 now.' } as const;
  const history = [aHistoryItem({ set: closed })];
  expect(cloudEventOf(aNearMiss({ ...closed, history }), ORIGIN)).toEqual(JSON.parse(example));
});

it('has another id after each change, so that the newer one is no repeat', () => {
  const ids = [[], [aHistoryItem()], [aHistoryItem(), aHistoryItem({ changeId: 'change-2-abc' })]].map(
    (history) => cloudEventOf(aNearMiss({ history }), ORIGIN).id
  );
  expect(ids).toEqual(['queue-1-abcd', 'queue-1-abcd.change-1-abc', 'queue-1-abcd.change-2-abc']);
});

it.each([
  ['its first service', { services: ['checkout', 'cart'] }, 'checkout'],
  ['its team without one', { services: [] }, 'payments'],
  ['nothing without either', { services: [], team: '' }, undefined],
])('has as subject %s', (_what, over, subject) => {
  expect(cloudEventOf(aNearMiss(over), ORIGIN).subject).toBe(subject);
});

it.each([9e15, Date.UTC(10_000, 0, 1), Date.UTC(-1, 0, 1)])(
  'leaves out the time %s, which RFC 3339 cannot write',
  (at) => {
    expect(cloudEventOf(aNearMiss({ actedAt: at }), ORIGIN)).not.toHaveProperty('time');
  }
);

it('names no person, and holds neither query nor points', () => {
  const nearMiss = aNearMiss({
    recordedFor: 'Berta Beispiel',
    writtenBy: { login: 'carla', at: 1 },
    author: anAuthor({ login: 'dora' }),
    history: [aHistoryItem({ author: anAuthor({ login: 'emil' }) })],
  });
  const said = JSON.stringify(cloudEventOf(nearMiss, ORIGIN));
  expect(said).not.toMatch(/Berta|carla|dora|emil|scenarioId|evidence/);
});

it('has no graph where the near miss has none', () => {
  expect(cloudEventOf(aNearMissWithoutGraph(), ORIGIN).data).toMatchObject({
    stretch: null,
    limit: null,
    source: null,
  });
});

it('never speaks of an incident', () => {
  expect(cloudEventOf(aNearMiss(), ORIGIN).type).toBe('nearmiss.recorded.v1');
});

it('is a CloudEvent with the fields of an export, whatever was typed', () => {
  fc.assert(
    fc.property(someRecord, (record) => {
      const event: unknown = JSON.parse(JSON.stringify(cloudEventOf({ ...aNearMiss(), ...record }, ORIGIN)));
      expect([isCloudEvent(event), isCloudEvent.errors]).toEqual([true, null]);
      const { data } = event as { data: unknown };
      expect([hasExportedFields(data), hasExportedFields.errors]).toEqual([true, null]);
    })
  );
});
