import { css } from '@emotion/css';
import { dateTimeFormat, dateTimeParse, type GrafanaTheme2, type TimeZone } from '@grafana/data';
import { Field, Input, useStyles2 } from '@grafana/ui';
import React, { type FormEvent, useId, useState } from 'react';

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
  const read = (text: string) => dateTimeParse(text, { timeZone, format: FORMAT }).valueOf();

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
  );
}

const getStyles = (theme: GrafanaTheme2) => css({ '& input': { colorScheme: theme.isDark ? 'dark' : 'light' } });
