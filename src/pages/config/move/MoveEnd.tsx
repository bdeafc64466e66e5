import { t, Trans } from '@grafana/i18n';
import { Alert, Button } from '@grafana/ui';
import React from 'react';
import { failureText } from '../../../components/words/failureText';
import { unescaped } from '../../../components/words/unescaped';
import type { MoveResult } from '../../../storage/transfer/moveNearMisses';
import { notMovedText } from './notMovedText';

interface Props {
  result: MoveResult;
  onContinue: () => void;
}

/** How the move ended: what was moved, what was not and why, and the way on. */
export function MoveEnd({ result: { moved, notMoved, stopped }, onContinue }: Props) {
  const done = t('move.moved', '', {
    count: moved,
    defaultValue_one: '{{count}} near miss was moved.',
    defaultValue_other: '{{count}} near misses were moved.',
  });
  if (!stopped && notMoved.length === 0) {
    return (
      <Alert severity="success" title={t('move.done', 'Moved')}>
        {done}
      </Alert>
    );
  }
  return (
    <Alert
      severity={stopped && stopped.failure.kind !== 'aborted' ? 'error' : 'warning'}
      title={stopped ? t('move.stopped', 'Stopped before the end') : t('move.partly', 'Moved, but for some')}
    >
      <p>
        {done} {stopped && stoppedText(stopped)}
      </p>
      {notMoved.length > 0 && (
        <ul>
          {notMoved.map((one) => (
            <li key={one.id}>
              {one.title}: {notMovedText(one)}
            </li>
          ))}
        </ul>
      )}
      <Button variant="secondary" onClick={onContinue}>
        <Trans i18nKey="move.continue">Continue</Trans>
      </Button>
    </Alert>
  );
}

function stoppedText({ at, failure }: NonNullable<MoveResult['stopped']>): string {
  const kept = t('move.kept', 'Everything is still there, each near miss once; Continue moves the rest.');
  if (failure.kind === 'aborted') {
    return kept;
  }
  const why = at
    ? t('move.stopped-at', '“{{title}}”: {{why}}', { title: at.title, why: failureText(failure), ...unescaped })
    : failureText(failure);
  return `${why} ${kept}`;
}
