import { END_CASES } from './cases/endCases';
import { LINE_CASES } from './cases/lineCases';
import { MEANING_CASES } from './cases/meaningCases';
import { NEWS_CASES } from './cases/newsCases';
import { OLDER_CASES } from './cases/olderCases';
import { ORDER_CASES } from './cases/orderCases';
import { STEP_CASES } from './cases/stepCases';
import { judgeCase } from './judgeCase';
import type { PanelCase } from './panelCase';

/** By what they are about. */
const LIMIT_CASES: Readonly<Record<string, readonly PanelCase[]>> = {
  steps: STEP_CASES,
  'good news': NEWS_CASES,
  meaning: MEANING_CASES,
  'limit lines': LINE_CASES,
  ends: END_CASES,
  order: ORDER_CASES,
  older: OLDER_CASES,
};

export interface Judged {
  about: string;
  name: string;
  /** In what the offer differs from what a person would choose; empty when it does not. */
  misses: readonly string[];
}

export async function judgeAll(): Promise<Judged[]> {
  const cases = Object.entries(LIMIT_CASES).flatMap(([about, list]) => list.map((one) => ({ about, one })));
  return Promise.all(
    cases.map(async ({ about, one }) => ({
      about,
      name: one.name,
      misses: await judgeCase(one).catch((error: unknown) => [String(error)]),
    }))
  );
}
