import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Combobox, type ComboboxOption, Field, FilterInput, useStyles2 } from '@grafana/ui';
import React, { useId, useMemo } from 'react';
import { kindLabel, statusLabel, savedByLabel } from '../../components/words/labels';
import type { NearMiss } from '../../domain/fold/nearMiss';
import { SORT_ORDERS, type SortOrder } from '../../domain/fold/filter';
import { KINDS, SAVED_BY, STATUSES } from '../../domain/record/record';
import { type Choice, Choices } from './Choices';
import type { Criteria, CriterionName } from './listAddress';
import { t } from '../../i18n/t';

/** The different names that occur, and those that are chosen even if they no longer do, in alphabetical order. */
function namesIn(occurring: Iterable<string>, chosen: readonly string[]): string[] {
  return [...new Set([...occurring, ...chosen])].filter(Boolean).sort((a, b) => a.localeCompare(b));
}

interface Props {
  criteria: Criteria;
  nearMisses: readonly NearMiss[];
  onChange: (name: CriterionName, values: readonly string[]) => void;
}

/** Search, filters and order. */
export function Filters({ criteria, nearMisses, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const id = useId();
  const { filter, sort } = criteria;
  const teams = useMemo(() => nearMisses.map(({ team }) => team), [nearMisses]);
  const services = useMemo(() => nearMisses.flatMap((one) => one.services), [nearMisses]);
  const several = (name: CriterionName) => (values: readonly string[]) => onChange(name, values);
  return (
    <div role="search" className={styles} aria-label={t('list.filters', 'Search and filter')}>
      <Field noMargin htmlFor={`${id}-search`} label={t('list.search', 'Search')}>
        <FilterInput
          id={`${id}-search`}
          escapeRegex={false}
          value={filter.text}
          placeholder={t('list.search-hint', 'Words in the story')}
          onChange={(text) => onChange('q', [text])}
        />
      </Field>
      <Choices label={t('list.kind', 'Kind')} choices={kinds()} chosen={filter.kinds} onChange={several('kind')} />
      <Choices
        label={t('list.status', 'Status')}
        choices={statuses()}
        chosen={filter.statuses}
        onChange={several('status')}
      />
      <Choices
        label={t('list.saved', 'Saved by')}
        choices={savers()}
        chosen={filter.savedBy}
        onChange={several('saved')}
      />
      <Name label={t('list.team', 'Team')} name="team" chosen={filter.teams} occurring={teams} onChange={onChange} />
      <Name
        label={t('list.service', 'Service')}
        name="service"
        chosen={filter.services}
        occurring={services}
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

interface NameProps {
  label: string;
  name: CriterionName;
  chosen: readonly string[];
  occurring: readonly string[];
  onChange: Props['onChange'];
}

/** One of many names, found by typing. An address may hold several: all are shown, a choice replaces them. */
function Name({ label, name, chosen, occurring, onChange }: NameProps) {
  const id = useId();
  const all = chosen.join(', ');
  // With a plain value, which must be among the options, Grafana 12 offers to clear it; with an option it does not.
  const options = useMemo(
    () => namesIn([...occurring, all], chosen).map((value): ComboboxOption => ({ value, label: value })),
    [occurring, chosen, all]
  );
  return (
    <Field noMargin htmlFor={id} label={label}>
      <Combobox
        id={id}
        value={all || null}
        options={options}
        placeholder={t('list.all', 'All')}
        isClearable
        onChange={(option) => onChange(name, option ? [option.value] : [])}
      />
    </Field>
  );
}

const kinds = (): Choice[] => KINDS.map((kind) => ({ value: kind, label: kindLabel(kind) }));
const statuses = (): Choice[] => STATUSES.map((status) => ({ value: status, label: statusLabel(status) }));
const savers = (): Choice[] => SAVED_BY.map((savedBy) => ({ value: savedBy, label: savedByLabel(savedBy) }));

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
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 140px), 1fr))',
  });
