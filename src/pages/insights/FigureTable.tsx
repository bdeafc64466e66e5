import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import { saveFile } from '../../components/saveFile';
import { type NumberTable, tableCsv } from '../../domain/insight/tableCsv';
import { t } from '../../i18n/t';

export interface FigureTableProps {
  table: () => NumberTable;
  /** What the numbers are about. */
  caption: string;
  danger: string;
  /** Of the file, without its end. */
  fileName: string;
}

/** The numbers of a chart, folded: for screen readers, and to take along. Made when it is opened, for there may be thousands. */
export function FigureTable({ table, caption, danger, fileName }: FigureTableProps) {
  const styles = useStyles2(getStyles);
  const [open, setOpen] = useState(false);
  // Without the mark Excel takes UTF-8 for its old code page.
  const save = () => saveFile(`${fileName}.csv`, 'text/csv', `\ufeff${tableCsv(table(), danger)}`);
  return (
    <details className={styles} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('insights.table', 'Table')}</summary>
      {open && <Numbers table={table()} caption={caption} />}
      <Button
        variant="secondary"
        size="sm"
        icon="download-alt"
        aria-label={t('insights.csv-of', 'CSV: {{caption}}', { caption })}
        onClick={save}
      >
        {t('transfer.csv', 'CSV')}
      </Button>
    </details>
  );
}

function Numbers({ table, caption }: { table: NumberTable; caption: string }) {
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {table.head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(([name, ...cells], row) => (
          <tr key={row}>
            <th scope="row">{name}</th>
            {cells.map((cell, column) => (
              <td key={column}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    '& > summary': { color: theme.colors.text.secondary, cursor: 'pointer', lineHeight: '24px', width: 'fit-content' },
    caption: { captionSide: 'top', color: theme.colors.text.secondary, paddingBottom: theme.spacing(0.5) },
    'th, td': {
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      fontVariantNumeric: 'tabular-nums',
      fontWeight: 'inherit',
      padding: theme.spacing(0.5, 2, 0.5, 0),
      textAlign: 'left',
      verticalAlign: 'top',
    },
    // Of a narrow table the first column gives way.
    'td, thead th': { overflowWrap: 'normal' },
    'thead th': { color: theme.colors.text.secondary },
    table: { marginBottom: theme.spacing(1), maxWidth: '100%' },
    '@media print': { display: 'none' },
  });
