import type { Decoded, DecodedRecord } from '../../domain/codec/decoded';
import { CHANGE_TAG, RECORD_TAG } from '../../domain/codec/tags';
import { sameValue } from '../../domain/json/sameValue';
import { newestPage, walkOn } from '../annotations/walk';
import { foldList } from './foldList';
import type { NearMissList, NearMissStore } from './nearMissStore';
import { removeTwins, type RefusedPlaces } from './removeTwins';
import type { StoreContext } from './storeContext';

const LISTED = { tags: [RECORD_TAG, CHANGE_TAG], matchAny: true };
/** How long the newest page may stand for all, in ms. */
const HOLDS = 5 * 60_000;

interface Reading {
  begun: number;
  /** The newest page, as it was then. */
  newest: readonly unknown[];
}

/**
 * Reads the list. Grafana cannot be asked for what is new: it finds by the times of an annotation, and a change has those of
 * its record. So of a list that is known the newest page alone is read, and the rest where that page is another or all was read
 * more than five minutes ago. What changed beyond the newest hundred annotations may take so long to be seen.
 */
export function listReader(
  { port, clock }: Pick<StoreContext, 'port' | 'clock'>,
  refused: RefusedPlaces
): NearMissStore['list'] {
  const readings = new WeakMap<NearMissList, Reading>();
  return async ({ signal, onProgress, atMost, known } = {}) => {
    const begun = clock.now();
    const newest = await newestPage(port, LISTED, signal);
    if (!newest.ok) {
      return newest;
    }
    const before = known && readings.get(known);
    if (known && before && Math.abs(begun - before.begun) < HOLDS && sameValue(newest.value, before.newest)) {
      return { ok: true, value: known };
    }
    const decoded = new Map<unknown, Decoded>();
    const walked = await walkOn(port, LISTED, newest.value, {
      ...{ signal, atMost },
      onPage: (part) => onProgress?.(foldList(part, decoded)),
    });
    if (!walked.ok) {
      return walked;
    }
    const value = foldList(walked.value, decoded);
    readings.set(value, { begun, newest: newest.value });
    if (value.nearMisses.some(({ twins }) => twins.length > 0)) {
      void removeTwins(port, [...decoded.values()].filter(isRecord), [], refused);
    }
    return { ok: true, value };
  };
}

const isRecord = (decoded: Decoded): decoded is DecodedRecord => decoded.what === 'record';
