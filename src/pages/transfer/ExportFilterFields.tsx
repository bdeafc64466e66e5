import { css } from '@emotion/css';
import { getTimeZone, type GrafanaTheme2 } from '@grafana/data';
import { type ComboboxOption, Field, Label, MultiCombobox, useStyles2 } from '@grafana/ui';
import React, { type RefObject, useId } from 'react';
import { kindLabel } from '../../components/words/labels';
import { TimeField } from '../../components/fields/TimeField';
import { KINDS } from '../../domain/record/record';
import type { ExportFilter } from '../../domain/transfer/exportText';
import { t } from '../../i18n/t';

interface Props {
  filter: ExportFilter;
  /** Names that occur. */
  teams: readonly string[];
  onChange: (part: Partial<ExportFilter>) => void;
  /** Of what holds them, see `isStoppedByUnread`. */
  fields: RefObject<HTMLDivElement>;
}

/** Which near misses go into the file; untouched, all of them. */
export function ExportFilterFields({ filter, teams, onChange, fields }: Props) {
  const styles = useStyles2(getStyles);
  const timeZone = getTimeZone();
  return (
    <div ref={fields} className={styles}>
      <Choice
        label={t('transfer.kind', 'Kind')}
        chosen={filter.kinds}
        options={KINDS.map((kind) => ({ value: kind, label: kindLabel(kind) }))}
        onChange={(kinds) => onChange({ kinds })}
      />
      <Choice
        label={t('transfer.team', 'Team')}
        chosen={filter.teams}
        options={teams.map((team) => ({ value: team, label: team }))}
        onChange={(chosen) => onChange({ teams: chosen })}
      />
      <TimeField
        label={t('transfer.from', 'Acted at, from')}
        value={filter.from}
        onChange={(from) => onChange({ from })}
        ofDay="start"
        timeZone={timeZone}
        clearable
      />
      <TimeField
        label={t('transfer.to', 'Acted at, until')}
        value={filter.to}
        onChange={(to) => onChange({ to })}
        ofDay="end"
        timeZone={timeZone}
        clearable
      />
    </div>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  chosen: readonly T[];
  options: Array<ComboboxOption<T>>;
  onChange: (chosen: readonly T[]) => void;
}

function Choice<T extends string>({ label, chosen, options, onChange }: ChoiceProps<T>) {
  const id = useId();
  return (
    <Field noMargin label={<Label id={id}>{label}</Label>}>
      <MultiCombobox<T>
        // Grafana 12.3 has no id here for a label to point at.
        aria-labelledby={id}
        value={[...chosen]}
        options={options}
        placeholder={t('transfer.all', 'All')}
        onChange={(picked) => onChange(picked.map(({ value }) => value))}
      />
    </Field>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    display: 'grid',
    gap: theme.spacing(1, 2),
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 250px), 1fr))',
  });
