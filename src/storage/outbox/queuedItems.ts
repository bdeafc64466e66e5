import type { BrowserItem } from './browserQueue';
import type { Failure } from '../../grafana/outcome';
import type { KeptIn } from '../unfinished/unfinishedTexts';

/** A write that is not through yet. */
export interface QueuedItem extends BrowserItem {
  id: string;
  /** `refused`: Grafana said no to it, so it is tried again only when somebody asks for it. */
  state: 'saving' | 'due' | 'refused';
  /** Why the last attempt failed; null before the first one has ended. */
  failure: Failure | null;
  /** Tells this sending of it from an earlier one of the same id. */
  token: number;
  /** `memory`: the browser would not keep it, so it lives as long as this page. */
  keptIn: KeptIn;
}

export interface QueuedItems {
  /** Oldest first; the same array until something changes, as React wants it. */
  all: () => readonly QueuedItem[];
  get: (id: string) => QueuedItem | undefined;
  put: (item: QueuedItem) => void;
  remove: (id: string) => void;
  subscribe: (listener: () => void) => () => void;
}

/** What waits, by id, for those who watch it. */
export function queuedItems(): QueuedItems {
  const byId = new Map<string, QueuedItem>();
  const listeners = new Set<() => void>();
  let all: readonly QueuedItem[] = [];
  const changed = () => {
    all = [...byId.values()].sort((a, b) => a.at - b.at);
    listeners.forEach((listener) => listener());
  };
  return {
    all: () => all,
    get: (id) => byId.get(id),
    put: (item) => {
      byId.set(item.id, item);
      changed();
    },
    remove: (id) => {
      if (byId.delete(id)) {
        changed();
      }
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
