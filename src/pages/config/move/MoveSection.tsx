import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { Button, useStyles2, LoadingPlaceholder } from '@grafana/ui';
import React, { useState } from 'react';
import type { AppSettings } from '../../../domain/record/settings';
import { NotRead } from '../../../components/notices/NotRead';
import { MoveEnd } from './MoveEnd';
import { MoveForm } from './MoveForm';
import { MoveProgress } from './MoveProgress';
import { useMove } from './useMove';
import { useMoving } from '../../../storage/react/useTransfer';
import { t } from '../../../i18n/t';

/** Moves near misses between the organization and journals. `settings`: as stored; stable. */
function MoveNearMisses({ settings }: { settings: AppSettings }) {
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

/** Opened on request, because all near misses are read for it. */
export function MoveSection({ settings }: { settings: AppSettings }) {
  const styles = useStyles2(getStyles);
  const [open, setOpen] = useState(false);
  return (
    <section aria-labelledby="near-miss-move" className={styles.section}>
      <h3 id="near-miss-move">
        <Trans i18nKey="move.title">Move near misses</Trans>
      </h3>
      <p className={styles.about}>
        <Trans i18nKey="move.about">
          Into a journal or out of it, with all that was added to them. They are copied, the copies are looked at, and
          only then is anything deleted. It can be stopped and continued at any time; links and markers stay as they
          are.
        </Trans>
      </p>
      {open ? (
        <MoveNearMisses settings={settings} />
      ) : (
        <Button variant="secondary" onClick={() => setOpen(true)}>
          <Trans i18nKey="move.open">Choose what to move</Trans>
        </Button>
      )}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  section: css({ maxWidth: 900, width: '100%' }),
  about: css({ color: theme.colors.text.secondary }),
});
