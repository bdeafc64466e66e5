import type { SelfTestRun } from './useSelfTestRun';
import { t } from '../../../i18n/t';

/** One line for eyes and screen readers: how far it is, and at the end what it came to. */
export function progressText({ phase, stopped, results }: SelfTestRun): string {
  if (phase === 'running') {
    return t('self-test.running', 'Running; checks done: {{done}}', { done: results.length });
  }
  if (phase === 'repairing') {
    return t('self-test.repairing', 'Repairing…');
  }
  if (results.length === 0) {
    return '';
  }
  if (stopped) {
    return t('self-test.stopped', 'Stopped. Here is what was looked at.');
  }
  const counts = { ok: 0, warn: 0, bad: 0, unknown: 0 };
  results.forEach(({ state }) => counts[state]++);
  return t(
    'self-test.done',
    'Done. Fine: {{ok}}. Look at this: {{warn}}. Wrong: {{bad}}. Not known: {{unknown}}.',
    counts
  );
}
