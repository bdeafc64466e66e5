import type { NewAnnotation } from './annotation';
import type { AddedTo } from './encodeChange';
import { headline } from '../record/headline';
import type { Entry, EntryType } from '../record/record';
import { wordingOf } from '../record/questions';
import { writePayload } from './payload';
import { storedHtml } from './sentence';
import { ENTRY_TAG, tagsOf } from './tags';
import { wholeMs } from '../json/moment';
import { dashboardOf } from '../record/place';

const WORDS: Readonly<Record<EntryType, string>> = {
  answer: 'An answer',
  takeaway: 'A takeaway',
  followUp: 'A follow-up',
  thanks: 'Thanks',
};

/** The entry's annotation, with its record's place and times; found by its tags `near-miss-retro` and `nm:<id>`. */
export function encodeEntry(entry: Entry, of: AddedTo, link: string): NewAnnotation {
  const sentence = `${WORDS[entry.type]} on near miss “${headline(of)}”: ${entry.text}`;
  return {
    ...dashboardOf(of.place),
    time: wholeMs(of.time),
    timeEnd: wholeMs(of.timeEnd),
    text: `${storedHtml(sentence, link)}\n${writePayload({ what: 'entry', ...entry, asked: wordingOf(entry.asked) })}`,
    tags: tagsOf({ plain: ENTRY_TAG, id: of.id }),
  };
}
