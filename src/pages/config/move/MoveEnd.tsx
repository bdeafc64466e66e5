import { Trans } from '@grafana/i18n';
import { Alert, Button } from '@grafana/ui';
import React from 'react';
import { failureText } from '../../../components/words/failureText';
import { useDashboardName } from '../../../components/words/useDashboardName';
import type { MoveResult, NotMoved } from '../../../storage/transfer/moveNearMisses';
import { shownName } from '../../../domain/text/shownName';
import { t } from '../../../i18n/t';

/** Why a near miss stayed where it was, and what to do about it. */
function notMovedText(notMoved: NotMoved): string {
  switch (notMoved.why) {
    case 'unreadable':
      return t(
        'move.unreadable',
        'Something on it cannot be read, and would be lost. Grafana’s list of annotations shows it by its tag nm:{{id}}.',
        { id: notMoved.id }
      );
    case 'newer-version':
      return t('move.newer', 'A newer version of Near Miss wrote it. Update the app first.');
    case 'too-large':
      return t(
        'move.too-large',
        'With the note who wrote it first, something on it would be too large for an annotation. Write its longest text again on its page, in shorter parts; then an Admin deletes the long annotation, which Grafana’s list shows by its tag nm:{{id}}.',
        { id: notMoved.id }
      );
    case 'differs':
      return t('move.differs', 'The other place holds something of it with other words. Nothing was deleted.');
    case 'rival':
      return t(
        'move.rival',
        'Another record claims its id, and would stand in its place once this one is gone: annotation {{number}} by {{login}}. Delete that one if it does not belong, then continue.',
        {
          number: notMoved.rival?.id,
          login: shownName(notMoved.rival?.login ?? ''),
        }
      );
    case 'kept-elsewhere':
      return t('move.kept-elsewhere', 'It is kept in a third place. What was added here can only be moved there.');
    case 'without-record':
      return t('move.without-record', 'Somebody deleted it in the meantime.');
    case 'unsettled':
      return t(
        'move.unsettled',
        'Grafana does not show what was written, or somebody else moves it too. Continue in a minute.'
      );
    case 'refused':
      return failureText(notMoved.failure);
  }
}

function RivalPlace({ uid }: { uid: string }) {
  const name = useDashboardName(uid);
  const place = uid === '' ? t('move.organization', 'the organization') : name;
  return <>{t('move.rival-place', 'It is kept in {{place}}.', { place })}</>;
}

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
              {one.title}: {notMovedText(one)}{' '}
              {one.why === 'rival' && one.rival && <RivalPlace uid={one.rival.dashboardUid} />}
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
    ? t('move.stopped-at', '“{{title}}”: {{why}}', { title: at.title, why: failureText(failure) })
    : failureText(failure);
  return `${why} ${kept}`;
}
