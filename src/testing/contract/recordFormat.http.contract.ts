import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { decode } from '../../domain/codec/decode';
import { byNearMiss } from '../../domain/fold/byNearMiss';
import { grafanaUnderTest } from '../hosts/grafanaUnderTest';
import { nodeSend } from '../grafana/nodeSend';
import { valueIn } from '../grafana/valueIn';
import { createNearMissStore } from '../../storage/store/createNearMissStore';
import { fieldOf } from '../../domain/json/fieldOf';
import { httpAnnotations } from '../../storage/annotations/httpAnnotations';
import { decodedOf } from '../../domain/codec/decoded';

const { url, admin } = grafanaUnderTest;
const port = httpAnnotations(nodeSend(url, admin));
const examples = [...readFileSync('docs/record-format.md', 'utf8').matchAll(/^```sh\n([^]*?)^```$/gm)].map(
  ([, script = '']) => script
);

function run(script: string): unknown {
  const env = { ...process.env, GRAFANA_URL: url, GRAFANA_LOGIN: admin, NO_PROXY: '*' };
  const answer: unknown = JSON.parse(execFileSync('sh', ['-euc', script], { env, encoding: 'utf8' }));
  return answer;
}

describe(`the examples of docs/record-format.md on ${url}`, () => {
  const written: number[] = [];
  const write = (script: string) => {
    const id = Number(fieldOf(run(script), 'id'));
    written.push(id);
    return id;
  };
  const draft = examples.find((script) => script.includes("-d '{")) ?? '';
  const record = examples.find((script) => script.includes('near-miss {')) ?? '';
  const reading = examples.find((script) => script.includes('matchAny')) ?? '';

  afterAll(async () => {
    for (const id of written) {
      valueIn(await port.remove(id));
    }
  });

  it('are all run here', () => {
    expect([draft, record, reading].filter(Boolean).sort()).toEqual([...examples].sort());
  });

  it('a CI job leaves a draft', async () => {
    const id = write(draft);
    const [found] = decodedOf([decode(valueIn(await port.get(id)))], 'draft');
    expect(found?.draft).toMatchObject({ annotationId: id, text: expect.stringContaining('Release held back') });
    expect(found?.draft.time).toBeGreaterThan(Date.now() - 60_000);
  });

  it('a CI job writes a whole record, which the store lists and reads', async () => {
    const id = write(record);
    const [found] = decodedOf([decode(valueIn(await port.get(id)))], 'record');
    expect(found).toMatchObject({
      unreadParts: [],
      record: { kind: 'change', savedBy: ['automation'], status: 'recorded' },
    });
    const store = createNearMissStore(port, { link: () => '' });
    const { nearMiss } = valueIn(await store.read(found?.record.id ?? ''));
    expect(nearMiss).toMatchObject({ title: 'Migration without its index', team: 'payments', readOnly: null });
    expect(nearMiss.actedAt).toBe(found?.annotation.timeEnd);
  });

  it('each run of the job is another near miss', () => {
    const ids = [write(record), write(record)];
    const answer = run(reading);
    const decoded = (Array.isArray(answer) ? answer : []).map(decode);
    const { whole, leftOut } = byNearMiss(decoded);
    const made = whole.filter(({ nearMiss }) => ids.includes(nearMiss.annotationId));
    expect(new Set(made.map(({ nearMiss }) => nearMiss.id)).size).toBe(2);
    expect(leftOut.filter(({ annotationId }) => ids.includes(annotationId))).toEqual([]);
  });
});
