import { css } from '@emotion/css';
import { type Column, Icon, type IconName, InteractiveTable, useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import type { ImportPlan, PlannedItem, PlannedNearMiss, Verdict } from '../../domain/transfer/planImport';
import { importRefusalText } from './importRefusalText';
import { t } from '../../i18n/t';

interface Row {
  id: string;
  verdict: Verdict;
  title: string;
  additions: string;
  reasons: string;
}

const ORDER: Readonly<Record<Verdict, number>> = { refused: 0, new: 1, same: 2 };
const ICONS: Readonly<Record<Verdict, IconName>> = { new: 'plus', same: 'check', refused: 'exclamation-triangle' };
const MOST_REASONS = 5;

/** What the import would do with each near miss of the file: the refused ones first, because they are to be looked at. */
export function PlanTable({ plan }: { plan: ImportPlan }) {
  const styles = useStyles2(getStyles);
  const rows = useMemo(() => plan.nearMisses.map(rowOf).sort((a, b) => ORDER[a.verdict] - ORDER[b.verdict]), [plan]);
  const columns = useMemo(
    (): Array<Column<Row>> => [
      {
        id: 'verdict',
        header: t('plan.verdict', 'Here'),
        cell: ({ row: { original } }) => <VerdictCell verdict={original.verdict} />,
        sortType: 'string',
        disableGrow: true,
      },
      { id: 'title', header: t('plan.title', 'Near miss'), sortType: 'string' },
      { id: 'additions', header: t('plan.additions', 'Changes and entries') },
      { id: 'reasons', header: t('plan.reasons', 'To know'), visible: (all) => all.some(({ reasons }) => reasons) },
    ],
    []
  );
  return (
    <div className={styles.scroll}>
      <InteractiveTable columns={columns} data={rows} getRowId={({ id }) => id} pageSize={15} />
    </div>
  );
}

function VerdictCell({ verdict }: { verdict: Verdict }) {
  const styles = useStyles2(getStyles);
  return (
    <span className={styles.verdict}>
      <Icon name={ICONS[verdict]} /> {verdictText(verdict)}
    </span>
  );
}

function rowOf({ id, title, items }: PlannedNearMiss, index: number): Row {
  const [record, ...additions] = items;
  const refused = items.filter(({ verdict, under }) => verdict === 'refused' || under !== '');
  const more = refused.length - MOST_REASONS;
  const reasons = reasonsOf(record?.verdict === 'refused' ? refused.slice(0, 1) : refused.slice(0, MOST_REASONS));
  return {
    id: String(index),
    verdict: record?.verdict ?? 'refused',
    title: title || id || t('plan.untitled', 'Item {{number}} of the file', { number: index + 1 }),
    additions: additionsText(additions),
    reasons:
      more > 0 && record?.verdict !== 'refused'
        ? `${reasons} ${t('plan.more', 'And {{more}} more.', { more })}`
        : reasons,
  };
}

function reasonsOf(items: readonly PlannedItem[]): string {
  return items.map(importRefusalText).join(' ');
}

function additionsText(items: readonly PlannedItem[]): string {
  const verdicts: readonly Verdict[] = ['new', 'same', 'refused'];
  return verdicts
    .map((verdict) => ({ verdict, count: items.filter((item) => item.verdict === verdict).length }))
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) => `${count} ${verdictText(verdict)}`)
    .join(', ');
}

function verdictText(verdict: Verdict): string {
  switch (verdict) {
    case 'new':
      return t('plan.new', 'new');
    case 'same':
      return t('plan.same', 'same');
    case 'refused':
      return t('plan.refused', 'refused');
  }
}

const getStyles = () => ({
  scroll: css({ maxWidth: '100%', overflowX: 'auto' }),
  verdict: css({ whiteSpace: 'nowrap' }),
});
