import { fieldsFrom, type FormValues } from '../../recording/form/formValues';
import { type NearMissRecord, SCHEMA_VERSION } from '../../domain/record/record';

/** The record of a near miss that no graph shows. */
export function recordWithoutGraph(id: string, form: FormValues): NearMissRecord {
  return {
    version: SCHEMA_VERSION,
    id,
    ...fieldsFrom(form),
    limit: null,
    projection: null,
    status: 'recorded',
    outcome: '',
    sameAs: '',
    stretch: null,
    evidence: null,
    source: null,
    example: false,
    writtenBy: null,
  };
}
