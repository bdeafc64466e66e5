import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Combobox, Field, useStyles2 } from '@grafana/ui';
import React, { useId, useMemo } from 'react';
import type { NearMiss } from '../../domain/fold/nearMiss';
import { filterNearMisses } from '../../domain/fold/filter';
import type { ShownScope } from '../words/useScope';
import { PeriodField } from './PeriodField';
import { t } from '../../i18n/t';

interface Props {
  scope: ShownScope;
  /** Whose teams are offered. */
  nearMisses: readonly NearMiss[];
  /** Epoch ms. */
  now: number;
}

/** Period and team of a page about a quarter. An address may hold several teams: all are shown, a choice replaces them. */
export function ScopeFields({ scope: { period, teams, change }, nearMisses, now }: Props) {
  const styles = useStyles2(getStyles);
  const id = useId();
  const all = teams.join(', ');
  const options = useMemo(() => {
    const names = new Set([...filterNearMisses(nearMisses, {}).map(({ team }) => team), ...teams, all]);
    return [...names]
      .filter(Boolean)
      .sort((a, b) => a.localeCompare(b))
      .map((value) => ({ value, label: value }));
  }, [nearMisses, teams, all]);
  const teamsChosen = (team = '') => (team === all ? teams : [team].filter(Boolean));
  return (
    <div role="search" className={styles} aria-label={t('scope.label', 'Period and team')}>
      <PeriodField period={period} now={now} onChange={(key) => change({ period: key, teams })} />
      <Field noMargin htmlFor={id} label={t('list.team', 'Team')}>
        <Combobox
          id={id}
          value={all || null}
          options={options}
          placeholder={t('list.all', 'All')}
          isClearable
          onChange={(option) => change({ period: period.key, teams: teamsChosen(option?.value) })}
        />
      </Field>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1, 2), '@media print': { display: 'none' } });
