import { aRecord } from '../testing/builders/builders';
import { eachOnItsOwnPage, outboxStage } from '../testing/stages/outboxStage';
import { renderOver } from '../testing/render/renderOver';
import { settle } from '../testing/render/settle';
import type { Place } from '../domain/record/place';
import type { NearMissRecord } from '../domain/record/record';
import { useRecording } from './useRecording';

const ORGANIZATION: Place = { kind: 'organization' };
const RECORD = aRecord({ id: 'near-miss-01', source: null });

eachOnItsOwnPage(1_790_000_000_000);

async function open(tooLong = 0) {
  const stage = await outboxStage();
  const recorded = jest.fn();
  const typed = { tooLong };
  const { result, rerender } = renderOver(
    () => useRecording({ id: RECORD.id, subject: 'a-panel', draftId: null, ...typed, onRecorded: recorded }),
    stage
  );
  const posts = () => stage.port.calls().filter((method) => method === 'post').length;
  const before = posts();
  return {
    ...stage,
    recorded,
    type: (characters: number) => {
      typed.tooLong = characters;
      rerender();
    },
    posts: () => posts() - before,
    state: () => result.current.state,
    save: (record: NearMissRecord = RECORD) => settle(() => result.current.save(record, ORGANIZATION)),
    saveAgain: () => settle(() => result.current.saveAgain(RECORD, ORGANIZATION)),
  };
}

it('tells once that Grafana has it, with what was recorded', async () => {
  const { state, save, recorded, posts } = await open();
  expect(state()).toEqual({ phase: 'idle' });
  await save();
  expect(state()).toMatchObject({ phase: 'recorded', record: RECORD, recorded: { marker: null } });
  expect([recorded.mock.calls.length, posts()]).toEqual([1, 1]);
});

it('says by how much it is too long before anything is sent, and saves what was shortened', async () => {
  const { state, save, type, recorded, posts } = await open(4_000);
  expect(state()).toEqual({ phase: 'too-long', characters: 4_000 });
  await save();
  expect(state()).toEqual({ phase: 'too-long', characters: 4_000 });
  expect([recorded.mock.calls.length, posts()]).toEqual([0, 0]);
  type(0);
  await save();
  expect(state()).toMatchObject({ phase: 'recorded' });
});

it('is not recorded where Grafana refuses, and can be sent again', async () => {
  const { state, save, failNext, recorded } = await open();
  failNext('forbidden');
  await save();
  expect(state()).toMatchObject({ phase: 'failed', failure: { kind: 'forbidden' } });
  expect(recorded).not.toHaveBeenCalled();
  await save();
  expect(state()).toMatchObject({ phase: 'recorded' });
});

it('waits while nobody is signed in, and tells later that Grafana has it', async () => {
  const { state, save, saveAgain, failNext, recorded, posts } = await open();
  failNext('unauthorized');
  await save();
  expect(state()).toMatchObject({ phase: 'queued', sending: { state: { is: 'queued', keptIn: 'browser' } } });
  expect([recorded.mock.calls.length, posts()]).toEqual([0, 0]);
  await saveAgain();
  expect(state()).toMatchObject({ phase: 'recorded' });
  expect([recorded.mock.calls.length, posts()]).toEqual([1, 1]);
});
