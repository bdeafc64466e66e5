import fc from 'fast-check';
import { deletion, type Deletion, SECONDS_TO_UNDO } from './useDeletion';

const FAILURE = { kind: 'forbidden', status: 403, detail: '' } as const;
const run = (actions: ReadonlyArray<'start' | 'tick' | 'undo'>, from: Deletion = { step: 'asking' }) =>
  actions.reduce<Deletion>((state, action) => deletion(state, { do: action }), from);

it('deletes after ten ticks and not one before', () => {
  const ticks = Array.from({ length: SECONDS_TO_UNDO }, () => 'tick' as const);
  expect(run(['start', ...ticks.slice(1)])).toEqual({ step: 'counting', left: 1 });
  expect(run(['start', ...ticks])).toEqual({ step: 'deleting' });
});

it('counts from ten again after an undo', () => {
  expect(run(['start', 'tick', 'tick', 'undo', 'start'])).toEqual({ step: 'counting', left: SECONDS_TO_UNDO });
});

it('is not undone once the request is under way', () => {
  expect(run(['undo'], { step: 'deleting' })).toEqual({ step: 'deleting' });
});

it('can start again after a refusal', () => {
  const refused = deletion({ step: 'deleting' }, { do: 'fail', failure: FAILURE });
  expect(refused).toEqual({ step: 'failed', failure: FAILURE });
  expect(run(['start'], refused)).toMatchObject({ step: 'counting' });
});

it('never deletes without a start and ten ticks in a row', () => {
  const actions = fc.array(fc.constantFrom('start', 'tick', 'undo'), { maxLength: 60 });
  fc.assert(
    fc.property(actions, (all) => {
      const marks = all.map((action) => action.slice(0, 1)).join('');
      if (run(all).step === 'deleting') {
        expect(marks).toMatch(new RegExp(`s(t){${SECONDS_TO_UNDO}}`));
      }
    })
  );
});
