import { css } from '@emotion/css';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { Button, TextLink, useStyles2 } from '@grafana/ui';
import React, { useId } from 'react';
import { pathPart } from '../../../domain/text/link';
import { shownName } from '../../../domain/text/shownName';
import { useDashboardName } from '../../../components/words/useDashboardName';
import type { Repair } from '../../../storage/selfTest/checkResult';
import { oneLabel, repairLabel } from './labels';
import type { MarkerRow, MarkerRows } from './markerRows';
import { t } from '../../../i18n/t';

interface Props extends MarkerRows {
  label: string;
  busy: boolean;
  onRepair: (repair: Repair) => void;
}

/** Markers one by one: what each says, where, by whom, and a button of its own where something can be done about it. */
export function MarkerList({ label, rows, further, together, busy, onRepair }: Props) {
  const styles = useStyles2(getStyles);
  return rows.length === 0 ? null : (
    <>
      <ul aria-label={label} className={styles}>
        {rows.map((row) => (
          <Row key={row.key} row={row} busy={busy} onRepair={onRepair} />
        ))}
      </ul>
      {further > 0 && (
        <p>{t('self-test.further', 'And {{count}} more, shown once these are done.', { count: further })}</p>
      )}
      {together && (
        <Button size="sm" variant="secondary" aria-disabled={busy} onClick={() => onRepair(together)}>
          {repairLabel(together)}
        </Button>
      )}
    </>
  );
}

function Row({ row, busy, onRepair }: { row: MarkerRow } & Pick<Props, 'busy' | 'onRepair'>) {
  const id = useId();
  const { text, dashboardUid, where, why, repair } = row;
  const name = useDashboardName(dashboardUid, where);
  const login = shownName(row.login) || t('author.unnamed', 'someone without a login');
  return (
    <li>
      <span id={id}>
        <q>
          <bdi>{text}</bdi>
        </q>
        {' · '}
        {dashboardUid ? (
          <TextLink inline href={locationUtil.assureBaseUrl(`/d/${pathPart(dashboardUid)}`)}>
            {name}
          </TextLink>
        ) : (
          where
        )}
        {' · '}
        <bdi>{login}</bdi>
        {why && ` · ${why}`}
      </span>
      {repair && (
        <Button
          size="sm"
          variant="secondary"
          fill="text"
          aria-describedby={id}
          aria-disabled={busy}
          onClick={() => onRepair(repair)}
        >
          {oneLabel(repair)}
        </Button>
      )}
    </li>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    listStyle: 'none',
    margin: theme.spacing(1, 0),
    '& > li': {
      borderLeft: `2px solid ${theme.colors.border.medium}`,
      margin: theme.spacing(0.5, 0),
      paddingLeft: theme.spacing(1),
    },
  });
