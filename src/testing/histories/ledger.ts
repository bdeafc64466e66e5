import type { QueuedWrite } from '../../storage/store/queuedWrite';
import type { Tab, World } from './world';

/** Words that one person typed once; the text holds the token, so they are recognised wherever they come up. */
export interface Words {
  token: string;
  by: string;
  in: QueuedWrite['what'];
  nearMiss: string;
  /** What the person was told last; `silent` before the first answer. */
  told: 'silent' | 'kept' | 'saved' | 'refused' | 'taken back';
  /** The words that these were to stand in place of; null when none. */
  instead: string | null;
}

/** Words in a field that were neither shared nor discarded; `tab` is who still has them on its screen. */
interface Unshared {
  token: string;
  tab: Tab;
  subject: string;
  field: string;
}

/** What went wrong, of which kind. */
export interface Wrong {
  how: 'lost' | 'twice' | 'misattributed' | 'shown to another' | 'unfinished lost';
  what: string;
}

export interface Ledger {
  words: Map<string, Words>;
  /** Near misses that somebody asked to delete for good, and words that somebody deleted. */
  deleted: Set<string>;
  unshared: Map<string, Unshared>;
  wrongs: Wrong[];
  /** A new text of that person. */
  text: (by: string) => string;
  told: (token: string, told: Words['told']) => void;
}

const TOKEN = /w\d+~[a-z]+/g;
export const tokensIn = (text: string): string[] => text.match(TOKEN) ?? [];
export const writerOf = (token: string): string => token.slice(token.indexOf('~') + 1);

/** Keeps account of what people typed and were told, from outside of what is tried. */
export function ledgerOf(world: World): Ledger {
  let last = 0;
  const ledger: Ledger = {
    words: new Map(),
    deleted: new Set(),
    unshared: new Map(),
    wrongs: [],
    text: (by) => `w${(last += 1)}~${by}`,
    told: (token, told) => {
      const words = ledger.words.get(token);
      // What is saved stays saved, whatever a later attempt says; what was taken back waits no more, though an earlier attempt may say so.
      const isLate = words?.told === 'taken back' && told === 'kept';
      if (words && words.told !== 'saved' && !isLate) {
        words.told = told;
      }
    },
  };
  world.onPost((login, text) => {
    const first = /"writtenBy":\{"login":"([a-z]+)"/.exec(text)?.[1] ?? login;
    for (const token of tokensIn(text.slice(text.indexOf('<!--')))) {
      if (writerOf(token) !== first) {
        ledger.wrongs.push({ how: 'misattributed', what: `${token} was sent as ${first}'s` });
      }
    }
  });
  return ledger;
}

/** The token of what is written; null when it has no words. */
export function tokenOf(write: QueuedWrite): string | null {
  switch (write.what) {
    case 'record':
      return tokensIn(write.record.title)[0] ?? null;
    case 'change':
      return tokensIn(write.change.set.title ?? write.change.set.outcome ?? '')[0] ?? null;
    case 'entry':
      return tokensIn(write.entry.text)[0] ?? null;
    case 'marker':
      return null;
  }
}
