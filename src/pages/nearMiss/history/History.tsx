import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { HistoryItem } from '../../../domain/fold/nearMiss';
import { FIELD_NAMES } from '../../../domain/record/fields';
import type { FieldName, Status } from '../../../domain/record/record';
import type { Speech } from '../../../domain/story/speech';
import type { PageModel } from '../model/PageModel';
import { Byline } from '../model/Byline';
import { UntoldChanges } from '../model/UntoldChanges';
import { fieldLabel } from '../model/fieldLabel';
import { fieldText } from './fieldText';
import type { Authorship } from '../../../domain/fold/authorship';
import { t } from '../../../i18n/t';

/** What somebody did with a change, in a word or two. */
function deedText({ set, before }: HistoryItem): string {
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
  if (before === 'closed' && status !== 'withdrawn') {
    return t('history.reopened', 'Reopened');
  }
  if (before === 'discussed' && status === 'recorded') {
    return t('history.not-discussed', 'Not discussed yet');
  }
  const deeds: Record<Status, string> = {
    started: t('history.changed', 'Changed'),
    recorded: before === 'started' ? t('history.finished', 'Finished') : t('history.changed', 'Changed'),
    discussed: t('history.discussed', 'Discussed'),
    closed: t('history.closed', 'Closed'),
    withdrawn: t('history.withdrawn', 'Withdrawn'),
  };
  return deeds[status];
}

/** Who recorded the near miss, and who changed what since, from which value to which, oldest first. */
export function History({ page }: { page: PageModel }) {
  const styles = useStyles2(getStyles);
  const { speech, file } = page;
  const { nearMiss } = file;
  return (
    <ol className={styles.list} aria-label={t('history.label', 'History')}>
      <li>
        <Deed what={t('history.recorded', 'Recorded')} author={nearMiss.author} speech={speech} />
        <UntoldChanges authors={[nearMiss.author]} />
      </li>
      {nearMiss.history.map((item) => (
        <li key={item.changeId}>
          <Deed what={deedText(item)} author={item.author} speech={speech} />
          <ul className={styles.values}>
            {ORDER.filter((field) => item.set[field] !== undefined).map((field) => (
              <li key={field}>
                <span className={styles.field}>{fieldLabel(field)}:</span> {changeText(field, item, page)}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

/** What was done, when and by whom; and when that was changed outside, since which nobody vouches for it. */
function Deed({ what, author, speech }: { what: string; author: Authorship; speech: Speech }) {
  const styles = useStyles2(getStyles);
  const { writtenBy, changedAt } = author;
  const at = writtenBy?.at ?? author.at;
  return (
    <>
      <strong>{what}</strong> ·{' '}
      {at !== 0 && (
        <>
          <time>{speech.time(at)}</time> ·{' '}
        </>
      )}
      <Byline author={author} />
      {changedAt !== null && (
        <span className={styles.outside}>
          {' '}
          ({t('history.changed-at', 'last time at {{time}}', { time: speech.time(changedAt) })})
        </span>
      )}
    </>
  );
}

/** From which value to which; all that there were to pick from, where there were several. */
function changeText(field: FieldName, { set, before }: HistoryItem, page: PageModel): string {
  const to = fieldText(field, set, page);
  const from = (before[field] ?? []).map((value) => fieldText(field, value, page));
  return from.length > 1
    ? t('history.picked-from', '{{to}} (picked from: {{all}})', { to, all: from.join(' / ') })
    : [...from, to].join(' → ');
}

/** What is asked for first. */
const LEADING: readonly FieldName[] = ['status', 'outcome', 'title'];
const ORDER = [...LEADING, ...FIELD_NAMES.filter((field) => !LEADING.includes(field))];

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ display: 'grid', gap: theme.spacing(1), paddingLeft: theme.spacing(2.5) }),
  values: css({ listStyle: 'none', overflowWrap: 'anywhere', paddingLeft: theme.spacing(2) }),
  field: css({ color: theme.colors.text.secondary }),
  outside: css({ color: theme.colors.text.secondary }),
});
