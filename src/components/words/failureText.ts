import type { Failure, FailureKind } from '../../grafana/outcome';
import { t } from '../../i18n/t';

interface Words {
  words: () => string;
  /** Whether what came with it is Grafana's and worth reading. */
  quotes: boolean;
}

const TEXTS = {
  aborted: {
    words: () => t('failure.aborted', 'It was stopped before Grafana answered. Try again.'),
    quotes: true,
  },
  // Without an answer it was the browser that said something, and "Failed to fetch" helps nobody.
  timeout: {
    words: () => t('failure.timeout', 'Grafana took too long to answer. Nothing is written twice.'),
    quotes: false,
  },
  offline: {
    words: () => t('failure.offline', 'Grafana cannot be reached. Check the connection.'),
    quotes: false,
  },
  unauthorized: {
    words: () =>
      t('failure.unauthorized', 'You are no longer signed in. Sign in again in another tab, then try again here.'),
    quotes: true,
  },
  forbidden: {
    words: () =>
      t(
        'failure.forbidden',
        'You do not have permission for this. Ask somebody with the Editor role, or an administrator.'
      ),
    quotes: true,
  },
  missing: {
    words: () =>
      t('failure.missing', 'It is not there any more. Somebody may have deleted it; reload to see what is left.'),
    quotes: true,
  },
  'not-acceptable': {
    words: () =>
      t(
        'failure.not-acceptable',
        'This Grafana stores it in a form that cannot be read this way. Update the Near Miss app.'
      ),
    quotes: true,
  },
  refused: {
    words: () => t('failure.refused', 'Grafana refused it. Shorten or correct what you entered, then try again.'),
    quotes: true,
  },
  overtaken: {
    words: () => t('failure.overtaken', 'Somebody else completed this draft in the meantime. Theirs stays as it is.'),
    quotes: false,
  },
  'too-long': {
    words: () => t('failure.too-long', 'It is longer than one annotation may be. Shorten it, then try again.'),
    quotes: false,
  },
  unavailable: {
    words: () => t('failure.unavailable', 'Grafana has a problem of its own right now. Wait a moment, then try again.'),
    quotes: true,
  },
  unreadable: {
    words: () =>
      t(
        'failure.unreadable',
        'Grafana answered with something that could not be read. A proxy in between may be at fault; try again.'
      ),
    quotes: true,
  },
} satisfies Record<FailureKind, Words>;

/** What happened and what to do about it, in words for people; the server's own words follow where there are any. */
export function failureText({ kind, detail }: Failure): string {
  const { words, quotes } = TEXTS[kind];
  return quotes && detail !== ''
    ? t('failure.with-detail', '{{words}} (Grafana said: {{detail}})', { words: words(), detail })
    : words();
}
