import fc from 'fast-check';
import { type FormValues, readFormValues, valuesFrom } from '../../../recording/form/formValues';
import { KINDS, SAVED_BY } from '../../../domain/record/record';
import { aNearMiss } from '../../../testing/builders/builders';
import { parseJson } from '../../../domain/json/parseJson';
import { touchedText } from './changedFields';

const SHOWN = valuesFrom(aNearMiss());

const anyValues = fc.record<FormValues>({
  kind: fc.constantFrom(...KINDS),
  title: fc.string(),
  almost: fc.string(),
  savedBy: fc.subarray([...SAVED_BY]),
  savedHow: fc.string(),
  cue: fc.string(),
  noticedAt: fc.option(fc.integer({ min: 1 })),
  sure: fc.array(fc.integer({ min: 1 })),
  action: fc.string(),
  actedAt: fc.integer({ min: 1 }),
  team: fc.string(),
  services: fc.string(),
  links: fc.string(),
  recordedFor: fc.string(),
});

it('gives back whatever was typed', () => {
  fc.assert(
    fc.property(anyValues, (values) => {
      expect(readFormValues(parseJson(touchedText(SHOWN, values)), SHOWN)).toEqual(values);
    })
  );
});

it('keeps only what was touched, so that a change by others to another field shows', () => {
  const kept = touchedText(SHOWN, { ...SHOWN, cue: 'No dips.' });
  expect(readFormValues(parseJson(kept), { ...SHOWN, title: 'Changed by ben' })).toMatchObject({
    cue: 'No dips.',
    title: 'Changed by ben',
  });
});

it('keeps nothing once all is as it was', () => {
  expect(touchedText(SHOWN, { ...SHOWN })).toBe('');
});
