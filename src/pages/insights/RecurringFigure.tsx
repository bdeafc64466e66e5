import { css } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { periodLabel, type Period } from '../../components/words/period';
import type { NearMiss } from '../../domain/fold/nearMiss';
import type { RecurringSignal } from '../../domain/insight/recurringSignals';
import type { NumberTable } from '../../domain/insight/tableCsv';
import { headline } from '../../domain/record/headline';
import { sayingVariables } from '../../domain/record/variables';
import { Figure, type Scoped } from './Figure';
import { NearMissLink } from './NearMissLink';
import { getRowStyles } from './rowStyles';
import { t } from '../../i18n/t';

interface Props extends Scoped {
  signals: readonly RecurringSignal[];
  quarters: readonly Period[];
}

const MOST = 20;
const HIGH = 32;

/** Signals that came back, quarter by quarter. */
export function RecurringFigure({ signals, quarters, ...scoped }: Props) {
  const rows = useStyles2(getRowStyles);
  const shown = signals.slice(0, MOST);
  const most = Math.max(1, ...signals.flatMap(({ counts }) => counts));
  const labels = quarters.map(periodLabel);
  const values = { n: signals.length, shown: shown.length };
  return (
    <Figure
      {...scoped}
      name="recurring"
      question={t('insights.recurring', 'What came back: beyond this team alone?')}
      n={
        shown.length < signals.length
          ? t('insights.recurring-n-of', 'Signals: n = {{n}}; showing {{shown}} of {{n}}', values)
          : t('insights.recurring-n', 'Signals: n = {{n}}', values)
      }
      meaning={t(
        'insights.recurring-meaning',
        'Two near misses or more in four quarters on the same series of the same panel for the same variables, or said to be the same; other teams’ counted.'
      )}
      danger={t(
        'insights.recurring-danger',
        'What comes back is often what a team cannot mend alone: no failure of theirs.'
      )}
      table={signals.length > 0 ? () => signalTable(signals, labels) : undefined}
    >
      {shown.length === 0 && <p>{t('insights.recurring-none', 'No signal was written down twice.')}</p>}
      <ol className={rows.list}>
        {shown.map((signal) => (
          <Signal key={signal.nearMisses[0]?.id} signal={signal} labels={labels} most={most} />
        ))}
      </ol>
    </Figure>
  );
}

function signalTable(signals: readonly RecurringSignal[], labels: readonly string[]): NumberTable {
  return {
    head: [t('insights.signal', 'Signal'), ...labels, t('insights.other-teams', 'By other teams')],
    rows: signals.map(({ nearMisses, counts, byOthers }) => [signalName(nearMisses[0]), ...counts, byOthers]),
  };
}

interface SignalProps {
  signal: RecurringSignal;
  labels: readonly string[];
  most: number;
}

function Signal({ signal: { nearMisses, counts, byOthers }, labels, most }: SignalProps) {
  const rows = useStyles2(getRowStyles);
  const styles = useStyles2(getStyles);
  const [newest] = nearMisses;
  return (
    <li className={rows.row}>
      <span>
        {signalName(newest)}
        <br />
        <span className={rows.quiet}>
          {t('insights.newest', 'Newest:')} {newest && <NearMissLink nearMiss={newest} />}
          {byOthers > 0 && ` · ${t('insights.by-others', 'by other teams: {{byOthers}}', { byOthers })}`}
        </span>
      </span>
      <span className={styles.quarters}>
        {counts.map((count, at) => (
          <span key={at} className={styles.quarter}>
            <svg width="100%" height={HIGH} aria-hidden>
              <rect width="100%" y={HIGH - (HIGH * count) / most} height={(HIGH * count) / most} fill="currentColor" />
              <rect width="100%" y={HIGH - 1} height="1" fill="currentColor" />
            </svg>
            <span className={rows.quiet}>{labels[at]}:</span> {count}
          </span>
        ))}
      </span>
    </li>
  );
}

/** The graph it was seen on, which is the same for all of them; else what the newest is called. */
function signalName(nearMiss: NearMiss | undefined): string {
  const source = nearMiss?.source;
  const variables = source ? sayingVariables(source, t('along.all-values', 'All')) : [];
  const names = source ? [source.series, ...variables, source.panelTitle, source.dashboardTitle].filter(Boolean) : [];
  return [...new Set(names)].join(' · ') || (nearMiss ? headline(nearMiss) : '');
}

const getStyles = () => ({
  quarters: css({ display: 'grid', gap: '16px', gridTemplateColumns: 'repeat(4, minmax(0, 6rem))' }),
  quarter: css({ minWidth: 0 }),
});
