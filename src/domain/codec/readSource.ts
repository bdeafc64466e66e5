import type { Source } from '../record/record';
import { readAnything, readByName, readList, readNumber, readObject, readOr, readText } from '../json/reader';
import { readStretch } from './readStretch';

const NO_RANGE = { from: 0, to: 0 };

/** A stored source; only a dashboard's uid is indispensable. */
export const readSource = readObject<Source>((part, miss) => {
  const dashboardUid = readText(part.dashboardUid, miss);
  if (dashboardUid === undefined) {
    return undefined;
  }
  return {
    dashboardUid,
    dashboardTitle: readOr(part.dashboardTitle, '', readText, miss),
    panelId: readOr(part.panelId, 0, readNumber, miss),
    panelTitle: readOr(part.panelTitle, '', readText, miss),
    series: readOr(part.series, '', readText, miss),
    queries: readOr(part.queries, [], readList(readAnything), miss),
    variables: readOr(part.variables, {}, readByName(readText), miss),
    dataSource: readOr(part.dataSource, '', readText, miss),
    range: readOr(part.range, NO_RANGE, readStretch, miss),
  };
});
