import { failureText } from '../../../components/words/failureText';
import type { Speech } from '../../../domain/story/speech';
import type { CleanUpFact, CleanUpFacts } from '../../../storage/selfTest/checkCleanUp';
import { t } from '../../../i18n/t';

/** What Grafana is configured to delete, and how near that is; a line that is no text is not shown. */
export function cleanUpText(facts: CleanUpFacts, speech: Speech): ReadonlyArray<string | false> {
  if (!facts.read) {
    return [facts.failure.kind === 'forbidden' ? WORDS.hidden({}) : failureText(facts.failure)];
  }
  const deletes = facts.rules.some(({ maxAgeMs, most }) => maxAgeMs !== null || most !== null);
  return [...facts.rules.flatMap((rule) => ruleLines(rule, speech)), deletes && WORDS.about({})];
}

type Values = Readonly<Record<string, string | number | null>>;
type Name = CleanUpFact['kind'] | 'never' | 'age' | 'ageNone' | 'most' | 'oldest' | 'about' | 'hidden';

const WORDS: Readonly<Record<Name, (values: Values) => string>> = {
  organization: () => t('self-test.of-organization', 'Near misses of the organization'),
  dashboards: () => t('self-test.of-dashboards', 'Markers, and near misses of journals'),
  never: (values) => t('self-test.clean-up-never', '{{what}}: kept for ever ({{section}}).', values),
  age: (values) =>
    t(
      'self-test.clean-up-age',
      '{{what}}: deleted {{maxAge}} after they were stored ({{section}} max_age). The oldest is {{age}} old.',
      values
    ),
  ageNone: (values) =>
    t(
      'self-test.clean-up-age-none',
      '{{what}}: deleted {{maxAge}} after they were stored ({{section}} max_age). There are none yet.',
      values
    ),
  most: (values) =>
    t(
      'self-test.clean-up-most',
      '{{what}}: Grafana keeps the newest {{most}} annotations of this sort and deletes the others, those of other tools and organizations counted in ({{section}} max_annotations_to_keep). Of Near Miss there are {{ours}}{{oldest}}.',
      values
    ),
  oldest: (values) => t('self-test.clean-up-oldest', ', the oldest {{age}} old', values),
  about: () =>
    t(
      'self-test.clean-up-about',
      'Ask a server administrator to set it to 0, which keeps annotations for ever; export the near misses until then.'
    ),
  hidden: () =>
    t(
      'self-test.clean-up-ask',
      'Only a server administrator may read this. Ask one: “Are max_age and max_annotations_to_keep empty or 0 in the sections [annotations.api] and [annotations.dashboard] of Grafana’s configuration? Otherwise Grafana deletes near misses, which are annotations.”'
    ),
};

function ruleLines({ kind, maxAge, maxAgeMs, most, ours, oldestAge }: CleanUpFact, speech: Speech) {
  const section = kind === 'organization' ? '[annotations.api]' : '[annotations.dashboard]';
  const age = oldestAge === null ? '' : speech.duration(oldestAge);
  const values = { what: WORDS[kind]({}), section, maxAge, most, ours, age };
  return [
    maxAgeMs === null && most === null && WORDS.never(values),
    maxAgeMs !== null && WORDS[oldestAge === null ? 'ageNone' : 'age'](values),
    most !== null && WORDS.most({ ...values, oldest: oldestAge === null ? '' : WORDS.oldest(values) }),
  ];
}
