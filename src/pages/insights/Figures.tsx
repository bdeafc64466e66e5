import React from 'react';
import { type Period, periodLabel } from '../../components/words/period';
import { useSpeech } from '../../components/words/useSpeech';
import type { ShownScope } from '../../components/words/useScope';
import type { Insights } from '../../domain/insight/insightsOf';
import { MarginsFigure } from './MarginsFigure';
import { RecurringFigure } from './RecurringFigure';
import { SavedByFigure } from './SavedByFigure';
import { StepsFigure } from './StepsFigure';
import { Stories } from './Stories';
import { WatchedFigure } from './WatchedFigure';
import { t } from '../../i18n/t';

interface Props {
  insights: Insights;
  /** Oldest first. */
  quarters: readonly Period[];
  before: Period | null;
  scope: ShownScope;
  /** The scope in words. */
  name: string;
}

/** Fewer are told as stories: a chart of three says nothing. */
const ENOUGH = 5;

/** The charts, or the stories where there are too few for any. */
export function Figures({ insights, quarters, before, scope: { period }, name }: Props) {
  const speech = useSpeech();
  const count = insights.nearMisses.length;
  const scoped = { scope: name, scopeKey: period.key || 'all' };
  const then = before?.key ? periodLabel(before) : t('insights.before', 'the time before');
  return (
    <>
      {count >= ENOUGH && (
        <>
          {insights.margins.length > 0 && (
            <MarginsFigure {...scoped} margins={insights.margins} count={count} speech={speech} />
          )}
          <StepsFigure {...scoped} steps={insights.steps} />
          <SavedByFigure {...scoped} insights={insights} now={periodLabel(period)} then={then} />
          <WatchedFigure {...scoped} watched={insights.watched} count={count} />
        </>
      )}
      {count > 0 && count < ENOUGH && <Stories insights={insights} speech={speech} />}
      {(count > 0 || insights.recurring.length > 0) && (
        <RecurringFigure {...scoped} signals={insights.recurring} quarters={quarters} />
      )}
    </>
  );
}
