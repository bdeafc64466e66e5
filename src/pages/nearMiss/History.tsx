import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Trans, t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { HistoryItem } from '../../domain/foldedNearMiss';
import type { FieldName } from '../../domain/nearMiss';
import type { Speech } from '../../domain/speech';
import type { PageModel } from './PageModel';
import { authorText } from './authorText';
import { fieldLabel } from './fieldLabel';
import { fieldText } from './fieldText';

/** Who recorded the near miss, and what was changed since, oldest first. */
export function History({ page }: { page: PageModel }) {
  const styles = useStyles2(getStyles);
  const { nearMiss } = page.file;
  return (
    <ol className={styles.list} aria-label={t('history.label', 'History')}>
      <li>
        <Trans i18nKey="history.recorded">Recorded</Trans> · {page.speech.time(nearMiss.author.at)} ·{' '}
        {authorText(nearMiss.author)}
      </li>
      {nearMiss.history.map((item) => (
        <Changed key={item.changeId} item={item} speech={page.speech} />
      ))}
    </ol>
  );
}

function Changed({ item, speech }: { item: HistoryItem; speech: Speech }) {
  const styles = useStyles2(getStyles);
  return (
    <li>
      {speech.time(item.author.at)} · {authorText(item.author)}
      <ul className={styles.values}>
        {fieldsOf(item).map((field) => (
          <li key={field}>
            <span className={styles.field}>{fieldLabel(field)}:</span> {fieldText(field, item.set, speech)}
          </li>
        ))}
      </ul>
    </li>
  );
}

const ORDER: readonly FieldName[] = [
  'status',
  'outcome',
  'title',
  'kind',
  'almost',
  'savedBy',
  'savedHow',
  'cue',
  'noticedAt',
  'action',
  'actedAt',
  'limit',
  'projection',
  'team',
  'services',
  'links',
  'recordedFor',
  'sameAs',
];

const fieldsOf = (item: HistoryItem) => ORDER.filter((field) => item.set[field] !== undefined);

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ paddingLeft: theme.spacing(2.5) }),
  values: css({ listStyle: 'none', overflowWrap: 'anywhere', paddingLeft: theme.spacing(2) }),
  field: css({ color: theme.colors.text.secondary }),
});
