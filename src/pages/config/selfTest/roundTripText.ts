import { failureText } from '../../../components/words/failureText';
import type { RoundTripFacts, Step } from '../../../storage/selfTest/checkRoundTrip';
import { nowhereText } from './writtenText';
import { t } from '../../../i18n/t';

/** The step that failed and what it means for near misses. */
export function roundTripText({ tried, failedAt, failure }: RoundTripFacts): string[] {
  if (!tried) {
    return [nowhereText()];
  }
  return failedAt === null
    ? [
        t(
          'self-test.round-trip-ok',
          'A test annotation came back as it was written, was found, shows that it was changed, and is deleted.'
        ),
      ]
    : [stepText(failedAt), ...(failure ? [failureText(failure)] : [])];
}

function stepText(step: Step): string {
  switch (step) {
    case 'write':
      return t('self-test.step-write', 'Writing failed: no near miss can be recorded here.');
    case 'read':
      return t('self-test.step-read', 'Reading failed: what was written just now could not be read again.');
    case 'compare':
      return t(
        'self-test.step-compare',
        'Text or tags came back changed: near misses could not be read again. Look for a proxy that rewrites requests.'
      );
    case 'find':
      return t(
        'self-test.step-find',
        'Grafana’s search does not find it by its tag, or finds it by another: lists may be incomplete.'
      );
    case 'patch':
      return t(
        'self-test.step-patch',
        'Changing failed: markers will not follow the status of their near miss. Look for a proxy that lets no PATCH through.'
      );
    case 'seal':
      return t(
        'self-test.step-seal',
        'After a change, author and times are not as expected: Near Miss cannot tell words that were changed outside.'
      );
    case 'delete':
      return t(
        'self-test.step-delete',
        'Deleting failed. Look for a proxy that lets no DELETE through, or ask for the right annotations:delete.'
      );
    case 'gone':
      return t('self-test.step-gone', 'It was deleted and is still there: a cache may stand in between.');
  }
}
