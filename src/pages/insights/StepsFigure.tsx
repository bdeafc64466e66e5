import React from 'react';
import type { Steps } from '../../domain/insight/stepsOf';
import { Bars } from './Bars';
import { Figure, type Scoped } from './Figure';
import { barTable } from './barTable';
import { t } from '../../i18n/t';

/** How far they came, in raw numbers. */
export function StepsFigure({ steps, ...scoped }: Scoped & { steps: Steps }) {
  const { noticed, lookedAt, told, closed } = steps;
  const bars = [
    { label: t('insights.noticed', 'Noticed: written down'), count: noticed },
    { label: t('insights.looked-at', 'Looked at: with a graph, a cue or when it was noticed'), count: lookedAt },
    { label: t('insights.told', 'Told: marked as discussed or closed'), count: told },
    { label: t('insights.changed', 'Changed something: closed with what came of it'), count: closed },
  ];
  return (
    <Figure
      {...scoped}
      name="steps"
      question={t('insights.steps', 'How far did they come?')}
      n={t('insights.n', 'n = {{n}}', { n: noticed })}
      meaning={t(
        'insights.steps-meaning',
        'Each step is counted by itself. Answers are not read here, and what came of it may be “nothing”, with a reason.'
      )}
      danger={t('insights.steps-danger', 'A step that is missing may only not have been written down.')}
      table={() => barTable(t('insights.step', 'Step'), bars)}
    >
      <Bars bars={bars} most={noticed} />
    </Figure>
  );
}
