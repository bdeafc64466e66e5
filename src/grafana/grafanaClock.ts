export interface GrafanaClock {
  /** Epoch ms, to the second; null before the first answer that says. */
  now: () => number | null;
  /** Takes in the `Date` header of an answer. */
  heard: (date: string | null | undefined) => void;
}

/**
 * The time as Grafana has it. Between answers it goes on by `passed`, ms since some moment, which nobody can set: a browser's
 * own clock may be wrong by weeks, and be set while the page is open.
 */
export function createGrafanaClock(passed: () => number = () => performance.now()): GrafanaClock {
  let last: { said: number; at: number } | null = null;
  return {
    now: () => last && last.said + (passed() - last.at),
    heard: (date) => {
      const said = Date.parse(date ?? '');
      if (!Number.isNaN(said)) {
        last = { said, at: passed() };
      }
    },
  };
}

/** That of the Grafana this page runs in. */
export const grafanaClock = createGrafanaClock();
