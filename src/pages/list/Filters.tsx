import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Combobox, type ComboboxOption, Field, FilterInput, MultiCombobox, useStyles2 } from '@grafana/ui';
import React, { useId, useMemo } from 'react';
import { kindLabel } from '../../components/kindLabel';
import { savedByLabel } from '../../components/savedByLabel';
import { statusLabel } from '../../components/statusLabel';
import type { NearMiss } from '../../domain/foldedNearMiss';
import { SORT_ORDERS, type SortOrder } from '../../domain/listFilter';
import { KINDS, SAVED_BY, STATUSES } from '../../domain/nearMiss';
import type { Criteria, CriterionName } from './listAddress';
import { namesIn } from './namesIn';

interface Props {
  criteria: Criteria;
  nearMisses: readonly NearMiss[];
  onChange: (name: CriterionName, values: readonly string[]) => void;
}

/** Search, filters and order. */
export function Filters({ criteria, nearMisses, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const { filter, sort } = criteria;
  const teams = useMemo(
    () =>
      plainOptions(
        namesIn(
          nearMisses.map(({ team }) => team),
          filter.teams
        )
      ),
    [nearMisses, filter.teams]
  );
  const services = useMemo(
    () =>
      plainOptions(
        namesIn(
          nearMisses.flatMap((one) => one.services),
          filter.services
        )
      ),
    [nearMisses, filter.services]
  );
  const id = useId();
  return (
    <div role="search" className={styles} aria-label={t('list.filters', 'Search and filter')}>
      <Field noMargin htmlFor={`${id}-search`} label={t('list.search', 'Search')}>
        <FilterInput
          id={`${id}-search`}
          value={filter.text}
          placeholder={t('list.search-hint', 'Words in the story')}
          onChange={(text) => onChange('q', [text])}
        />
      </Field>
      <Choice label={t('list.kind', 'Kind')} name="kind" value={filter.kinds} options={kinds()} onChange={onChange} />
      <Choice
        label={t('list.status', 'Status')}
        name="status"
        value={filter.statuses}
        options={statuses()}
        onChange={onChange}
      />
      <Choice
        label={t('list.saved', 'Saved by')}
        name="saved"
        value={filter.savedBy}
        options={savers()}
        onChange={onChange}
      />
      <Choice label={t('list.team', 'Team')} name="team" value={filter.teams} options={teams} onChange={onChange} />
      <Choice
        label={t('list.service', 'Service')}
        name="service"
        value={filter.services}
        options={services}
        onChange={onChange}
      />
      <Field noMargin htmlFor={`${id}-sort`} label={t('list.sort', 'Order')}>
        <Combobox<SortOrder>
          id={`${id}-sort`}
          value={sort}
          options={orders()}
          onChange={({ value }) => onChange('sort', [value === 'newest' ? '' : value])}
        />
      </Field>
    </div>
  );
}

interface ChoiceProps {
  label: string;
  name: CriterionName;
  value: readonly string[];
  options: ComboboxOption[];
  onChange: Props['onChange'];
}

function Choice({ label, name, value, options, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <Field noMargin htmlFor={id} label={label}>
      <MultiCombobox
        id={id}
        value={[...value]}
        options={options}
        placeholder={t('list.all', 'All')}
        onChange={(chosen) =>
          onChange(
            name,
            chosen.map((option) => option.value)
          )
        }
      />
    </Field>
  );
}

const plainOptions = (names: string[]): ComboboxOption[] => names.map((name) => ({ value: name, label: name }));
const kinds = (): ComboboxOption[] => KINDS.map((kind) => ({ value: kind, label: kindLabel(kind) }));
const statuses = (): ComboboxOption[] => STATUSES.map((status) => ({ value: status, label: statusLabel(status) }));
const savers = (): ComboboxOption[] => SAVED_BY.map((savedBy) => ({ value: savedBy, label: savedByLabel(savedBy) }));

function orders(): Array<ComboboxOption<SortOrder>> {
  const labels: Record<SortOrder, string> = {
    newest: t('list.newest', 'Newest first'),
    oldest: t('list.oldest', 'Oldest first'),
    margin: t('list.narrowest', 'Narrowest margin first'),
    title: t('list.by-title', 'By title'),
  };
  return SORT_ORDERS.map((order) => ({ value: order, label: labels[order] }));
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    display: 'grid',
    gap: theme.spacing(1, 2),
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 180px), 1fr))',
  });
