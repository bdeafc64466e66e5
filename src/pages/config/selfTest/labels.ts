import type { SelfTestResult } from '../../../storage/selfTest/runSelfTest';
import type { CheckState } from '../../../storage/selfTest/checkResult';
import { t } from '../../../i18n/t';

export function stateLabel(state: CheckState): string {
  switch (state) {
    case 'ok':
      return t('self-test.ok', 'Fine');
    case 'warn':
      return t('self-test.warn', 'Look at this');
    case 'bad':
      return t('self-test.bad', 'Wrong');
    case 'unknown':
      return t('self-test.unknown', 'Not known');
  }
}

export function checkTitle(check: SelfTestResult['check']): string {
  switch (check) {
    case 'rights':
      return t('self-test.rights', 'Rights');
    case 'roundTrip':
      return t('self-test.round-trip', 'Writing, reading, changing, deleting');
    case 'textLimit':
      return t('self-test.text-limit', 'The longest text');
    case 'tagLimit':
      return t('self-test.tag-limit', 'The most tags');
    case 'stored':
      return t('self-test.stored', 'What is stored');
    case 'cleanUp':
      return t('self-test.clean-up', 'What Grafana deletes by itself');
    case 'twins':
      return t('self-test.twins', 'Twins');
    case 'orphanMarkers':
      return t('self-test.orphan-markers', 'Markers without a near miss');
    case 'missingMarkers':
      return t('self-test.missing-markers', 'Near misses without a marker');
    case 'orphanParts':
      return t('self-test.orphan-parts', 'Changes and entries without a near miss');
    case 'sources':
      return t('self-test.sources', 'Near misses that outlived their dashboard');
    case 'tidy':
      return t('self-test.tidy', 'Test annotations');
  }
}
