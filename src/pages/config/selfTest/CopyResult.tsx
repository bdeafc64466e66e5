import { Trans } from '@grafana/i18n';
import { Alert, ClipboardButton, TextArea } from '@grafana/ui';
import React, { useState } from 'react';
import { useSpeech } from '../../../components/words/useSpeech';
import type { SelfTestResult } from '../../../storage/selfTest/runSelfTest';
import { config } from '@grafana/runtime';
import type { Speech } from '../../../domain/story/speech';
import { checkTitle, stateLabel } from './labels';
import { resultText } from './resultText';
import { t } from '../../../i18n/t';

/** Plain text for a support request: no logins and no titles; a journal goes by its uid. */
function selfTestReport(results: readonly SelfTestResult[], speech: Speech): string {
  const heading = t('self-test.report', 'Self-test of Near Miss on Grafana {{version}}, {{time}}', {
    version: config.buildInfo.version,
    time: speech.dated(Date.now()),
  });
  const parts = results.map((result) =>
    [
      `[${stateLabel(result.state)}] ${checkTitle(result.check)}`,
      ...resultText(result, speech, ({ dashboardUid }) => dashboardUid).map((line) => `  ${line}`),
    ].join('\n')
  );
  return [heading, ...parts].join('\n');
}

/** The results as plain text for a support request. */
export function CopyResult({ results }: { results: readonly SelfTestResult[] }) {
  const speech = useSpeech();
  const [notCopied, setNotCopied] = useState<string | null>(null);
  return (
    <>
      <ClipboardButton
        variant="secondary"
        size="sm"
        icon="copy"
        getText={() => selfTestReport(results, speech)}
        onClipboardCopy={() => setNotCopied(null)}
        onClipboardError={setNotCopied}
      >
        <Trans i18nKey="self-test.copy">Copy the result</Trans>
      </ClipboardButton>
      {notCopied !== null && (
        <Alert
          severity="warning"
          title={t('share.failed', 'The browser does not let this page copy. Copy it by hand:')}
        >
          <TextArea readOnly rows={8} value={notCopied} aria-label={t('share.text', 'The text to copy')} />
        </Alert>
      )}
    </>
  );
}
