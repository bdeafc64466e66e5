import { css } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';

/** Fields that take nothing while `busy`: what is typed into something on its way would be in neither of the two. */
export function LockedWhile({ busy, children }: { busy: boolean; children: ReactNode }) {
  const styles = useStyles2(getStyles);
  return (
    <fieldset className={styles} disabled={busy}>
      {children}
    </fieldset>
  );
}

const getStyles = () => css({ border: 0, margin: 0, minWidth: 0, padding: 0 });
