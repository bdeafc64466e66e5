import { memorySend } from '../../testing/grafana/memorySend';
import { eachOnItsOwnPage } from '../../testing/stages/outboxStage';
import { compose } from './compose';

eachOnItsOwnPage(1_790_000_000_000);

const OLD = 'resilience-nearmiss/unfinished/7/ola/near-miss-01/cue';

it('neither asks nor listens nor removes anything until it begins', () => {
  const listening = jest.spyOn(window, 'addEventListener');
  window.localStorage.setItem(OLD, '{"text":"of last year","at":1}');
  const send = memorySend({});
  compose(send);
  expect(listening).not.toHaveBeenCalled();
  expect(send.asked).toEqual([]);
  expect(window.localStorage).toHaveLength(1);
});

it('begins once, however many ask for it', () => {
  const { begin } = compose(memorySend({}));
  const listening = jest.spyOn(window, 'addEventListener');
  begin();
  begin();
  expect(listening.mock.calls.map(([type]) => type)).toEqual(['online', 'storage', 'pagehide']);
});
