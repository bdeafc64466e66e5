// @ts-check
import { findAnnotations, findOnAppPlatform } from './annotationSearch.mjs';
import { Refusal } from './http.mjs';

const DAY = 24 * 3600 * 1000;
/** How old and how far ahead an annotation may be on the app platform, by its times, in ms. */
const OLDEST = 90 * DAY;
const AHEAD = 7 * DAY;

/** In order; one that is missing is the other. */
function orderTimes({ time, timeEnd }) {
  const [from, to] = [time || timeEnd, timeEnd || time];
  return { epoch: Math.min(from, to), epoch_end: Math.max(from, to) };
}

/**
 * What differs between Grafana's two stores of annotations behind the one legacy API.
 * @typedef {object} AnnotationRules
 * @property {typeof findAnnotations} find
 * @property {(times: any, now: number) => { epoch: number, epoch_end: number }} times of a new one; throws where it is refused for them
 * @property {(row: any, times: any) => { epoch: number, epoch_end: number }} patchedTimes
 * @property {(item: any) => any} answer the item as Grafana gives it
 * @property {(store: import('./store.mjs').Store, where: string, ...params: any[]) => void} remove
 */

/** @type {AnnotationRules} Grafana's own tables, as 12.3 keeps them */
const LEGACY = {
  find: findAnnotations,
  times: orderTimes,
  patchedTimes: (row, { time, timeEnd }) => orderTimes({ time: time || row.epoch, timeEnd: timeEnd || row.epoch_end }),
  answer: (item) => item,
  remove: (store, where, ...params) => {
    store.run(`DELETE FROM annotation_tag WHERE annotation_id IN (SELECT id FROM annotation WHERE ${where})`, ...params);
    store.run(`DELETE FROM annotation WHERE ${where}`, ...params);
  },
};

/** @type {AnnotationRules} the app platform, as the legacy API of a later Grafana shows it */
const APP_PLATFORM = {
  find: findOnAppPlatform,
  times: ({ time, timeEnd }, now) => {
    const [from, to] = [time, timeEnd || time];
    if (from < now - OLDEST || to > now + AHEAD || to < from) {
      // Its server knows why, and the legacy API says no more than this.
      throw new Refusal(500, 'Failed to save annotation');
    }
    return { epoch: from, epoch_end: to };
  },
  patchedTimes: ({ epoch, epoch_end }) => ({ epoch, epoch_end }),
  answer: ({ updated: _, created, ...item }) => ({ ...item, created: Math.floor(created / 1000) * 1000 }),
  // Nothing is deleted: it is marked, no longer shown, and takes its place in the limit of a search.
  remove: (store, where, ...params) =>
    void store.run(`INSERT OR IGNORE INTO tombstone SELECT id FROM annotation WHERE ${where}`, ...params),
};

/** @param {string} mode `legacy` or `app-platform` */
export function annotationRules(mode) {
  const rules = { legacy: LEGACY, 'app-platform': APP_PLATFORM }[mode];
  if (!rules) {
    throw new Error(`ANNOTATIONS=${mode} is not known: legacy or app-platform.`);
  }
  return rules;
}
