import { emptyValues, type FormValues } from '../../recording/form/formValues';
import type { NearMissRecord, Source } from '../../domain/record/record';
import type { PanelModel } from '../../grafana/panelModel';
import { oddMoment } from '../../domain/record/oddMoment';
import type { Draft } from '../../domain/codec/decoded';
import { rangeAroundDraft } from '../../components/words/address';
import { nameList } from '../../domain/text/nameList';
import { plainText } from '../../domain/text/html';

/** What the draft says already: its words, its end as the moment of acting, team and services from tags like `team:payments`. */
export function formFromDraft(draft: Draft): FormValues {
  const tagged = (key: string) =>
    draft.tags.flatMap((tag) => (tag.startsWith(`${key}:`) ? [tag.slice(key.length + 1)] : []));
  return {
    ...emptyValues(draft.dashboardUid ? 'trend' : 'other', draft.timeEnd),
    almost: plainText(draft.text),
    team: tagged('team')[0] ?? '',
    services: nameList(tagged('service')),
  };
}

/**
 * What goes with the form, for its moment of acting. There is no evidence: the values of the graph cannot be read here. A draft
 * that counted in another unit than milliseconds is taken as the form says it was meant; if the form says neither, its times are
 * no stretch.
 */
export function graphFromDraft(
  draft: Draft,
  panel: PanelModel | null,
  actedAt: number
): Pick<NearMissRecord, 'stretch' | 'source'> {
  const { time, timeEnd } = asMeant(draft, actedAt);
  return {
    stretch: timeEnd > time ? { from: time, to: timeEnd } : null,
    source: panel && sourceOf({ ...draft, time, timeEnd }, panel),
  };
}

/** The draft's times; those of the form's moment of acting in place of odd ones. */
function asMeant({ time, timeEnd }: Draft, actedAt: number): Pick<Draft, 'time' | 'timeEnd'> {
  const odd = oddMoment(timeEnd, Date.now());
  if (!odd || actedAt === timeEnd) {
    return { time, timeEnd };
  }
  return actedAt === odd.meant
    ? { time: Math.round((time * actedAt) / timeEnd), timeEnd: actedAt }
    : { time: actedAt, timeEnd: actedAt };
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
