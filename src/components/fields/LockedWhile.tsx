import { css } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';
import React, { type ReactNode, type RefObject } from 'react';
import { onSaveKeys } from './saveKeys';

interface Props {
  busy: boolean;
  /** Of the fields, see `isStoppedByUnread`. */
  fields?: RefObject<HTMLFieldSetElement>;
  /** By Ctrl+Enter in any of the fields. */
  onSave?: () => void;
  children: ReactNode;
}

/** Fields that take nothing while `busy`: what is typed into something on its way would be in neither of the two. */
export function LockedWhile({ busy, fields, onSave, children }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <fieldset ref={fields} className={styles} disabled={busy}>
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

const getStyles = () => css({ border: 0, margin: 0, minWidth: 0, padding: 0 });
