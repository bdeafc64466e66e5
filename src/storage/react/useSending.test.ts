import { anotherTab, answering, eachOnItsOwnPage, FORM, outboxStage } from '../../testing/stages/outboxStage';
import { renderOver } from '../../testing/render/renderOver';
import { settle } from '../../testing/render/settle';
import type { Recorded } from '../store/nearMissStore';
import type { QueuedWrite } from '../store/queuedWrite';
import { useOutbox } from './useOutbox';
import { useSending } from './useSending';

const NOW = 1_790_000_000_000;
const ONE = answering('entry-1');
const TWO = answering('entry-2');

eachOnItsOwnPage(NOW);

type Stage = Awaited<ReturnType<typeof outboxStage>>;
type Options = Parameters<typeof useSending>[0];

/** The form whose answer is looked at, next to another one on the same page. */
function open(stage: Stage, { over = {}, beside = {} }: { over?: Partial<Options>; beside?: Partial<Options> } = {}) {
  const through: Array<[Recorded, QueuedWrite]> = [];
  const takenBack: QueuedWrite[] = [];
  const callbacks = {
    onWritten: (...told: [Recorded, QueuedWrite]) => void through.push(told),
    onTakenBack: (write: QueuedWrite) => takenBack.push(write),
  };
  const shown = renderOver(
    () => ({
      mine: useSending({ ...FORM, ...callbacks, ...over }),
      other: useSending({ ...FORM, field: 'q2', ...beside }),
      outbox: useOutbox(),
    }),
    stage
  );
  const mine = () => shown.result.current.mine;
  const other = () => shown.result.current.other;
  return {
    ...{ through, takenBack, mine, other, outbox: () => shown.result.current.outbox },
    send: (write = ONE) => settle(() => mine().send(write)),
    retryNow: () => settle(() => mine().retryNow()),
    takeBack: () => settle(() => mine().takeBack()),
  };
}

/** Grafana's next answers wait until they are let through. */
function hold({ port }: Stage) {
  let open = () => {};
  const gate = new Promise<void>((resolve) => (open = resolve));
  port.delay(() => gate);
  return () => {
    port.delay(async () => {});
    return settle(open);
  };
}

const failure = (kind: string) => ({ kind, status: 0, detail: 'on purpose' });
const queued = (over: object = {}) => ({
  ...{ is: 'queued', refused: false, trying: false, failure: failure('unauthorized'), keptIn: 'browser', write: ONE },
  ...over,
});
const idle = { is: 'idle' };
const refused = { is: 'failed', failure: failure('forbidden') };

describe('a form that sends', () => {
  it('saves, then is as it was, and tells once what got through', async () => {
    const stage = await outboxStage();
    const letThrough = hold(stage);
    const { send, mine, through } = open(stage);
    expect(mine().state).toEqual(idle);
    await send();
    expect(mine().state).toEqual({ is: 'saving' });
    expect(through).toEqual([]);
    await letThrough();
    expect(mine().state).toEqual(idle);
    expect(through).toEqual([[{ annotationId: 2, marker: null }, ONE]]);
  });

  it('is told of a refusal, and nothing waits', async () => {
    const stage = await outboxStage();
    stage.failNext('forbidden');
    const { send, mine, through, outbox } = open(stage);
    await send();
    expect(mine().state).toEqual(refused);
    expect(outbox().queued()).toEqual([]);
    expect(through).toEqual([]);
  });

  it('waits when nobody knows whether Grafana has it, and is done when it has', async () => {
    const stage = await outboxStage();
    stage.failNext('unauthorized');
    const { send, mine, retryNow, through } = open(stage);
    await send();
    expect(mine().state).toEqual(queued());
    await retryNow();
    expect(mine().state).toEqual(idle);
    expect(through).toEqual([[{ annotationId: 2, marker: null }, ONE]]);
  });

  it('says while it waits that it is being tried', async () => {
    const stage = await outboxStage();
    stage.failNext('unauthorized');
    const { send, mine, retryNow } = open(stage);
    await send();
    const letThrough = hold(stage);
    await retryNow();
    expect(mine().state).toEqual(queued({ trying: true }));
    await letThrough();
    expect(mine().state).toEqual(idle);
  });

  it('says when a later attempt was refused, and tries that again when asked', async () => {
    const stage = await outboxStage();
    stage.failNext('unauthorized');
    stage.failNext('forbidden');
    const { send, mine, retryNow } = open(stage);
    await send();
    await retryNow();
    expect(mine().state).toEqual(queued({ refused: true, failure: failure('forbidden') }));
    await retryNow();
    expect(mine().state).toEqual(idle);
  });

  it('says when the browser cannot keep what waits', async () => {
    const setItem = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const stage = await outboxStage();
    stage.failNext('unauthorized');
    const { send, mine } = open(stage);
    await send();
    setItem.mockRestore();
    expect(mine().state).toEqual(queued({ keptIn: 'memory' }));
  });

  it('finds what an earlier page left waiting, of which nobody knows why yet', async () => {
    const stage = await outboxStage();
    const { mine } = open(stage);
    anotherTab().keep(ONE, NOW);
    await settle(() => window.dispatchEvent(new Event('storage')));
    expect(mine().state).toEqual(queued({ failure: null }));
  });

  it('begins nothing else while one is saving or waits', async () => {
    const stage = await outboxStage();
    const letThrough = hold(stage);
    const { send, outbox } = open(stage);
    await send();
    await send(TWO);
    expect(
      outbox()
        .queued()
        .map(({ id }) => id)
    ).toEqual(['entry-1']);
    await letThrough();
    expect(stage.port.stored()).toHaveLength(2);
    await send(TWO);
    expect(stage.port.stored()).toHaveLength(3);
  });
});

describe('after a refusal', () => {
  it('shows the next attempt, and not the refusal when that is taken back', async () => {
    const stage = await outboxStage();
    stage.failNext('forbidden');
    const { send, mine, takeBack } = open(stage);
    await send();
    const letThrough = hold(stage);
    await send();
    expect(mine().state).toEqual({ is: 'saving' });
    await takeBack();
    expect(mine().state).toEqual(idle);
    await letThrough();
    expect(mine().state).toEqual(idle);
  });

  it('is as it was when the next attempt gets through', async () => {
    const stage = await outboxStage();
    stage.failNext('forbidden');
    const { send, mine } = open(stage);
    await send();
    await send();
    expect(mine().state).toEqual(idle);
  });

  it('shows it although something of another form waits', async () => {
    const stage = await outboxStage();
    stage.failNext('unauthorized');
    const { send, mine, other } = open(stage);
    await settle(() => other().send(TWO));
    stage.failNext('forbidden');
    await send();
    expect(mine().state).toEqual(refused);
    expect(other().state).toEqual(queued({ write: TWO }));
  });
});

describe('taking back', () => {
  it('gives the write to the form, and leaves nothing to be sent', async () => {
    const stage = await outboxStage();
    stage.failNext('unauthorized');
    const { send, mine, takeBack, takenBack, through } = open(stage);
    await send();
    await takeBack();
    expect(mine().state).toEqual(idle);
    expect(takenBack).toEqual([ONE]);
    expect(window.localStorage).toHaveLength(0);
    await jest.advanceTimersByTimeAsync(600_000);
    expect(through).toEqual([]);
    expect(stage.port.stored()).toHaveLength(1);
  });

  it('takes back only what is the form’s own', async () => {
    const stage = await outboxStage();
    stage.failNext('unauthorized', 2);
    const { send, other, takeBack } = open(stage);
    await settle(() => other().send(TWO));
    await send();
    await takeBack();
    expect(other().state).toEqual(queued({ write: TWO }));
  });

  it('does nothing when nothing waits', async () => {
    const { takeBack, takenBack, mine } = open(await outboxStage());
    await takeBack();
    expect(takenBack).toEqual([]);
    expect(mine().state).toEqual(idle);
  });
});

describe('a form that asks to be told nothing', () => {
  const silent = { over: { onWritten: undefined, onTakenBack: undefined } };

  it('sends', async () => {
    const stage = await outboxStage();
    const { send, mine } = open(stage, silent);
    await send();
    expect(mine().state).toEqual(idle);
    expect(stage.port.stored()).toHaveLength(2);
  });

  it('takes back', async () => {
    const stage = await outboxStage();
    stage.failNext('unauthorized');
    const { send, mine, takeBack } = open(stage, silent);
    await send();
    await takeBack();
    expect(mine().state).toEqual(idle);
  });
});

describe('of several forms', () => {
  it.each([
    ['another field', { field: 'q2' }],
    ['another near miss', { field: FORM.field, subject: 'near-miss-02' }],
    ['another write of the same form', { field: FORM.field, id: 'entry-2' }],
  ])('none shows or is told of what belongs to %s', async (_, beside) => {
    const stage = await outboxStage();
    const told: string[] = [];
    const { send, other, retryNow, through } = open(stage, {
      beside: { ...beside, onWritten: () => told.push('through') },
    });
    stage.failNext('unauthorized');
    await send();
    expect(other().state).toEqual(idle);
    await retryNow();
    expect(through).toHaveLength(1);
    expect(told).toEqual([]);
  });

  it('each that shows the same write is told of it', async () => {
    const stage = await outboxStage();
    const told: QueuedWrite[] = [];
    const onWritten = (_: Recorded, write: QueuedWrite) => void told.push(write);
    const { send, other, retryNow } = open(stage, { beside: { field: FORM.field, id: 'entry-1', onWritten } });
    stage.failNext('unauthorized');
    await send();
    expect(other().state).toEqual(queued());
    await retryNow();
    expect(told).toEqual([ONE]);
  });
});
