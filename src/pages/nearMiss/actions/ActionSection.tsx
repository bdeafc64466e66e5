import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { type ReactNode, useEffect, useRef } from 'react';

interface Props {
  title: string;
  children: ReactNode;
}

/** The form of one action, under the buttons that opened it; takes the focus, so that the keyboard follows. */
export function ActionSection({ title, children }: Props) {
  const styles = useStyles2(getStyles);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Grafana's menus give the focus back to their button when they close, which is just now.
    const soon = setTimeout(() => heading.current?.focus());
    return () => clearTimeout(soon);
  }, []);
  return (
    <section className={styles.section} aria-label={title}>
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        {title}
      </h2>
      {children}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  section: css({
    border: `1px solid ${theme.colors.border.medium}`,
    borderRadius: theme.shape.radius.default,
    display: 'grid',
    gap: theme.spacing(2),
    padding: theme.spacing(2),
  }),
  heading: css({ ...theme.typography.h4, margin: 0, outline: 'none' }),
});
