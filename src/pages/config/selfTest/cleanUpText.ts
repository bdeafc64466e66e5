import { failureText } from '../../../components/words/failureText';
import type { Speech } from '../../../domain/story/speech';
import type { CleanUpFact, CleanUpFacts } from '../../../storage/selfTest/checkCleanUp';
import { t } from '../../../i18n/t';

/** What Grafana is configured to delete, and how near that is. */
export function cleanUpText(facts: CleanUpFacts, speech: Speech): string[] {
  if (!facts.read) {
    return facts.failure.kind === 'forbidden' ? [askText()] : [failureText(facts.failure)];
  }
  const { rules } = facts;
  const deletes = rules.some(({ maxAgeMs, most }) => maxAgeMs !== null || most !== null);
  return [
    ...rules.flatMap((rule) => ruleText(rule, speech)),
    ...(deletes
      ? [
          t(
            'self-test.clean-up-about',
            'Ask a server administrator to set it to 0, which keeps annotations for ever; export the near misses until then.'
          ),
        ]
      : []),
  ];
}

function askText(): string {
  return t(
    'self-test.clean-up-ask',
    'Only a server administrator may read this. Ask one: “Are max_age and max_annotations_to_keep empty or 0 in the sections [annotations.api] and [annotations.dashboard] of Grafana’s configuration? Otherwise Grafana deletes near misses, which are annotations.”'
  );
}

function ruleText(rule: CleanUpFact, speech: Speech): string[] {
  const { kind, maxAge, maxAgeMs, most, ours, oldestAge } = rule;
  const values = {
    what: whatText(kind),
    section: kind === 'organization' ? '[annotations.api]' : '[annotations.dashboard]',
    maxAge,
    most,
    ours,
    age: oldestAge === null ? '' : speech.duration(oldestAge),
  };
  if (maxAgeMs === null && most === null) {
    return [t('self-test.clean-up-never', '{{what}}: kept for ever ({{section}}).', values)];
  }
  return [
    ...(maxAgeMs === null
      ? []
      : [
          oldestAge === null
            ? t(
                'self-test.clean-up-age-none',
                '{{what}}: deleted {{maxAge}} after they were stored ({{section}} max_age). There are none yet.',
                values
              )
            : t(
                'self-test.clean-up-age',
                '{{what}}: deleted {{maxAge}} after they were stored ({{section}} max_age). The oldest is {{age}} old.',
                values
              ),
        ]),
    ...(most === null
      ? []
      : [
          t(
            'self-test.clean-up-most',
            '{{what}}: Grafana keeps the newest {{most}} annotations of this sort and deletes the others, those of other tools and organizations counted in ({{section}} max_annotations_to_keep). Of Near Miss there are {{ours}}{{oldest}}.',
            {
              ...values,
              oldest: oldestAge === null ? '' : t('self-test.clean-up-oldest', ', the oldest {{age}} old', values),
            }
          ),
        ]),
  ];
}

function whatText(kind: CleanUpFact['kind']): string {
  return kind === 'organization'
    ? t('self-test.of-organization', 'Near misses of the organization')
    : t('self-test.of-dashboards', 'Markers, and near misses of journals');
}
