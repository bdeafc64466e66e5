import { failureText } from '../../../components/words/failureText';
import type { TextLimitFacts, TagLimitFacts } from '../../../storage/selfTest/checkLimits';
import type { TidyFacts } from '../../../storage/selfTest/testAnnotations';
import { t } from '../../../i18n/t';

export function nowhereText(): string {
  return t('self-test.nowhere', 'There is nowhere you may write, so this was not tried.');
}

export function textLimitText({ tried, sent, came, failure }: TextLimitFacts): string[] {
  if (!tried) {
    return [nowhereText()];
  }
  if (failure) {
    return [
      t(
        'self-test.text-refused',
        'A text of {{sent}} bytes did not go through: near misses with a graph may not be saved. Let requests of 64 KB through any proxy.',
        { sent }
      ),
      failureText(failure),
    ];
  }
  return came === sent
    ? [t('self-test.text-kept', 'A text of {{sent}} bytes was sent and {{came}} came back.', { sent, came })]
    : [
        t(
          'self-test.text-changed',
          'A text of {{sent}} bytes came back with {{came}}: long near misses would be damaged. Look at the database: its text columns must keep all of UTF-8 (utf8mb4 on MySQL).',
          { sent, came }
        ),
      ];
}

export function tagLimitText({ tried, sent, kept, failure }: TagLimitFacts): string[] {
  if (!tried) {
    return [nowhereText()];
  }
  if (kept) {
    return [t('self-test.tags-kept', '{{sent}} bytes of tags were accepted, as many as Near Miss writes.', { sent })];
  }
  return [
    t(
      'self-test.tags-refused',
      '{{sent}} bytes of tags were not kept: near misses of many services may not be saved. Ask a server administrator to set tags_length in the section [annotations] of Grafana’s configuration to 500 or more.',
      { sent }
    ),
    ...(failure ? [failureText(failure)] : []),
  ];
}

export function tidyText({ leftBefore, left, failure }: TidyFacts): string[] {
  const before =
    leftBefore === 0
      ? []
      : [t('self-test.left-before', 'Left by an earlier run and removed now: {{count}}.', { count: leftBefore })];
  const now =
    left.length === 0
      ? t('self-test.left-nothing', 'Nothing of this run is left.')
      : t('self-test.left-something', 'Could not be removed; delete these annotations by hand: {{ids}}.', {
          ids: left.join(', '),
        });
  const unread = t('self-test.left-unknown', 'Whether anything is left could not be looked at.');
  return [...before, failure && left.length === 0 ? unread : now, ...(failure ? [failureText(failure)] : [])];
}
