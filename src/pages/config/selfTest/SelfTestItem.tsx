import { css, cx } from '@emotion/css';
import type { GrafanaTheme2, IconName } from '@grafana/data';
import { Button, Icon, useStyles2 } from '@grafana/ui';
import React, { useEffect, useRef } from 'react';
import { useSpeech } from '../../../components/words/useSpeech';
import type { CheckState, Repair } from '../../../storage/selfTest/checkResult';
import type { Repaired } from '../../../storage/selfTest/repair';
import type { SelfTestResult } from '../../../storage/selfTest/runSelfTest';
import { checkTitle, repairLabel, stateLabel } from './labels';
import { OddNearMisses } from './OddNearMisses';
import { MarkerList } from './MarkerList';
import { rowsOfForeign, rowsOfRepair } from './markerRows';
import { repairText } from './repairText';
import { resultText } from './resultText';
import { Trans } from '@grafana/i18n';
import { saveFile } from '../../../components/saveFile';
import type { Annotation } from '../../../domain/codec/annotation';

/** Words whose near miss is gone, as they are stored: in no export, so this is the only way to keep them. */
function SaveOrphans({ annotations }: { annotations: readonly Annotation[] }) {
  const save = () =>
    saveFile('near-miss-without-record.json', 'application/json', JSON.stringify(annotations, null, 2));
  return annotations.length === 0 ? null : (
    <Button size="sm" variant="secondary" icon="download-alt" onClick={save}>
      <Trans i18nKey="self-test.save-orphans">Save them as a file</Trans>
    </Button>
  );
}

interface Props {
  result: SelfTestResult;
  /** What the repair that this check offered did; null before. */
  repaired: Repaired | null;
  /** While it runs or repairs, no further repair is begun. */
  busy: boolean;
  onRepair: (check: SelfTestResult['check'], repair: Repair) => Promise<void>;
}

const ICONS: Readonly<Record<CheckState, IconName>> = {
  ok: 'check-circle',
  warn: 'exclamation-triangle',
  bad: 'times-circle',
  unknown: 'question-circle',
};

export function SelfTestItem({ result, repaired, busy, onRepair }: Props) {
  const styles = useStyles2(getStyles);
  const speech = useSpeech();
  const { check, state } = result;
  const did = useRef<HTMLParagraphElement>(null);
  // The button that had the focus may be gone.
  useEffect(() => {
    if (repaired) {
      did.current?.focus();
    }
  }, [repaired]);
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <Icon name={ICONS[state]} className={cx(styles.icon, styles[state])} />
        <span className={styles.state}>{stateLabel(state)}</span>
        <strong>{checkTitle(check)}</strong>
      </div>
      <div className={styles.body}>
        {resultText(result, speech, ({ title }) => title).map((line) => (
          <p key={line}>{line}</p>
        ))}
        {check === 'moments' && <OddNearMisses nearMisses={result.facts.nearMisses} />}
        <p ref={did} role="status" tabIndex={-1}>
          {repaired && repairText(repaired)}
        </p>
        <Repairs result={result} busy={busy} onRepair={onRepair} />
        {check === 'orphanParts' && <SaveOrphans annotations={result.facts.annotations} />}
      </div>
    </li>
  );
}

/** What can be put right. Markers stand below what the last repair did, which has the focus: the next one is a step ahead. */
function Repairs({ result, busy, onRepair }: Omit<Props, 'repaired'>) {
  const { check, repair } = result;
  const start = (wanted: Repair) => void onRepair(check, wanted);
  const markers = check === 'foreignMarkers' ? rowsOfForeign(result.facts.foreign) : repair && rowsOfRepair(repair);
  if (markers) {
    return <MarkerList {...markers} label={checkTitle(check)} busy={busy} onRepair={start} />;
  }
  return repair ? (
    <Button size="sm" variant="secondary" aria-disabled={busy} onClick={() => start(repair)}>
      {repairLabel(repair)}
    </Button>
  ) : null;
}

const getStyles = (theme: GrafanaTheme2) => ({
  item: css({ overflowWrap: 'anywhere' }),
  head: css({ alignItems: 'baseline', columnGap: theme.spacing(1), display: 'flex' }),
  icon: css({ alignSelf: 'flex-start', flex: 'none', marginTop: 3 }),
  state: css({ flex: 'none', width: '6.5em' }),
  body: css({
    paddingLeft: theme.spacing(3),
    '& p': { color: theme.colors.text.secondary, margin: theme.spacing(0.5, 0) },
  }),
  ok: css({ color: theme.colors.success.text }),
  warn: css({ color: theme.colors.warning.text }),
  bad: css({ color: theme.colors.error.text }),
  unknown: css({ color: theme.colors.text.secondary }),
});
