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
  timeZone: TimeZone;
  disabled?: boolean;
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
  timeZone,
  disabled,
}: Props) {
  const styles = useStyles2(getStyles);
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = value === null ? '' : dateTimeFormat(value, { timeZone, format: FORMAT });

  const change = (event: FormEvent<HTMLInputElement>) => {
    const text = event.currentTarget.value;
    // Shown as typed while the field has the focus. A year that is being typed reads as the year 2, 20, 202 first.
    setTyped(text);
    const at = dateTimeParse(text, { timeZone, format: FORMAT }).valueOf();
    if (text === '' && clearable) {
      onChange(null);
    } else if (at > 0) {
      onChange(at);
    }
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
        onBlur={() => setTyped(null)}
        disabled={disabled}
      />
    </Field>
  );
}

const getStyles = (theme: GrafanaTheme2) => css({ '& input': { colorScheme: theme.isDark ? 'dark' : 'light' } });
