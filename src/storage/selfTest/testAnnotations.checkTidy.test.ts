import { FORBIDDEN } from '../../testing/stages/storeStage';
import { checkTidy } from './testAnnotations';

const CLEAN = { removed: 0, left: [], failure: null };

it('is fine where nothing is left, whatever an earlier run had left', () => {
  const before = { removed: 3, left: [7], failure: FORBIDDEN };
  expect(checkTidy(before, { ...CLEAN, removed: 5 })).toEqual({
    ...{ check: 'tidy', state: 'ok', repair: null },
    facts: { leftBefore: 3, left: [], failure: null },
  });
});

it('is wrong where something is left, and not known where nobody could look', () => {
  expect(checkTidy(CLEAN, { removed: 0, left: [7], failure: FORBIDDEN })).toMatchObject({
    state: 'bad',
    facts: { left: [7], failure: FORBIDDEN },
  });
  expect(checkTidy(CLEAN, { ...CLEAN, failure: FORBIDDEN })).toMatchObject({
    state: 'unknown',
    facts: { left: [], failure: FORBIDDEN },
  });
});
