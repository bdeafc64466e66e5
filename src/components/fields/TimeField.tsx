import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2, systemDateFormats, type TimeZone } from '@grafana/data';
import { Button, DatePicker, Field, Input, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import React, { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { shownAlike } from '../words/shownAlike';
import { LabelledGroup } from './LabelledGroup';
import { dayIn, type EndOfDay, endOfDay, momentIn, momentText, onDay } from './momentText';
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
  /** Times outside are handed over only by Enter or when the field is left: on the way to "14:30" stands a "14:3". */
  min?: number;
  max?: number;
  /** A day that is typed or chosen without a clock means this end of it; unless given, it is no moment. */
  ofDay?: EndOfDay;
  timeZone: TimeZone;
}

/**
 * A moment in the dashboard's time zone, typed as Grafana writes it, its day also by Grafana's calendar. What cannot be read stays
 * as it was typed, and until it is mended the browser counts the field as invalid: see `isStoppedByUnread`.
 */
export function TimeField(props: Props) {
  const { label, description, error, value, onChange, ofDay, timeZone } = props;
  const id = useId();
  const [open, setOpen] = useState(false);
  const { input, text, complaint, change, leave, enter, complain, reset } = useTyped(props);
  const close = () => {
    setOpen(false);
    input.current?.focus();
  };
  const choose = (at: number) => {
    // The day may be that of the value, which then is no news to anybody.
    reset();
    onChange(value === null && ofDay ? endOfDay(at, ofDay, timeZone) : at);
    close();
  };
  const closeByKey = (event: KeyboardEvent) => {
    if (open && event.key === 'Escape') {
      // Not the modal.
      event.stopPropagation();
      close();
    }
  };
  const shownError = complaint ?? error;
  return (
    <div role="presentation" onKeyDown={closeByKey}>
      <Field label={label} description={description} error={shownError} invalid={shownError !== undefined} noMargin>
        <Input
          id={id}
          ref={input}
          value={text}
          autoComplete="off"
          onChange={change}
          onBlur={leave}
          onKeyDownCapture={enter}
          onInvalid={complain}
          addonAfter={
            <Button
              type="button"
              variant="secondary"
              icon="calendar-alt"
              aria-label={t('time.calendar', '{{label}}: choose the day', { label })}
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            />
          }
        />
      </Field>
      {open && <Days {...{ value, timeZone }} onChoose={choose} />}
      {value !== null && <Turns {...{ label, value, onChange, timeZone }} />}
    </div>
  );
}

/** What stands in the field: what is being typed, or could not be read, or else the value. */
function useTyped({ value, onChange, clearable = false, min = 1, max = Infinity, ofDay, timeZone }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  /** The value when the field was left with a text that says nothing. */
  const [left, setLeft] = useState<{ at: number | null } | null>(null);
  // Somebody chose another moment elsewhere.
  const isOver = typed === null || (left !== null && left.at !== value);
  const text = isOver ? (value === null ? '' : momentText(value, timeZone)) : typed;
  const read = (words: string) => momentIn(words, value, timeZone) ?? (ofDay ? dayIn(words, ofDay, timeZone) : null);
  const isEmpty = text.trim() === '';
  const isUnread = !isOver && (isEmpty ? !clearable : (read(text) ?? 0) <= 0);
  const complaint = t('time.unread', 'Type a moment such as {{example}}', {
    example: momentText(Date.now(), timeZone),
  });
  useEffect(() => input.current?.setCustomValidity(isUnread ? complaint : ''));

  const reset = () => {
    setTyped(null);
    setLeft(null);
  };
  const change = ({ currentTarget }: FormEvent<HTMLInputElement>) => {
    const next = currentTarget.value;
    setTyped(next);
    setLeft(null);
    const at = read(next);
    if (next.trim() === '' && clearable) {
      onChange(null);
    } else if (at !== null && at >= min && at <= max) {
      onChange(at);
    }
  };
  const leave = () => {
    const at = isOver ? null : read(text);
    if (at !== null && at > 0 && at !== value) {
      onChange(at);
    }
    const stays = isUnread && !isEmpty;
    if (stays) {
      setTyped(text);
      setLeft({ at: value });
    } else {
      reset();
    }
  };
  const enter = ({ key, nativeEvent }: KeyboardEvent) => {
    // Before the form hears of it and saves: by then it must have been drawn with the moment. Emptied it stays, to be asked about.
    if (key === 'Enter' && !nativeEvent.isComposing && !isEmpty) {
      flushSync(leave);
    }
  };
  const complain = (event: FormEvent) => {
    // Grafana's field says it in its own way.
    event.preventDefault();
    setLeft({ at: value });
  };
  return { input, text, complaint: isUnread && left ? complaint : undefined, change, leave, enter, complain, reset };
}

interface DaysProps extends Pick<Props, 'value' | 'timeZone'> {
  onChoose: (at: number) => void;
}

/** At a click elsewhere, which may be one on the button that closes it. */
const stayOpen = () => {};

/** Grafana's calendar, which knows days alone and no time zone. */
function Days({ value, timeZone, onChoose }: DaysProps) {
  const styles = useStyles2(getStyles);
  const at = value ?? Date.now();
  const [year = 0, month = 1, day = 1] = dateTimeFormat(at, { timeZone, format: 'YYYY-M-D' }).split('-').map(Number);
  const choose = (picked: Date) =>
    onChoose(onDay({ year: picked.getFullYear(), month: picked.getMonth() + 1, day: picked.getDate() }, at, timeZone));
  const calendar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Grafana gives its arrows no names.
    const name = (which: string, label: string) =>
      calendar.current
        ?.querySelector(`.react-calendar__navigation__${which}-button`)
        ?.setAttribute('aria-label', label);
    name('prev', t('time.earlier', 'Earlier'));
    name('next', t('time.later', 'Later'));
  }, []);
  return (
    <div ref={calendar} className={styles}>
      <DatePicker isOpen value={new Date(year, month - 1, day)} onChange={choose} onClose={stayOpen} />
    </div>
  );
}

/** Which of two moments is meant, where clocks were set back and showed the same twice. */
function Turns({
  label,
  value,
  onChange,
  timeZone,
}: Pick<Props, 'label' | 'onChange' | 'timeZone'> & { value: number }) {
  const turns = shownAlike(value, systemDateFormats.fullDate, timeZone);
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

const getStyles = (theme: GrafanaTheme2) =>
  css({
    '& .react-calendar': { maxWidth: '100%' },
    '& abbr': { fontSize: theme.typography.bodySmall.fontSize },
    // A year is far for what was acted on, and these two are too small to be hit.
    '& [class*="prev2-button"], & [class*="next2-button"]': { display: 'none' },
  });
