import { emptyValues } from './form/formValues';
import { recordFormReducer, startRecordForm } from './recordFormReducer';

const START = { id: 'near-miss-01', form: emptyValues('trend', 1_000) };
const ORGANIZATION = { kind: 'organization' } as const;
const fresh = startRecordForm(START);
const typed = recordFormReducer(fresh, { type: 'form', part: { cue: 'no dips' } });

it('is worth keeping once a person typed or chose, not before', () => {
  expect(fresh.changed).toBe(false);
  expect(typed).toMatchObject({ changed: true, form: { ...START.form, cue: 'no dips' } });
  expect(recordFormReducer(fresh, { type: 'place', place: ORGANIZATION })).toMatchObject({
    ...{ changed: true, chosenPlace: ORGANIZATION, form: START.form },
  });
});

it('shows what was kept under its own id, and takes over the kept one only when told to', () => {
  const restored = recordFormReducer(typed, { type: 'restore', form: START.form });
  expect(restored).toMatchObject({ id: START.id, form: { cue: '' }, changed: false });
  expect(recordFormReducer(restored, { type: 'adopt', id: 'near-miss-02' })).toEqual({
    ...restored,
    id: 'near-miss-02',
  });
});

it('begins anew with nothing chosen', () => {
  const chosen = recordFormReducer(typed, { type: 'place', place: ORGANIZATION });
  const start = { ...START, id: 'near-miss-03' };
  expect(recordFormReducer(chosen, { type: 'restart', start })).toEqual(startRecordForm(start));
});
