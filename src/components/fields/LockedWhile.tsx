import { css } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';
import React, { type FocusEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { onSaveKeys } from './saveKeys';

interface Props {
  busy: boolean;
  /** Of the fields, see `isStoppedByUnread`. */
  fields?: RefObject<HTMLFieldSetElement>;
  /** By Ctrl+Enter in any of the fields. */
  onSave?: () => void;
  children: ReactNode;
}

/**
 * Fields that take nothing while `busy`: what is typed into something on its way would be in neither of the two. Whoever was in
 * one of them is there again afterwards.
 */
export function LockedWhile({ busy, fields, onSave, children }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <fieldset ref={fields} className={styles} disabled={busy} {...useFocusKept(busy)}>
      {onSave ? (
        <div role="presentation" onKeyDown={onSaveKeys(onSave)}>
          {children}
        </div>
      ) : (
        children
      )}
    </fieldset>
  );
}

/** Browsers take the focus from a field that is switched off, and nobody gives it back. */
function useFocusKept(busy: boolean) {
  const field = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (!busy && document.activeElement === document.body) {
      field.current?.focus();
    }
  }, [busy]);
  return {
    onFocus: ({ target }: FocusEvent<HTMLElement>) => {
      field.current = target;
    },
    onBlur: () => {
      if (!busy) {
        field.current = null;
      }
    },
  };
}

const getStyles = () => css({ border: 0, margin: 0, minWidth: 0, padding: 0 });
