import { t } from '@grafana/i18n';
import type { CheckState } from '../../../storage/selfTest/checkResult';

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
