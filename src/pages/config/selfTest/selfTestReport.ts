import { config } from '@grafana/runtime';
import { t } from '@grafana/i18n';
import { unescaped } from '../../../components/words/unescaped';
import type { Speech } from '../../../domain/story/speech';
import type { SelfTestResult } from '../../../storage/selfTest/runSelfTest';
import { checkTitle } from './labels';
import { resultText } from './resultText';
import { stateLabel } from './stateLabel';

/** Plain text for a support request: no logins and no titles; a journal goes by its uid. */
export function selfTestReport(results: readonly SelfTestResult[], speech: Speech): string {
  const heading = t('self-test.report', 'Self-test of Near Miss on Grafana {{version}}, {{time}}', {
    version: config.buildInfo.version,
    time: speech.dated(Date.now()),
    ...unescaped,
  });
  const parts = results.map((result) =>
    [
      `[${stateLabel(result.state)}] ${checkTitle(result.check)}`,
      ...resultText(result, speech, ({ dashboardUid }) => dashboardUid).map((line) => `  ${line}`),
    ].join('\n')
  );
  return [heading, ...parts].join('\n');
}
