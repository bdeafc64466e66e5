import { t } from '@grafana/i18n';
import { LoadingPlaceholder } from '@grafana/ui';
import React from 'react';
import { NotRead } from '../../../components/notices/NotRead';
import type { AppSettings } from '../../../domain/record/settings';
import { useMoving } from '../../../storage/react/useMoving';
import { MoveEnd } from './MoveEnd';
import { MoveForm } from './MoveForm';
import { MoveProgress } from './MoveProgress';
import { useMove } from './useMove';

/** Moves near misses between the organization and journals. `settings`: as stored; stable. */
export function MoveNearMisses({ settings }: { settings: AppSettings }) {
  const { movable, move } = useMoving(settings);
  const { state, start, stop } = useMove(move, movable.state === 'ready' ? movable.refresh : () => {});
  const failed = t('move.unread', 'The near misses could not be read');
  switch (movable.state) {
    case 'loading':
      return <LoadingPlaceholder text={t('move.loading', 'Reading near misses and journals…')} />;
    case 'failed':
      return <NotRead title={failed} failure={movable.failure} onRetry={movable.retry} />;
    case 'ready':
      return (
        <>
          {state.is === 'running' && <MoveProgress {...state} onStop={stop} />}
          {state.is === 'ended' && <MoveEnd result={state.result} onContinue={() => void start(state.choice)} />}
          {movable.failure && <NotRead title={failed} failure={movable.failure} onRetry={movable.refresh} />}
          {/* Kept while a move runs, so that what was chosen stays chosen. */}
          <div hidden={state.is === 'running'}>
            <MoveForm movable={movable.value} onMove={(choice) => void start(choice)} />
          </div>
        </>
      );
  }
}
