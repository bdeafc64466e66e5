import { type NearMissRecord, SCHEMA_VERSION } from '../domain/record/record';
import { fieldsFrom, type FormValues } from './form/formValues';

/** A record that nobody has stored yet: what the form says, without a graph unless `over` brings one, and as recorded. */
export function newRecord(id: string, form: FormValues, over: Partial<NearMissRecord> = {}): NearMissRecord {
  return {
    version: SCHEMA_VERSION,
    id,
    ...fieldsFrom(form),
    series: '',
    stretch: null,
    limit: null,
    projection: null,
    status: 'recorded',
    outcome: '',
    sameAs: '',
    evidence: null,
    source: null,
    example: false,
    writtenBy: null,
    ...over,
  };
}
