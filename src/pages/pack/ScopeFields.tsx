import { css } from '@emotion/css';
import { getTimeZone, type GrafanaTheme2 } from '@grafana/data';
import { Combobox, Field, useStyles2 } from '@grafana/ui';
import React, { useId, useMemo } from 'react';
import { PeriodField } from '../../components/fields/PeriodField';
import type { Period } from '../../components/words/period';
import { filterNearMisses } from '../../domain/fold/filter';
import type { NearMissList } from '../../storage/store/nearMissStore';
import { t } from '../../i18n/t';

interface Props {
  list: NearMissList;
  period: Period;
  teams: readonly string[];
  /** Epoch ms. */
  now: number;
  set: (name: 'period' | 'team', values: readonly string[]) => void;
}

/** No name of a team has a line end. */
const BETWEEN = '\n';

/** Which period, and which team of those that counted near misses name, or those of the address. */
export function ScopeFields({ list, period, teams, now, set }: Props) {
  const styles = useStyles2(getStyles);
  const id = useId();
  const options = useMemo(() => {
    const known = filterNearMisses(list.nearMisses, {}).map(({ team }) => team);
    const names = [...new Set([...known, ...teams])].filter(Boolean).sort((a, b) => a.localeCompare(b));
    const several = teams.length > 1 ? [{ value: teams.join(BETWEEN), label: teams.join(', ') }] : [];
    const all = { value: '', label: t('pack.all-teams', 'All teams') };
    return [all, ...several, ...names.map((name) => ({ value: name, label: name }))];
  }, [list, teams]);
  return (
    <div className={styles}>
      <PeriodField period={period} now={now} timeZone={getTimeZone()} onChange={(key) => set('period', [key])} />
      <Field noMargin htmlFor={id} label={t('pack.team', 'Team')}>
        <Combobox
          id={id}
          value={teams.join(BETWEEN)}
          options={options}
          onChange={({ value }) => set('team', value.split(BETWEEN).filter(Boolean))}
        />
      </Field>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) });
