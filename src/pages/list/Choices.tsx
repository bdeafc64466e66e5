import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Checkbox, FilterInput, Icon, Label, useStyles2 } from '@grafana/ui';
import React, { type FocusEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import { t } from '../../i18n/t';

export interface Choice {
  value: string;
  label: string;
  /** How many near misses have it, where that is known. */
  count?: number | null;
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
  const [opens, setOpens] = useState<'closed' | 'left' | 'right'>('closed');
  const button = useRef<HTMLButtonElement>(null);
  const isOpen = opens !== 'closed';
  const leave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) {
      setOpens('closed');
    }
  };
  const escape = ({ key }: KeyboardEvent) => {
    if (key === 'Escape' && isOpen) {
      setOpens('closed');
      button.current?.focus();
    }
  };
  // Towards the middle of the window, so that it never reaches past its edge.
  const side = () => ((button.current?.getBoundingClientRect().right ?? 0) * 2 > window.innerWidth ? 'right' : 'left');
  const names = choices.filter(({ value }) => chosen.includes(value)).map((choice) => choice.label);
  return (
    // The handlers only close what the controls inside have opened.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.all} onBlur={leave} onKeyDown={escape}>
      <Label id={`${id}-label`}>{label}</Label>
      <button
        ref={button}
        id={`${id}-button`}
        type="button"
        className={styles.button}
        aria-expanded={isOpen}
        aria-labelledby={`${id}-label ${id}-button`}
        onClick={() => setOpens(isOpen ? 'closed' : side())}
      >
        <span className={styles.chosen}>{names.join(', ') || t('list.all', 'All')}</span>
        <Icon name={isOpen ? 'angle-up' : 'angle-down'} />
      </button>
      {isOpen && (
        // Focusable, so that a click between two boxes does not close it.
        <div
          className={cx(styles.menu, css({ [opens]: 0 }))}
          role="group"
          aria-labelledby={`${id}-label`}
          tabIndex={-1}
        >
          <Boxes {...{ label, choices, chosen, onChange }} />
        </div>
      )}
    </div>
  );
}

/** As many as are seen at a glance; more are found by typing. */
const FEW = 10;
/** As many as a browser draws at once without a wait. */
const MOST = 100;

function Boxes({ label, choices, chosen, onChange }: Props) {
  const [typed, setTyped] = useState('');
  const found = choices.filter((choice) => choice.label.toLowerCase().includes(typed.trim().toLowerCase()));
  const toggle = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <>
      {choices.length > FEW && (
        <FilterInput
          aria-label={t('list.find-choice', 'Find: {{label}}', { label })}
          escapeRegex={false}
          value={typed}
          onChange={setTyped}
        />
      )}
      {found.slice(0, MOST).map(({ value, label: name, count = null }) => (
        <Checkbox
          key={value}
          label={count === null ? name : t('list.choice', '{{name}} ({{n}})', { name, n: count })}
          value={chosen.includes(value)}
          onChange={() => toggle(value)}
        />
      ))}
      {found.length > MOST && t('list.more-choices', '{{n}} more: type to find them', { n: found.length - MOST })}
      {found.length === 0 && t('list.no-choice', 'None')}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  all: css({ minWidth: 0, position: 'relative' }),
  button: css({
    alignItems: 'center',
    background: theme.components.input.background,
    border: `1px solid ${theme.components.input.borderColor}`,
    borderRadius: theme.shape.radius.default,
    color: theme.colors.text.secondary,
    display: 'flex',
    gap: theme.spacing(0.5),
    height: theme.spacing(theme.components.height.md),
    justifyContent: 'space-between',
    padding: theme.spacing(0, 1),
    textAlign: 'left',
    width: '100%',
    '&:hover': { borderColor: theme.components.input.borderHover },
    '& > svg': { flexShrink: 0 },
  }),
  chosen: css({
    color: theme.components.input.text,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  }),
  menu: css({
    background: theme.colors.background.elevated,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    boxShadow: theme.shadows.z3,
    display: 'grid',
    gap: theme.spacing(1),
    justifyItems: 'start',
    marginTop: theme.spacing(0.5),
    maxHeight: 320,
    maxWidth: 280,
    minWidth: '100%',
    overflowY: 'auto',
    padding: theme.spacing(1),
    position: 'absolute',
    width: 'max-content',
    zIndex: theme.zIndex.dropdown,
  }),
});
