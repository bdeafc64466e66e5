import { css } from '@emotion/css';
import { dateTimeFormat, dateTimeParse, type GrafanaTheme2, type TimeZone } from '@grafana/data';
import { Field, Input, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import React, { type FormEvent, useId, useState } from 'react';
import { shownAlike } from '../words/shownAlike';
import { LabelledGroup } from './LabelledGroup';
import { t } from '../../i18n/t';

interface Props {
  label: string;
  description?: string;
  error?: string;
  /** Epoch ms; null shows an empty field. */
  value: number | null;
  /** Not called for text that is no time; null when the field was emptied, if that may be. */
  onChange: (value: number | null) => void;
  clearable?: boolean;
  /** Times outside are handed over only when the field is left: on the way to "14" stands a "1". */
  min?: number;
  max?: number;
  timeZone: TimeZone;
}

const FORMAT = 'YYYY-MM-DDTHH:mm:ss';

/** A moment in the dashboard's time zone: the browser's own field, which has a label, a picker and works by keyboard. */
export function TimeField({
  label,
  description,
  error,
  value,
  onChange,
  clearable = false,
  min = 1,
  max,
  timeZone,
}: Props) {
  const styles = useStyles2(getStyles);
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = value === null ? '' : dateTimeFormat(value, { timeZone, format: FORMAT });
  // In the hour that comes twice the turn that is nearer to what was chosen before.
  const read = (text: string) => {
    const at = dateTimeParse(text, { timeZone, format: FORMAT }).valueOf();
    const turns = Number.isFinite(at) ? shownAlike(at, FORMAT, timeZone) : [];
    return turns.reduce((best, turn) => (distance(turn, value) < distance(best, value) ? turn : best), turns[0] ?? at);
  };

  const change = (event: FormEvent<HTMLInputElement>) => {
    const text = event.currentTarget.value;
    setTyped(text);
    const at = read(text);
    if (text === '' && clearable) {
      onChange(null);
    } else if (at >= min && at <= (max ?? Infinity)) {
      onChange(at);
    }
  };
  const leave = () => {
    const at = typed === null ? NaN : read(typed);
    // A year that is not finished reads as the year 20 or 202.
    if (at > 0 && at !== value) {
      onChange(at);
    }
    setTyped(null);
  };
  return (
    <div>
      <Field label={label} description={description} error={error} invalid={error !== undefined} noMargin>
        <Input
          id={id}
          className={styles}
          type="datetime-local"
          step={1}
          value={typed ?? shown}
          onChange={change}
          onBlur={leave}
        />
      </Field>
      {value !== null && <Turns {...{ label, value, onChange, timeZone }} />}
    </div>
  );
}

function distance(at: number, from: number | null): number {
  return Math.abs(at - (from ?? -Infinity));
}

/** Which of two moments is meant, where clocks were set back and showed the same twice. */
function Turns({
  label,
  value,
  onChange,
  timeZone,
}: Pick<Props, 'label' | 'onChange' | 'timeZone'> & { value: number }) {
  const turns = shownAlike(value, FORMAT, timeZone);
  const options = turns.map((turn) => ({
    value: turn,
    label: dateTimeFormat(turn, { timeZone, format: '[UTC]Z' }),
  }));
  return turns.length > 1 ? (
    <LabelledGroup legend={t('time.turns', '{{label}}: clocks were set back and showed this twice', { label })}>
      <RadioButtonGroup size="sm" options={options} value={value} onChange={onChange} />
    </LabelledGroup>
  ) : null;
}

const getStyles = (theme: GrafanaTheme2) => css({ '& input': { colorScheme: theme.isDark ? 'dark' : 'light' } });
