import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Checkbox, Icon, useStyles2 } from '@grafana/ui';
import React, { type FocusEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import { t } from '../../i18n/t';

export interface Choice {
  value: string;
  label: string;
}

interface Props {
  label: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}

/** Any of a few: a button that shows what is chosen and opens checkboxes. Grafana 12's MultiCombobox has no name and fails axe. */
export function Choices({ label, choices, chosen, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const id = useId();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const leave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) {
      setOpen(false);
    }
  };
  const escape = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') {
      setOpen(false);
      button.current?.focus();
    }
  };
  const toggle = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  const names = choices.filter(({ value }) => chosen.includes(value)).map((choice) => choice.label);
  return (
    // The handlers only close what the controls inside have opened.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.all} onBlur={leave} onKeyDown={escape}>
      <span id={`${id}-label`} className={styles.label}>
        {label}
      </span>
      <button
        ref={button}
        id={`${id}-button`}
        type="button"
        className={styles.button}
        aria-expanded={open}
        aria-labelledby={`${id}-label ${id}-button`}
        onClick={() => setOpen(!open)}
      >
        <span className={styles.chosen}>{names.join(', ') || t('list.all', 'All')}</span>
        <Icon name={open ? 'angle-up' : 'angle-down'} />
      </button>
      {open && (
        // Focusable, so that a click between two boxes does not close it.
        <div className={styles.menu} role="group" aria-labelledby={`${id}-label`} tabIndex={-1}>
          {choices.map(({ value, label: name }) => (
            <Checkbox key={value} label={name} value={chosen.includes(value)} onChange={() => toggle(value)} />
          ))}
        </div>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  all: css({ position: 'relative' }),
  label: css({
    display: 'block',
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
    lineHeight: '16px',
    marginBottom: theme.spacing(0.5),
  }),
  button: css({
    alignItems: 'center',
    background: theme.components.input.background,
    border: `1px solid ${theme.components.input.borderColor}`,
    borderRadius: theme.shape.radius.default,
    color: theme.components.input.text,
    display: 'flex',
    gap: theme.spacing(0.5),
    height: theme.spacing(theme.components.height.md),
    justifyContent: 'space-between',
    padding: theme.spacing(0, 1),
    textAlign: 'left',
    width: '100%',
  }),
  chosen: css({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }),
  menu: css({
    background: theme.colors.background.elevated,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    boxShadow: theme.shadows.z3,
    display: 'grid',
    gap: theme.spacing(1),
    justifyItems: 'start',
    marginTop: theme.spacing(0.5),
    minWidth: '100%',
    padding: theme.spacing(1),
    position: 'absolute',
    zIndex: theme.zIndex.dropdown,
  }),
});
