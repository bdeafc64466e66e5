import React from 'react';
import type { Watched } from '../../domain/insight/watchedOf';
import { Bars } from './Bars';
import { Figure, type Scoped } from './Figure';
import { barTable } from './barTable';
import { t } from '../../i18n/t';

interface Props extends Scoped {
  watched: Watched;
  count: number;
}

/** What is known of machines that watch. */
export function WatchedFigure({ watched, count, ...scoped }: Props) {
  const bars = [
    { label: t('insights.by-machine', 'An alert or automation saved it'), count: watched.byMachine },
    { label: t('insights.names-rule', 'A link or the outcome names an alert rule'), count: watched.namesRule },
    { label: t('insights.not-known', 'Neither: not known yet'), count: watched.notKnown },
  ];
  return (
    <Figure
      {...scoped}
      name="watched"
      question={t('insights.watched', 'Does a machine watch it now?')}
      n={t('insights.n', 'n = {{n}}', { n: count })}
      meaning={t(
        'insights.watched-meaning',
        'One may be in both of the first two. A rule that nobody linked is not known.'
      )}
      danger={t(
        'insights.watched-danger',
        'That a rule was named does not say that it still exists, or would fire in time.'
      )}
      table={() => barTable(t('insights.watched-by', 'Watched'), bars)}
    >
      <Bars bars={bars} most={count} />
    </Figure>
  );
}
