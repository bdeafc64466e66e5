import type { NearMiss } from '../fold/nearMiss';
import { isMoment } from '../json/moment';
import type { ExportOrigin } from './exportFile';

const TYPE = 'nearmiss.recorded.v1';

/** A near miss as a CloudEvent 1.0; `docs/cloudevents.md` says where each part comes from. */
interface CloudEvent {
  specversion: '1.0';
  type: typeof TYPE;
  source: string;
  id: string;
  subject?: string;
  /** RFC 3339. */
  time?: string;
  datacontenttype: 'application/json';
  data: Readonly<Record<string, unknown>>;
}

/**
 * The near miss as it is now. Its `id` is another after each change, so that whoever drops repeats takes the newer one; it
 * holds no name of a person, no query and no points. A moment that RFC 3339 cannot write is left out.
 */
export function cloudEventOf(nearMiss: NearMiss, { grafana }: ExportOrigin): CloudEvent {
  const { id, history, services, team, actedAt } = nearMiss;
  const change = history.at(-1)?.changeId;
  const subject = services.find(Boolean) || team;
  const time = rfc3339(actedAt);
  return {
    specversion: '1.0',
    type: TYPE,
    source: grafana,
    id: change === undefined ? id : `${id}.${change}`,
    ...(subject ? { subject } : {}),
    ...(time ? { time } : {}),
    datacontenttype: 'application/json',
    data: dataOf(nearMiss),
  };
}

/** The names of the export file, with its epoch ms; `actuality` is FHIR's word for what did not happen. */
function dataOf(nearMiss: NearMiss): CloudEvent['data'] {
  const { id, kind, status, title, almost, savedBy, savedHow, cue, noticedAt, action, actedAt } = nearMiss;
  const { stretch, limit, projection, team, services, links, outcome, sameAs, example, source } = nearMiss;
  return {
    actuality: 'potential',
    ...{ nearMiss: id, kind, status, title, almost, savedBy, savedHow, cue, noticedAt, action, actedAt },
    ...{ stretch, limit, projection, team, services, links, outcome, sameAs, example },
    source: source && {
      dashboardUid: source.dashboardUid,
      dashboardTitle: source.dashboardTitle,
      panelId: source.panelId,
      panelTitle: source.panelTitle,
      series: source.series,
    },
  };
}

/** RFC 3339 has years of four digits only. */
function rfc3339(at: number): string {
  const text = isMoment(at) ? new Date(at).toISOString() : '';
  return /^\d{4}-/.test(text) ? text : '';
}
