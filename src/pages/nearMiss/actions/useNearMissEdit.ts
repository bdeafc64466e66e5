import { useMemo, useState } from 'react';
import { previewOf } from '../../../domain/fold/previewOf';
import type { NearMiss } from '../../../domain/fold/nearMiss';
import { fieldOf } from '../../../domain/json/fieldOf';
import { parseJson } from '../../../domain/json/parseJson';
import {
  type FrozenGraph,
  frozenGraphOf,
  graphFields,
  type GraphChoice,
  readGraphChoice,
} from '../../../recording/graph/frozenGraph';
import { fieldsFrom, type FormValues, readFormValues, valuesFrom } from '../../../recording/form/formValues';
import { type Unfinished, useUnfinished } from '../../../storage/react/useUnfinished';
import type { FieldSet, PageModel } from '../model/PageModel';
import { changedFields, touchedText } from './changedFields';

export interface NearMissEdit {
  /** As the reader saw it when the form opened. */
  nearMiss: NearMiss;
  values: FormValues;
  /** null where there is no graph to correct. */
  correction: { graph: FrozenGraph; choice: GraphChoice; preview: NearMiss } | null;
  /** What of it differs from what was seen. */
  set: FieldSet;
  edit: (part: Partial<FormValues>) => void;
  correct: (choice: GraphChoice) => void;
  unfinished: Unfinished;
}

type EditValues = FormValues & { graph: GraphChoice | null };

/** What is edited of a near miss, words and graph, kept until it is saved. */
export function useNearMissEdit({ file }: PageModel): NearMissEdit {
  // What the reader saw when the form opened: a change made meanwhile by somebody else must become a conflict, not be undone.
  const [{ nearMiss, stored }] = useState(file);
  const unfinished = useUnfinished(nearMiss.id, 'edit');
  const graph = useMemo(() => frozenGraphOf(nearMiss, stored.record.record), [nearMiss, stored]);
  const kept = useMemo(() => parseJson(unfinished.text), [unfinished.text]);
  const shown: EditValues = { ...valuesFrom(nearMiss), graph: graph?.shown ?? null };
  const form = readFormValues(kept, shown);
  const choice = useMemo(() => graph && readGraphChoice(fieldOf(kept, 'graph'), graph), [kept, graph]);
  const ofGraph = useMemo(() => (graph && choice ? graphFields(graph, choice) : {}), [graph, choice]);
  const { actedAt } = form;
  const preview = useMemo(() => previewOf(stored, { ...ofGraph, actedAt }), [stored, ofGraph, actedAt]);
  const put = (part: Partial<EditValues>) =>
    unfinished.setText(touchedText(shown, { ...form, graph: choice, ...part }));
  return {
    nearMiss,
    values: form,
    correction: graph && choice && { graph, choice, preview },
    set: { ...changedFields(nearMiss, fieldsFrom(form)), ...ofGraph },
    edit: put,
    correct: (next) => {
      // It was acted on at the end of the stretch, for want of better knowledge, until somebody says otherwise.
      const follows = choice?.stretch.to === actedAt;
      put({ graph: next, ...(follows ? { actedAt: next.stretch.to } : {}) });
    },
    unfinished,
  };
}
