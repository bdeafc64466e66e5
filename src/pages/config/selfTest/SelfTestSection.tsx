import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { Button, Stack, useStyles2 } from '@grafana/ui';
import React, { useRef } from 'react';
import { CopyResult } from './CopyResult';
import { SelfTestItem } from './SelfTestItem';
import { progressText } from './progressText';
import { useSelfTestRun } from './useSelfTestRun';
import { t } from '../../../i18n/t';

/** Whether this Grafana does what Near Miss relies on, and what of the stored near misses needs a repair. For Admins. */
export function SelfTestSection() {
  const styles = useStyles2(getStyles);
  const test = useSelfTestRun();
  const { phase, results, repaired } = test;
  const running = phase === 'running';
  const runButton = useRef<HTMLButtonElement>(null);
  const stop = () => {
    test.stop();
    // Its own button goes.
    runButton.current?.focus();
  };
  return (
    <section aria-labelledby="near-miss-self-test" className={styles.section}>
      <h3 id="near-miss-self-test">
        <Trans i18nKey="self-test.title">Self-test</Trans>
      </h3>
      <p className={styles.about}>
        <Trans i18nKey="self-test.about">
          Looks at rights, writes a few test annotations and deletes them again, asks what Grafana cleans up by itself,
          and looks for markers and near misses that lost each other. It changes nothing else by itself: each repair is
          a button of its own.
        </Trans>
      </p>
      <Stack alignItems="center" wrap="wrap">
        <Button
          ref={runButton}
          variant="secondary"
          icon={running ? 'spinner' : undefined}
          aria-disabled={phase !== 'idle'}
          onClick={() => void test.start()}
        >
          <Trans i18nKey="self-test.run">Run the self-test</Trans>
        </Button>
        {running && (
          <Button variant="secondary" fill="text" onClick={stop}>
            <Trans i18nKey="self-test.stop">Stop</Trans>
          </Button>
        )}
        <span role="status">{progressText(test)}</span>
      </Stack>
      {results.length > 0 && (
        <ul className={styles.list} aria-label={t('self-test.results', 'Results of the self-test')}>
          {results.map((result) => (
            <SelfTestItem
              key={result.check}
              result={result}
              repaired={repaired?.check === result.check ? repaired.did : null}
              busy={phase !== 'idle'}
              onRepair={test.repair}
            />
          ))}
        </ul>
      )}
      {results.length > 0 && !running && <CopyResult results={results} />}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  section: css({ maxWidth: 900, width: '100%' }),
  about: css({ color: theme.colors.text.secondary }),
  list: css({ display: 'grid', listStyle: 'none', margin: theme.spacing(2, 0), rowGap: theme.spacing(1.5) }),
});
