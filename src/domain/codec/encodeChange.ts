import type { NewAnnotation } from './annotation';
import { headline, type Subject } from '../record/headline';
import { type Place, dashboardOf } from '../record/place';
import type { Change } from '../record/record';
import { writePayload } from './payload';
import { storedHtml } from './sentence';
import { CHANGE_TAG, tagsOf } from './tags';
import { wholeMs } from '../json/moment';

/** What an addition repeats of its record. */
export interface AddedTo extends Subject {
  id: string;
  place: Place;
  time: number;
  timeEnd: number;
  team: string;
  services: readonly string[];
}

/**
 * The change's annotation, with its record's place, times and team and service tags, so that one request for a range of
 * time brings both. The sentence names the fields, not their values.
 */
export function encodeChange(change: Change, of: AddedTo, link: string): NewAnnotation {
  const fields = Object.keys(change.set).join(', ');
  return {
    ...dashboardOf(of.place),
    time: wholeMs(of.time),
    timeEnd: wholeMs(of.timeEnd),
    text: `${storedHtml(`Change of near miss “${headline(of)}”: ${fields}`, link)}\n${writePayload({ what: 'change', ...change })}`,
    tags: tagsOf({ plain: CHANGE_TAG, id: of.id, team: of.team, services: of.services }),
  };
}
