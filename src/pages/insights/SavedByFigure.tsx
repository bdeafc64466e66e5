import React from 'react';
import { savedByLabel } from '../../components/words/labels';
import type { Insights } from '../../domain/insight/insightsOf';
import { SAVED_BY } from '../../domain/record/record';
import { Bars } from './Bars';
import { Figure, type Scoped } from './Figure';
import { SavedByMark } from './SavedByMark';
import { barTable } from './barTable';
import { t } from '../../i18n/t';

interface Props extends Scoped {
  insights: Insights;
  /** What the two times are called. */
  now: string;
  then: string;
}

/** What saved them in this time, beside the one before. */
export function SavedByFigure({ insights: { nearMisses, savedBy, before }, now, then, ...scoped }: Props) {
  const bars = SAVED_BY.flatMap((one) => {
    const bar = (time: string) => ({ label: `${savedByLabel(one)}, ${time}`, mark: <SavedByMark savedBy={[one]} /> });
    const earlier = before ? [{ ...bar(then), count: before.savedBy[one], hollow: true }] : [];
    return [...earlier, { ...bar(now), count: savedBy[one] }];
  });
  const count = nearMisses.length;
  return (
    <Figure
      {...scoped}
      name="saved-by"
      question={t('insights.saved', 'What saved them, then and now?')}
      n={
        before
          ? t('insights.saved-n', '{{then}}: n = {{before}}; {{now}}: n = {{n}}', {
              ...{ then, now, n: count, before: before.count },
            })
          : t('insights.n', 'n = {{n}}', { n: count })
      }
      meaning={t('insights.saved-meaning', 'Several may have saved one, so the numbers can add up to more than n.')}
      danger={t('insights.saved-danger', 'More of one may only mean that more was written down.')}
      table={() => barTable(t('list.saved', 'Saved by'), bars)}
    >
      <Bars bars={bars} most={Math.max(...bars.map((bar) => bar.count))} />
    </Figure>
  );
}
