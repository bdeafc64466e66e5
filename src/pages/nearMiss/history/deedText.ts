import { t } from '@grafana/i18n';
import type { HistoryItem } from '../../../domain/fold/nearMiss';
import type { Status } from '../../../domain/record/record';

/** What somebody did with a change, in a word or two. */
export function deedText({ set, before }: HistoryItem): string {
  if (set.status !== undefined) {
    return statusDeed(set.status, before.status?.at(-1)?.status);
  }
  const picked = Object.values(before).some((values) => values.length > 1);
  return picked ? t('history.picked', 'Picked one of several') : t('history.changed', 'Changed');
}

function statusDeed(status: Status, before: Status | undefined): string {
  if (before === 'withdrawn' && status !== 'withdrawn') {
    return t('history.brought-back', 'Brought back');
  }
  const deeds: Record<Status, string> = {
    started: t('history.changed', 'Changed'),
    recorded: before === 'started' ? t('history.finished', 'Finished') : t('history.changed', 'Changed'),
    discussed: before === 'closed' ? t('history.reopened', 'Reopened') : t('history.discussed', 'Discussed'),
    closed: t('history.closed', 'Closed'),
    withdrawn: t('history.withdrawn', 'Withdrawn'),
  };
  return deeds[status];
}
