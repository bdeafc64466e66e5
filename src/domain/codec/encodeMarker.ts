import type { NewAnnotation } from './annotation';
import { graphName } from '../record/headline';
import { sayingVariables } from '../record/variables';
import { SCHEMA_VERSION, type NearMissRecord, type Source, type Status } from '../record/record';
import { readPayload, writePayload } from './payload';
import { storedHtml } from './sentence';
import { MARKER_TAG, tagsOf } from './tags';
import { wholeMs } from '../json/moment';
import { linklessName } from '../text/linklessName';
import { shorten } from '../text/visibleText';

const STATE: Readonly<Record<Status, string>> = {
  started: 'open',
  recorded: 'open',
  discussed: 'discussed',
  closed: 'closed',
  withdrawn: 'withdrawn',
};

const WHAT = 'marker';
const START = 'Near miss';
/** Every value of a variable. */
const ALL = 'All';

/** In characters; together they leave room for the state in what a stored sentence may have. */
const LONGEST_NAME = 80;
const LONGEST_VALUES = 80;
const LONGEST_LIMIT = 24;

/**
 * The region on the source panel that leads to the near miss: series, limit and the variable values that say something, which whoever sees the
 * panel sees anyway, and no typed word, because public dashboards show annotations. null when there is no graph to mark.
 */
export function encodeMarker(record: NearMissRecord, link: string): NewAnnotation | null {
  const { source, stretch, id } = record;
  if (!source || !stretch) {
    return null;
  }
  const payload = writePayload({ what: WHAT, version: SCHEMA_VERSION, id });
  return {
    dashboardUid: source.dashboardUid,
    panelId: source.panelId,
    time: wholeMs(stretch.from),
    timeEnd: wholeMs(stretch.to),
    text: `${storedHtml(markerSentence(record), link)}\n${payload}`,
    tags: tagsOf({ plain: MARKER_TAG, id }),
  };
}

/**
 * What a marker says before its link, one sentence that stands alone where Grafana merges tooltips. Its names come from the
 * record, whose writer may not be allowed to write on that dashboard: they are cut, and nothing in them leads anywhere.
 */
export function markerSentence({ source, limit, status }: NearMissRecord): string {
  const name = source ? nameOf(source, limit) : '';
  const values = source ? valuesIn(source) : '';
  return `${START}${name && `: ${name}`}${values && ` (${values})`}, ${STATE[status]}.`;
}

function nameOf(source: Source, limit: NearMissRecord['limit']): string {
  const clean = (name: string) => linklessName(name, LONGEST_NAME);
  const panel = { ...source, series: clean(source.series), panelTitle: clean(source.panelTitle) };
  const towards = limit && { ...limit, text: linklessName(limit.text, LONGEST_LIMIT) };
  return graphName(panel, towards) || clean(source.dashboardTitle);
}

function valuesIn(source: Source): string {
  const values = sayingVariables(source, ALL).map((value) => linklessName(value, LONGEST_VALUES));
  return shorten(values.join(', '), LONGEST_VALUES);
}

/**
 * Whether Near Miss wrote that text, as the marker of the near miss with that id. The first markers had no payload: they are
 * known by their beginning, and by their link at the end.
 */
export function isMarkerText(text: string, id: string): boolean {
  const found = readPayload(text);
  const isOfId =
    found.found === 'payload'
      ? found.payload.what === WHAT && found.payload.id === id
      : found.found === 'nothing' && text.endsWith(`/${id}">Open near miss</a>`);
  return isOfId && text.startsWith(START);
}
