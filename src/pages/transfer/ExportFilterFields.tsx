import { css } from '@emotion/css';
import { getTimeZone, type GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Field, MultiCombobox, useStyles2 } from '@grafana/ui';
import React, { useId } from 'react';
import { kindLabel } from '../../components/kindLabel';
import { TimeField } from '../../components/TimeField';
import type { ExportFilter } from '../../domain/filterForExport';
import { KINDS } from '../../domain/nearMiss';

interface Props {
  filter: ExportFilter;
  /** Names that occur. */
  teams: readonly string[];
  onChange: (part: Partial<ExportFilter>) => void;
}

/** Which near misses go into the file; untouched, all of them. */
export function ExportFilterFields({ filter, teams, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const id = useId();
  const timeZone = getTimeZone();
  return (
    <div className={styles}>
      <Field noMargin htmlFor={`${id}-kind`} label={t('transfer.kind', 'Kind')}>
        <MultiCombobox
          id={`${id}-kind`}
          value={[...filter.kinds]}
          options={KINDS.map((kind) => ({ value: kind, label: kindLabel(kind) }))}
          placeholder={t('transfer.all', 'All')}
          onChange={(chosen) => onChange({ kinds: chosen.map(({ value }) => value) })}
        />
      </Field>
      <Field noMargin htmlFor={`${id}-team`} label={t('transfer.team', 'Team')}>
        <MultiCombobox
          id={`${id}-team`}
          value={[...filter.teams]}
          options={teams.map((team) => ({ value: team, label: team }))}
          placeholder={t('transfer.all', 'All')}
          onChange={(chosen) => onChange({ teams: chosen.map(({ value }) => value) })}
        />
      </Field>
      <TimeField
        label={t('transfer.from', 'Acted at, from')}
        value={filter.from}
        onChange={(from) => onChange({ from })}
        timeZone={timeZone}
        clearable
      />
      <TimeField
        label={t('transfer.to', 'Acted at, until')}
        value={filter.to}
        onChange={(to) => onChange({ to })}
        timeZone={timeZone}
        clearable
      />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    display: 'grid',
    gap: theme.spacing(1, 2),
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 250px), 1fr))',
  });
