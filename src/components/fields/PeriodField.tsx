import { css } from '@emotion/css';
import { dateTimeForTimeZone, getTimeZone, type TimeZone } from '@grafana/data';
import { Combobox, type ComboboxOption, Field, Input, useStyles2 } from '@grafana/ui';
import React, { type ChangeEvent, useId, useMemo, useState } from 'react';
import { type Period, periodLabel, periodOf, quarterKeys } from '../words/period';
import { t } from '../../i18n/t';

interface Props {
  period: Period;
  /** Epoch ms. */
  now: number;
  /** Unless it is given, the reader's. */
  timeZone?: TimeZone;
  onChange: (key: string) => void;
}

/** Stands for days that are chosen one by one; no period has this key. */
const OWN = 'own';
const BETWEEN = '..';
const QUARTERS = 5;
const DAY = 24 * 60 * 60_000;

/**
 * Which time is looked at: a quarter, the last days, all time, or days of one's own. Its one to three fields are items
 * of the flex or grid box that they stand in.
 */
export function PeriodField({ period, now, timeZone = getTimeZone(), onChange }: Props) {
  const id = useId();
  const styles = useStyles2(getStyles);
  const own = period.key.includes(BETWEEN);
  const options = useMemo(() => optionsAt(now, timeZone, period.key), [now, timeZone, period.key]);
  const choose = ({ value }: ComboboxOption) => onChange(value === OWN ? ownKey(period, now, timeZone) : value);
  return (
    <div className={styles}>
      <Field noMargin htmlFor={id} label={t('period.label', 'Period')}>
        <Combobox id={id} value={own ? OWN : period.key} options={options} onChange={choose} />
      </Field>
      {own && <OwnDays days={period.key} isPeriod={(key) => periodOf(key, now) !== null} onChange={onChange} />}
    </div>
  );
}

interface OwnDaysProps {
  /** Key of a period. */
  days: string;
  isPeriod: (key: string) => boolean;
  onChange: (key: string) => void;
}

/** Says so, and keeps what stands there, while it is no period: typing a date goes through others. */
function OwnDays({ days, isPeriod, onChange }: OwnDaysProps) {
  const id = useId();
  const [unfit, setUnfit] = useState<string | null>(null);
  const [begin = '', last = ''] = (unfit ?? days).split(BETWEEN);
  const change = (key: string) => {
    const fits = isPeriod(key);
    setUnfit(fits ? null : key);
    if (fits) {
      onChange(key);
    }
  };
  const typed = (keyWith: (day: string) => string) => (event: ChangeEvent<HTMLInputElement>) =>
    change(keyWith(event.target.value));
  const wrong = unfit !== null;
  const error = wrong && t('period.wrong', 'Two days, the earlier one first');
  return (
    <>
      <Field noMargin label={t('period.first-day', 'First day')} invalid={wrong}>
        <Input id={`${id}-first`} type="date" value={begin} onChange={typed((day) => day + BETWEEN + last)} />
      </Field>
      <Field noMargin label={t('period.last-day', 'Last day')} invalid={wrong} error={error}>
        <Input id={`${id}-last`} type="date" value={last} onChange={typed((day) => begin + BETWEEN + day)} />
      </Field>
    </>
  );
}

function optionsAt(now: number, timeZone: TimeZone, shown: string): ComboboxOption[] {
  const keys = [...quarterKeys(now, QUARTERS, timeZone), '90d', '365d', ''];
  // Of an address that somebody else made.
  const more = keys.includes(shown) || shown.includes(BETWEEN) ? [] : [shown];
  const presets = [...keys, ...more].flatMap((key) => {
    const period = periodOf(key, now, timeZone);
    return period ? [{ value: key, label: periodLabel(period) }] : [];
  });
  return [...presets, { value: OWN, label: t('period.own', 'Own days') }];
}

/** The days of the period so far; of all time the last ninety. */
function ownKey({ from, to }: Period, now: number, timeZone: TimeZone): string {
  const day = (at: number) => dateTimeForTimeZone(timeZone, at).format('YYYY-MM-DD');
  const end = Math.min(to - 1, now);
  return day(Number.isFinite(from) ? Math.min(from, end) : end - 90 * DAY) + BETWEEN + day(end);
}

const getStyles = () => css({ display: 'contents' });
