import { emptyValues, type FormValues } from '../../recording/form/formValues';
import type { NearMissRecord, Source } from '../../domain/record/record';
import type { PanelModel } from '../../grafana/panelModel';
import type { Draft } from '../../domain/codec/decoded';
import { rangeAroundDraft } from '../../components/words/address';
import { plainText } from '../../domain/text/html';

/** What the draft says already: its words, its end as the moment of acting, team and services from tags like `team:payments`. */
export function formFromDraft(draft: Draft): FormValues {
  const tagged = (key: string) =>
    draft.tags.flatMap((tag) => (tag.startsWith(`${key}:`) ? [tag.slice(key.length + 1)] : []));
  return {
    ...emptyValues(draft.dashboardUid ? 'trend' : 'other', draft.timeEnd),
    almost: plainText(draft.text),
    team: tagged('team')[0] ?? '',
    services: tagged('service').join(', '),
  };
}

/** What goes with the form. There is no evidence: the values of the graph cannot be read here. */
export function graphFromDraft(draft: Draft, panel: PanelModel | null): Pick<NearMissRecord, 'stretch' | 'source'> {
  return {
    stretch: draft.timeEnd > draft.time ? { from: draft.time, to: draft.timeEnd } : null,
    source: panel && sourceOf(draft, panel),
  };
}

function sourceOf(draft: Draft, { title, dashboardTitle }: PanelModel): Source {
  return {
    dashboardUid: draft.dashboardUid,
    dashboardTitle,
    panelId: draft.panelId,
    panelTitle: title,
    series: '',
    queries: [],
    variables: {},
    dataSource: '',
    range: rangeAroundDraft(draft),
  };
}
