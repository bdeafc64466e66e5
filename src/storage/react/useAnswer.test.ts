import { renderHook } from '@testing-library/react';
import { settle } from '../../testing/render/settle';
import type { Failure } from '../../grafana/outcome';
import { type Answer, type Load, useAnswer } from './useAnswer';

const DOWN: Failure = { kind: 'unavailable', status: 503, detail: 'down' };

interface Run {
  signal: AbortSignal;
  part: (value: string) => Promise<void>;
  whole: (value: string) => Promise<void>;
  fail: () => Promise<void>;
  crash: (error: unknown) => Promise<void>;
}

/** Something to read, each reading of which is answered by hand. */
function aSource() {
  const runs: Run[] = [];
  const load: Load<string> = (signal, onProgress) =>
    new Promise((resolve, reject) => {
      runs.push({
        signal,
        part: (value) => settle(() => onProgress(value)),
        whole: (value) => settle(() => resolve({ ok: true, value })),
        fail: () => settle(() => resolve({ ok: false, failure: DOWN })),
        crash: (error) => settle(() => reject(error)),
      });
    });
  const run = (at: number): Run => {
    const found = runs[at];
    if (!found) {
      throw new Error(`there is no reading ${at}`);
    }
    return found;
  };
  return { load, runs, run };
}

function show(load: Load<string>) {
  const frames: Array<Answer<string>> = [];
  const shown = renderHook(
    ({ of }) => {
      const answer = useAnswer(of);
      frames.push(answer);
      return answer;
    },
    { initialProps: { of: load } }
  );
  const now = () => shown.result.current;
  const again = () => {
    const answer = now();
    return settle(() => (answer.state === 'failed' ? answer.retry() : answer.refresh()));
  };
  return { ...shown, frames, now, again };
}

const again = expect.any(Function);
const loading = { state: 'loading', refresh: again };
const failedAs = (failure: Failure) => ({ state: 'failed', failure, retry: again });
const ready = (value: string, over: { refreshing?: boolean; failure?: Failure } = {}) => ({
  ...{ state: 'ready', value, refreshing: false, failure: undefined, refresh: again },
  ...over,
});

it('loads, then has the value', async () => {
  const { load, run, runs } = aSource();
  const { now } = show(load);
  expect(now()).toStrictEqual(loading);
  await run(0).whole('one');
  expect(now()).toStrictEqual(ready('one'));
  expect(runs).toHaveLength(1);
});

it('fails with the reason, and loads again when asked', async () => {
  const { load, run } = aSource();
  const { now, again: retry } = show(load);
  await run(0).fail();
  expect(now()).toStrictEqual(failedAs(DOWN));
  await retry();
  expect(now()).toStrictEqual(loading);
  await run(1).whole('one');
  expect(now()).toStrictEqual(ready('one'));
});

it('takes a reader that throws for an answer that cannot be read', async () => {
  const { load, run } = aSource();
  const { now } = show(load);
  await run(0).crash(new Error('no such thing'));
  expect(now()).toStrictEqual(failedAs({ kind: 'unreadable', status: 0, detail: 'Error: no such thing' }));
});

describe('a part that comes early', () => {
  it('shows until a larger one comes, then until the whole is there', async () => {
    const { load, run } = aSource();
    const { now } = show(load);
    await run(0).part('one');
    expect(now()).toStrictEqual(ready('one', { refreshing: true }));
    await run(0).part('one two');
    expect(now()).toStrictEqual(ready('one two', { refreshing: true }));
    await run(0).whole('one two three');
    expect(now()).toStrictEqual(ready('one two three'));
  });

  it('stays when the rest cannot be read, and gives way to a part of the next reading', async () => {
    const { load, run } = aSource();
    const { now, again: refresh } = show(load);
    await run(0).part('one');
    await run(0).fail();
    expect(now()).toStrictEqual(ready('one', { failure: DOWN }));
    await refresh();
    expect(now()).toStrictEqual(ready('one', { refreshing: true }));
    await run(1).part('uno');
    expect(now()).toStrictEqual(ready('uno', { refreshing: true }));
  });

  it('never takes the place of a whole', async () => {
    const { load, run } = aSource();
    const { now, again: refresh } = show(load);
    await run(0).part('one');
    await run(0).whole('one two');
    await refresh();
    await run(1).part('uno');
    expect(now()).toStrictEqual(ready('one two', { refreshing: true }));
    await run(1).whole('uno due');
    expect(now()).toStrictEqual(ready('uno due'));
  });

  it('never takes the place of an empty whole either', async () => {
    const { load, run } = aSource();
    const { now, again: refresh } = show(load);
    await run(0).whole('');
    await refresh();
    await run(1).part('one');
    expect(now()).toStrictEqual(ready('', { refreshing: true }));
  });
});

it('keeps the old value while refreshing and after a refresh that failed', async () => {
  const { load, run } = aSource();
  const { now, again: refresh } = show(load);
  await run(0).whole('one');
  await refresh();
  expect(now()).toStrictEqual(ready('one', { refreshing: true }));
  await run(1).fail();
  expect(now()).toStrictEqual(ready('one', { failure: DOWN }));
  await refresh();
  expect(now()).toStrictEqual(ready('one', { refreshing: true }));
  await run(2).whole('two');
  expect(now()).toStrictEqual(ready('two'));
});

it('stops the reading before when asked again, and lets nothing of it over what is newer', async () => {
  const { load, run } = aSource();
  const { now, again: refresh } = show(load);
  await refresh();
  expect([run(0).signal.aborted, run(1).signal.aborted]).toEqual([true, false]);
  await run(0).part('old');
  expect(now()).toStrictEqual(loading);
  await run(1).whole('new');
  await run(0).whole('old');
  expect(now()).toStrictEqual(ready('new'));
});

it('does not fail for a reading that was stopped', async () => {
  const { load, run } = aSource();
  const { now, again: refresh } = show(load);
  await refresh();
  await run(0).fail();
  expect(now()).toStrictEqual(loading);
  await run(1).whole('new');
  expect(now()).toStrictEqual(ready('new'));
});

describe('with another reader', () => {
  it('stops the first and never shows its value again, not for a frame', async () => {
    const [first, second] = [aSource(), aSource()];
    const { rerender, now, frames } = show(first.load);
    await first.run(0).whole('first');
    const before = frames.length;
    rerender({ of: second.load });
    expect(first.run(0).signal.aborted).toBe(true);
    expect(second.run(0).signal.aborted).toBe(false);
    await second.run(0).part('sec');
    await second.run(0).whole('second');
    expect(frames.length).toBeGreaterThan(before);
    expect(frames.slice(before).filter((frame) => frame.state === 'ready' && frame.value === 'first')).toEqual([]);
    expect(frames[before]).toStrictEqual(loading);
    expect(now()).toStrictEqual(ready('second'));
  });

  it('does not show what the first one brings late', async () => {
    const [first, second] = [aSource(), aSource()];
    const { rerender, now } = show(first.load);
    rerender({ of: second.load });
    await first.run(0).whole('first');
    expect(now()).toStrictEqual(loading);
  });

  it('fails without the value of the first', async () => {
    const [first, second] = [aSource(), aSource()];
    const { rerender, now } = show(first.load);
    await first.run(0).whole('first');
    rerender({ of: second.load });
    await second.run(0).fail();
    expect(now()).toStrictEqual(failedAs(DOWN));
  });

  it('shows its own first part although the first had a whole', async () => {
    const [first, second] = [aSource(), aSource()];
    const { rerender, now } = show(first.load);
    await first.run(0).whole('first');
    rerender({ of: second.load });
    await second.run(0).part('sec');
    expect(now()).toStrictEqual(ready('sec', { refreshing: true }));
  });

  it('reads only that one when asked again', async () => {
    const [first, second] = [aSource(), aSource()];
    const { rerender, again: refresh } = show(first.load);
    rerender({ of: second.load });
    await refresh();
    expect([first.runs.length, second.runs.length]).toEqual([1, 2]);
  });
});

it('reads once however often it is drawn', async () => {
  const { load, runs } = aSource();
  const { rerender } = show(load);
  rerender({ of: load });
  rerender({ of: load });
  expect(runs).toHaveLength(1);
});

it('stops when nobody looks any more', () => {
  const { load, run } = aSource();
  const { unmount } = show(load);
  expect(run(0).signal.aborted).toBe(false);
  unmount();
  expect(run(0).signal.aborted).toBe(true);
});
