import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { Button, useStyles2 } from '@grafana/ui';
import React, { useRef } from 'react';
import { COUNTED_STATUSES, filterNearMisses } from '../../domain/fold/filter';
import type { NearMissList } from '../../storage/store/nearMissStore';
import { type Criteria, narrows } from './listAddress';
import { t } from '../../i18n/t';

interface Props {
  /** Near misses that pass the filter. */
  shown: number;
  list: NearMissList;
  criteria: Criteria;
  refreshing: boolean;
  onClear: () => void;
}

/** How many are shown and of how many, whether more exist, and what a count does not say. */
export function CountLine({ shown, list, criteria, refreshing, onClear }: Props) {
  const styles = useStyles2(getStyles);
  const line = useRef<HTMLParagraphElement>(null);
  const filtered = narrows(criteria);
  const clear = () => {
    // The button goes with the filter; the focus stays with what it changes.
    line.current?.focus();
    onClear();
  };
  return (
    <p ref={line} className={styles} tabIndex={-1}>
      <span role="status">
        {filtered ? ofAllText(shown, list, criteria) : allText(shown)}
        {moreText(list, refreshing)}
      </span>{' '}
      {filtered && (
        <Button variant="primary" fill="text" size="sm" onClick={clear}>
          <Trans i18nKey="count.clear">Clear the filter</Trans>
        </Button>
      )}{' '}
      <Trans i18nKey="count.silence">
        A count says how often somebody wrote one down, not how safe things are: silence is not safety.
      </Trans>
    </p>
  );
}

function allText(count: number): string {
  return t('count.shown', '', {
    count,
    defaultValue_one: '{{count}} near miss',
    defaultValue_other: '{{count}} near misses',
  });
}

/** Of all that count, and of those that were asked for although they do not. */
function ofAllText(shown: number, { nearMisses }: NearMissList, { filter }: Criteria): string {
  const count = filterNearMisses(nearMisses, { statuses: [...COUNTED_STATUSES, ...filter.statuses] }).length;
  return t('count.of', '', {
    shown,
    count,
    defaultValue_one: '{{shown}} of {{count}} near miss',
    defaultValue_other: '{{shown}} of {{count}} near misses',
  });
}

function moreText({ complete }: NearMissList, refreshing: boolean): string {
  if (complete) {
    return '.';
  }
  return refreshing ? t('count.reading', '; reading the rest…') : t('count.more', '; more exist.');
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    color: theme.colors.text.secondary,
    margin: 0,
    '&:focus:not(:focus-visible)': { outline: 'none' },
    '& > button': { fontSize: 'inherit', padding: 0, verticalAlign: 'baseline' },
  });
