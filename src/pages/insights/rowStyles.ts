import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';

/** Rows of words with a drawing beside them, or under them where it is narrow. */
export const getRowStyles = (theme: GrafanaTheme2) => ({
  list: css({ display: 'grid', gap: theme.spacing(1), listStyle: 'none', margin: 0, padding: 0 }),
  row: css({
    alignItems: 'center',
    breakInside: 'avoid',
    display: 'grid',
    gap: theme.spacing(0.5, 2),
    gridTemplateColumns: 'minmax(0, 22rem) minmax(0, 1fr)',
    '@container (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    '& a': { color: theme.colors.text.link },
    '& svg': { display: 'block', overflow: 'visible' },
  }),
  quiet: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  numbers: css({ fontVariantNumeric: 'tabular-nums' }),
});
