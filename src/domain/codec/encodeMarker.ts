import type { NewAnnotation } from './annotation';
import { graphName } from '../record/headline';
import type { NearMissRecord, Status } from '../record/record';
import { storedHtml } from './sentence';
import { MARKER_TAG, tagsOf } from './tags';
import { wholeMs } from '../json/moment';

const STATE: Readonly<Record<Status, string>> = {
  started: 'open',
  recorded: 'open',
  discussed: 'discussed',
  closed: 'closed',
  withdrawn: 'withdrawn',
};

/**
 * The region on the source panel that leads to the near miss: series, limit and variable values, which whoever sees the
 * panel sees anyway, and no typed word, because public dashboards show annotations. null when there is no graph to mark.
 */
export function encodeMarker(record: NearMissRecord, link: string): NewAnnotation | null {
  const { source, stretch } = record;
  if (!source || !stretch) {
    return null;
  }
  const values = Object.entries(source.variables).map(([name, value]) => `${name}=${value}`);
  const where = values.length > 0 ? ` (${values.join(', ')})` : '';
  const sentence = `Near miss${where}: ${graphName(source, record.limit) || source.dashboardTitle} · ${STATE[record.status]}`;
  return {
    dashboardUid: source.dashboardUid,
    panelId: source.panelId,
    time: wholeMs(stretch.from),
    timeEnd: wholeMs(stretch.to),
    text: storedHtml(sentence, link),
    tags: tagsOf({ plain: MARKER_TAG, id: record.id }),
  };
}
