import { css } from '@emotion/css';
import { type GrafanaTheme2, type TimeZone } from '@grafana/data';
import { Combobox, type ComboboxOption, Field, Input, useStyles2 } from '@grafana/ui';
import React, { type ChangeEvent, useId, useMemo, useState } from 'react';
import { type Period, periodLabel, periodOf, quarterKeys } from '../words/period';
import { t } from '../../i18n/t';

interface Props {
  period: Period;
  /** Epoch ms. */
  now: number;
  timeZone?: TimeZone;
  onChange: (key: string) => void;
}

/** Stands for days that are chosen one by one; no period has this key. */
const OWN = 'own';
const QUARTERS = 5;
const DAY = 24 * 60 * 60_000;

/** Which time is looked at: a quarter, the last days, all time, or days of one's own. */
export function PeriodField({ period, now, timeZone, onChange }: Props) {
  const id = useId();
  const styles = useStyles2(getStyles);
  const [own, setOwn] = useState(period.key.includes('..'));
  const options = useMemo(() => optionsAt(now, timeZone, period), [now, timeZone, period]);
  const choose = ({ value }: ComboboxOption) => {
    setOwn(value === OWN);
    onChange(value === OWN ? ownKey(period, now) : value);
  };
  const [begin = '', last = ''] = period.key.split('..');
  const day = (change: (day: string) => string) => (event: ChangeEvent<HTMLInputElement>) => {
    const key = change(event.target.value);
    if (periodOf(key, now, timeZone)) {
      onChange(key);
    }
  };
  return (
    <div className={styles}>
      <Field noMargin htmlFor={id} label={t('period.label', 'Period')}>
        <Combobox id={id} value={own ? OWN : period.key} options={options} onChange={choose} />
      </Field>
      {own && period.key.includes('..') && (
        <>
          <Field noMargin label={t('period.first-day', 'First day')}>
            <Input id={`${id}-first`} type="date" value={begin} max={last} onChange={day((to) => `${to}..${last}`)} />
          </Field>
          <Field noMargin label={t('period.last-day', 'Last day')}>
            <Input id={`${id}-last`} type="date" value={last} min={begin} onChange={day((to) => `${begin}..${to}`)} />
          </Field>
        </>
      )}
    </div>
  );
}

function optionsAt(now: number, timeZone: TimeZone | undefined, shown: Period): ComboboxOption[] {
  const keys = [...quarterKeys(now, QUARTERS, timeZone), '90d', '365d', ''];
  // Of an address that somebody else made.
  const more = keys.includes(shown.key) || shown.key.includes('..') ? [] : [shown.key];
  const presets = [...keys, ...more].flatMap((key) => {
    const period = periodOf(key, now, timeZone);
    return period ? [{ value: key, label: periodLabel(period) }] : [];
  });
  return [...presets, { value: OWN, label: t('period.own', 'Days of your own…') }];
}

function ownKey({ from, to }: Period, now: number): string {
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  const end = Number.isFinite(to) ? Math.min(to - 1, now) : now;
  return `${day(Number.isFinite(from) ? from : end - 90 * DAY)}..${day(end)}`;
}

const getStyles = (theme: GrafanaTheme2) => css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) });
