import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { failureText } from '../components/words/failureText';
import { teamText } from '../domain/story/teamText';
import type { NearMissListAnswer } from '../storage/react/useNearMisses';
import { countText } from './countText';
import { PackLink } from './PackLink';
import type { PanelFilter } from './panelFilter';
import { t } from '../i18n/t';

type Ready = Extract<NearMissListAnswer, { state: 'ready' }>;

interface Props {
  /** Near misses that are shown. */
  count: number;
  answer: Ready;
  filter: PanelFilter;
  days: number;
  small: boolean;
}

/** How many, of when and of whom; whether more exist; and when what is shown is not the newest. */
export function PanelHeader({ count, answer, filter, days, small }: Props) {
  const styles = useStyles2(getStyles);
  const { list, failure, refresh } = answer;
  const parts = [
    countText(count),
    ...(small ? [] : [rangeText(days), ...filterTexts(filter)]),
    moreText(count, answer),
  ];
  return (
    <div className={styles.header}>
      {!small && count > 0 && <PackLink filter={filter} days={days} />}
      <p className={styles.line} role="status">
        {parts.filter(Boolean).join(' · ')}
      </p>
      {failure && (
        <p className={styles.problem} role="alert">
          <Trans i18nKey="panel.stale">Not refreshed:</Trans> {failureText(failure)}{' '}
          <button type="button" className={styles.again} onClick={refresh}>
            <Trans i18nKey="panel.retry">Try again</Trans>
          </button>
        </p>
      )}
      {filter.unknown.length > 0 && (
        <p className={styles.problem}>
          {t('panel.unknown', 'This dashboard has no variable {{names}}, so it narrows nothing.', {
            names: filter.unknown.join(', '),
          })}
        </p>
      )}
      {list.unreadable.length > 0 && !small && (
        <p className={styles.line}>
          {t('panel.unreadable', '', {
            count: list.unreadable.length,
            defaultValue_one: '{{count}} annotation could not be read; the list in the app names it.',
            defaultValue_other: '{{count}} annotations could not be read; the list in the app names them.',
          })}
        </p>
      )}
    </div>
  );
}

function rangeText(days: number): string {
  return days > 0
    ? t('panel.days', '', { count: days, defaultValue_one: 'last day', defaultValue_other: 'last {{count}} days' })
    : t('panel.range', 'in the dashboard’s time range');
}

function filterTexts({ teams, services }: PanelFilter): string[] {
  return [
    teams.map((team) => teamText(team, { phrase: t })).join(', '),
    services.length > 0 ? t('panel.service', 'service {{names}}', { names: services.join(', ') }) : '',
  ];
}

function moreText(count: number, { list, refreshing }: Ready): string {
  if (list.complete) {
    return '';
  }
  return refreshing
    ? t('panel.reading', 'reading the rest…')
    : t('panel.more', 'showing {{count}}, more exist', { count });
}

const getStyles = (theme: GrafanaTheme2) => ({
  header: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  line: css({ margin: 0 }),
  problem: css({ color: theme.colors.warning.text, margin: 0 }),
  again: css({ background: 'none', border: 0, color: theme.colors.text.link, padding: 0, textDecoration: 'underline' }),
});
