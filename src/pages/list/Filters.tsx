import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Combobox, type ComboboxOption, Field, FilterInput, useStyles2 } from '@grafana/ui';
import React, { useId, useMemo, useState } from 'react';
import { PeriodField } from '../../components/fields/PeriodField';
import { kindLabel, savedByLabel, statusLabel } from '../../components/words/labels';
import { SORT_ORDERS, type SortOrder } from '../../domain/fold/filter';
import type { NearMiss } from '../../domain/fold/nearMiss';
import { type Offers, offersOf } from '../../domain/fold/offersOf';
import { KINDS, SAVED_BY, STATUSES } from '../../domain/record/record';
import { type Choice, Choices } from './Choices';
import { type Criteria, type CriterionName, narrowing } from './listAddress';
import { t } from '../../i18n/t';

interface Props {
  criteria: Criteria;
  nearMisses: readonly NearMiss[];
  /** Epoch ms. */
  now: number;
  onChange: (name: CriterionName, values: readonly string[]) => void;
  onClear: () => void;
}

/** Search, filters and order in one bar; on a phone the search, and a button that opens the rest. */
export function Filters({ criteria, nearMisses, now, onChange, onClear }: Props) {
  const styles = useStyles2(getStyles);
  const id = useId();
  const [open, setOpen] = useState(false);
  const { filter, period, sort } = criteria;
  const n = narrowing(criteria);
  return (
    <div role="search" className={styles.bar} aria-label={t('list.filters', 'Search and filter')}>
      <Field noMargin className={styles.search} htmlFor={`${id}-search`} label={t('list.search', 'Search')}>
        <FilterInput
          id={`${id}-search`}
          escapeRegex={false}
          value={filter.text}
          placeholder={t('list.search-hint', 'Words in the story')}
          onChange={(text) => onChange('q', [text])}
        />
      </Field>
      <Button
        className={styles.opener}
        variant="secondary"
        icon="filter"
        aria-expanded={open}
        aria-controls={`${id}-rest`}
        onClick={() => setOpen(!open)}
      >
        {n === 0 ? t('list.filter', 'Filter') : t('list.filter-count', 'Filter ({{n}})', { n })}
      </Button>
      <div id={`${id}-rest`} className={cx(styles.rest, !open && styles.closed)}>
        <PeriodField period={period} now={now} onChange={(key) => onChange('period', [key])} />
        <NameFilters filter={filter} nearMisses={nearMisses} onChange={onChange} />
        <Field noMargin htmlFor={`${id}-sort`} label={t('list.sort', 'Order')}>
          <Combobox<SortOrder>
            id={`${id}-sort`}
            value={sort}
            options={orders()}
            onChange={({ value }) => onChange('sort', [value === 'newest' ? '' : value])}
          />
        </Field>
        <Button className={styles.clear} variant="secondary" fill="outline" onClick={onClear}>
          {t('list.clear', 'Clear')}
        </Button>
      </div>
    </div>
  );
}

type NameFiltersProps = Pick<Criteria, 'filter'> & Pick<Props, 'nearMisses' | 'onChange'>;

/** What is chosen by name; only names that near misses have are offered. */
function NameFilters({ filter, nearMisses, onChange }: NameFiltersProps) {
  const { from, to, teams, services, kinds, savedBy, statuses } = filter;
  const offers = useMemo(() => offersOf(nearMisses, { from, to }), [nearMisses, from, to]);
  const named = (offered: Offers[keyof Offers], chosen: readonly string[]) =>
    choicesOf([...new Set([...offered.keys(), ...chosen])], String, offered, chosen);
  const parts: ReadonlyArray<[CriterionName, string, Choice[], readonly string[]]> = [
    ['team', t('list.team', 'Team'), named(offers.teams, teams), teams],
    ['service', t('list.service', 'Service'), named(offers.services, services), services],
    ['kind', t('list.kind', 'Kind'), choicesOf(KINDS, kindLabel, offers.kinds, kinds), kinds],
    ['saved', t('list.saved', 'Saved by'), choicesOf(SAVED_BY, savedByLabel, offers.savedBy, savedBy), savedBy],
    ['status', t('list.status', 'Status'), choicesOf(STATUSES, statusLabel, offers.statuses, statuses), statuses],
  ];
  return parts.map(([name, label, choices, chosen]) => (
    <Choices key={name} label={label} choices={choices} chosen={chosen} onChange={(values) => onChange(name, values)} />
  ));
}

/** Those of all that near misses have or that are chosen, in the order of all. */
function choicesOf<T extends string>(
  all: readonly T[],
  labelOf: (one: T) => string,
  offered: Offers[keyof Offers],
  chosen: readonly T[]
): Choice[] {
  return all
    .filter((one) => offered.has(one) || chosen.includes(one))
    .map((one) => ({ value: one, label: labelOf(one), count: offered.get(one) }));
}

function orders(): Array<ComboboxOption<SortOrder>> {
  const labels: Record<SortOrder, string> = {
    newest: t('list.newest', 'Newest'),
    oldest: t('list.oldest', 'Oldest'),
    margin: t('list.narrowest', 'Narrowest margin'),
    title: t('list.by-title', 'Title'),
  };
  return SORT_ORDERS.map((order) => ({ value: order, label: labels[order] }));
}

const PHONE = '@media (max-width: 599px)';
const DAY_FITS = 'minmax(148px, 1fr)';

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({
    display: 'grid',
    gap: theme.spacing(1),
    gridTemplateColumns: 'repeat(auto-fit, minmax(112px, 1fr))',
    '&:has([type="date"])': { gridTemplateColumns: `repeat(auto-fit, ${DAY_FITS})` },
    '&&': { [PHONE]: { gridTemplateColumns: 'minmax(0, 1fr) auto' } },
  }),
  search: css({ gridColumn: 'span 2', [PHONE]: { gridColumn: 'auto' } }),
  opener: css({ display: 'none', [PHONE]: { alignSelf: 'end', display: 'flex' } }),
  rest: css({
    display: 'contents',
    [PHONE]: {
      display: 'grid',
      gap: theme.spacing(1),
      gridColumn: '1 / -1',
      gridTemplateColumns: `repeat(auto-fit, ${DAY_FITS})`,
    },
  }),
  closed: css({ [PHONE]: { display: 'none' } }),
  clear: css({ display: 'none', [PHONE]: { alignSelf: 'end', display: 'flex', justifyContent: 'center' } }),
});
