import { renderHook } from '@testing-library/react';
import type { MoveOptions, MoveResult } from '../../../storage/transfer/moveNearMisses';
import { settle } from '../../../testing/render/settle';
import { type MoveChoice, useMove } from './useMove';

const CHOICE: MoveChoice = {
  from: { kind: 'organization' },
  to: { kind: 'journal', dashboardUid: 'journal' },
  team: '',
};
const MOVED: MoveResult = { moved: 2, notMoved: [], stopped: null };

/** A move that goes on until the test ends it. */
function open() {
  const runs: Array<{ options: MoveOptions; end: (result: MoveResult) => void }> = [];
  const ended = jest.fn();
  const move = (options: MoveOptions) => new Promise<MoveResult>((end) => void runs.push({ options, end }));
  const { result, unmount } = renderHook(() => useMove(move, ended));
  return {
    ...{ runs, ended, unmount },
    state: () => result.current.state,
    start: () => settle(() => void result.current.start(CHOICE)),
    stop: () => settle(() => result.current.stop()),
  };
}

it('says how far it is, then what came of the choice', async () => {
  const { runs, state, start, ended } = open();
  expect(state()).toEqual({ is: 'idle' });
  await start();
  expect(state()).toEqual({ is: 'running', handled: 0, total: 0 });
  expect(runs[0]?.options).toMatchObject(CHOICE);
  await settle(() => runs[0]?.options.onProgress?.(1, 2));
  expect(state()).toEqual({ is: 'running', handled: 1, total: 2 });
  expect(ended).not.toHaveBeenCalled();
  await settle(() => runs[0]?.end(MOVED));
  expect(state()).toEqual({ is: 'ended', choice: CHOICE, result: MOVED });
  expect(ended).toHaveBeenCalledTimes(1);
});

it('runs one at a time, and the same choice again afterwards', async () => {
  const { runs, start } = open();
  await start();
  await start();
  expect(runs).toHaveLength(1);
  await settle(() => runs[0]?.end(MOVED));
  await start();
  expect(runs).toHaveLength(2);
});

it.each(['stop', 'unmount'] as const)('ends the run, which tells what was moved until then: %s', async (way) => {
  const page = open();
  await page.start();
  expect(page.runs[0]?.options.signal?.aborted).toBe(false);
  await settle(page[way]);
  expect(page.runs[0]?.options.signal?.aborted).toBe(true);
});
