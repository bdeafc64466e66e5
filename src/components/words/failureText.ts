import type { Failure, FailureKind } from '../../grafana/outcome';
import { t } from '../../i18n/t';

/** What happened and what to do about it, in words for people; the server's own words follow where there are any. */
export function failureText({ kind, detail }: Failure): string {
  const words = wordsFor(kind);
  // Without an answer it was the browser that said something, and "Failed to fetch" helps nobody.
  const isGrafanas = detail !== '' && kind !== 'overtaken' && kind !== 'offline' && kind !== 'timeout';
  return isGrafanas ? t('failure.with-detail', '{{words}} (Grafana said: {{detail}})', { words, detail }) : words;
}

function wordsFor(kind: FailureKind): string {
  switch (kind) {
    case 'aborted':
      return t('failure.aborted', 'It was stopped before Grafana answered. Try again.');
    case 'timeout':
      return t('failure.timeout', 'Grafana took too long to answer. Nothing is written twice.');
    case 'offline':
      return t('failure.offline', 'Grafana cannot be reached. Check the connection.');
    case 'unauthorized':
      return t(
        'failure.unauthorized',
        'You are no longer signed in. Sign in again in another tab, then try again here.'
      );
    case 'forbidden':
      return t(
        'failure.forbidden',
        'You do not have permission for this. Ask somebody with the Editor role, or an administrator.'
      );
    case 'missing':
      return t(
        'failure.missing',
        'It is not there any more. Somebody may have deleted it; reload to see what is left.'
      );
    case 'not-acceptable':
      return t(
        'failure.not-acceptable',
        'This Grafana stores it in a form that cannot be read this way. Update the Near Miss app.'
      );
    case 'refused':
      return t('failure.refused', 'Grafana refused it. Shorten or correct what you entered, then try again.');
    case 'overtaken':
      return t('failure.overtaken', 'Somebody else completed this draft in the meantime. Theirs stays as it is.');
    case 'unavailable':
      return t('failure.unavailable', 'Grafana has a problem of its own right now. Wait a moment, then try again.');
    case 'unreadable':
      return t(
        'failure.unreadable',
        'Grafana answered with something that could not be read. A proxy in between may be at fault; try again.'
      );
  }
}
