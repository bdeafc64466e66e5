import { failureText } from '../../../components/words/failureText';
import type { Speech } from '../../../domain/story/speech';
import type { JournalRight } from '../../../storage/selfTest/checkRights';
import type { Step } from '../../../storage/selfTest/checkRoundTrip';
import type { SelfTestResult } from '../../../storage/selfTest/runSelfTest';
import { cleanUpText } from './cleanUpText';
import { oldTimesText } from './oldTimesText';
import { t } from '../../../i18n/t';

/** A line that is no text is not shown. */
type Lines = ReadonlyArray<string | false | null>;

type Check = SelfTestResult['check'];
type Facts = { [Result in SelfTestResult as Result['check']]: Result['facts'] };
type ResultOf<Name extends Check> = { [One in Name]: { check: One; facts: Facts[One] } }[Name];

type Values = Readonly<Record<string, string | number | null>>;
type Words<Name extends string> = Readonly<Record<Name, (values: Values) => string>>;

interface Reader {
  speech: Speech;
  nameOf: (journal: JournalRight) => string;
}

/** What a check found, and what to do about it, a sentence or two a line; never a title of a near miss or a login. */
export function resultText(result: SelfTestResult, speech: Speech, nameOf: Reader['nameOf']): readonly string[] {
  return linesOf<Check>(result, { speech, nameOf }).filter((line) => typeof line === 'string');
}

function linesOf<Name extends Check>({ check, facts }: ResultOf<Name>, reader: Reader): Lines {
  return LINES[check](facts, reader);
}

const LINES: { readonly [Name in Check]: (facts: Facts[Name], reader: Reader) => Lines } = {
  rights: ({ organization, journals, readsAll, failure }, { nameOf }) => [
    ORGANIZATION[organization === null ? 'unknown' : organization ? 'writable' : 'denied'](),
    ...journals.map((journal) => JOURNALS[journal.is]({ name: nameOf(journal) })),
    !readsAll &&
      t(
        'self-test.may-be-hidden',
        'Some dashboards may be hidden from you, and near misses with them; so nothing is removed that may belong to those.'
      ),
    failure && failureText(failure),
  ],
  roundTrip: ({ tried, failedAt, failure }) =>
    tried ? [STEPS[failedAt ?? 'none'](), failure && failureText(failure)] : [nowhere()],
  oldTimes: (facts, { speech }) => (facts.tried ? oldTimesText(facts, speech) : [nowhere()]),
  textLimit: ({ tried, failure, ...bytes }) => {
    if (!tried) {
      return [nowhere()];
    }
    const how = failure ? 'refused' : bytes.came === bytes.sent ? 'kept' : 'changed';
    return [TEXTS[how](bytes), failure && failureText(failure)];
  },
  tagLimit: ({ tried, sent, kept, failure }) =>
    tried ? [TAGS[kept ? 'kept' : 'refused']({ sent }), failure && failureText(failure)] : [nowhere()],
  stored: (facts, { speech }) =>
    facts.read
      ? storedLines(facts, speech)
      : [
          t('self-test.unread', 'The near misses could not be read, so what is stored was not looked at.'),
          failureText(facts.failure),
        ],
  cleanUp: (facts, { speech }) => cleanUpText(facts, speech),
  twins: ({ same, different }) => [
    same + different === 0 && t('self-test.twins-none', 'Nothing is stored twice.'),
    same > 0 &&
      t('self-test.twins-same', 'Stored a second time, word for word: {{same}}. Removing those loses nothing.', {
        same,
      }),
    different > 0 &&
      t(
        'self-test.twins-different',
        'With the id of an older one, but other words, place or author: {{different}}. The older ones count; these are left alone.',
        { different }
      ),
  ],
  orphanMarkers: ({ orphans, mayBeHidden }) => [
    orphans === 0
      ? t('self-test.orphan-markers-none', 'Every marker leads to a near miss.')
      : t('self-test.orphan-markers-some', 'Markers that lead nowhere: {{orphans}}.', { orphans }),
    mayBeHidden &&
      t(
        'self-test.orphan-markers-hidden',
        'Their near misses may only be hidden from you, so they cannot be removed here. Ask somebody who may read all journals to run this.'
      ),
  ],
  foreignMarkers: ({ text, place }) => [
    text + place === 0
      ? t('self-test.foreign-none', 'Nothing carries the tags of a marker without being one.')
      : t(
          'self-test.foreign-some',
          'Tagged as markers, with a text that Near Miss did not write: {{text}}; where their near miss was not seen: {{place}}. They count for nothing, and Near Miss neither changes nor deletes them; whoever may edit annotations there can.',
          { text, place }
        ),
  ],
  missingMarkers: ({ makeable, notAllowed, unread }) => [
    makeable + notAllowed + unread === 0 &&
      t('self-test.missing-none', 'Every near miss has its marker, as far as its panel is there.'),
    makeable > 0 &&
      t(
        'self-test.missing-makeable',
        'Their panel is there, their marker is not: {{makeable}}. Each would be written under your name just as it stands here. Its names come from who recorded the near miss and may not know that dashboard: read before you make it.',
        { makeable }
      ),
    notAllowed > 0 &&
      t(
        'self-test.missing-not-allowed',
        'On dashboards where you may not add annotations: {{notAllowed}}. Whoever may can make the marker on the page of the near miss.',
        { notAllowed }
      ),
    unread > 0 && t('self-test.missing-unread', 'On dashboards that could not be read: {{unread}}.', { unread }),
  ],
  orphanParts: ({ changes, entries, mayBeHidden }) =>
    changes + entries === 0
      ? [t('self-test.orphan-parts-none', 'None.')]
      : [
          t('self-test.orphan-parts-some', 'Changes: {{changes}}. Entries on worksheets: {{entries}}.', {
            changes,
            entries,
          }),
          mayBeHidden
            ? t('self-test.orphan-hidden', 'Their near misses may only be hidden from you.')
            : t(
                'self-test.orphan-parts-about',
                'Their near misses are gone, so nobody is shown them and no export holds them. They are somebody’s words and are not deleted here; an import of the near misses brings them back into sight.'
              ),
        ],
  sources: ({ gone, panelGone, hidden }) =>
    gone + panelGone + hidden === 0
      ? [t('self-test.sources-none', 'None.')]
      : [
          t(
            'self-test.sources-some',
            'Dashboard gone: {{gone}}. Panel gone: {{panelGone}}. Dashboard hidden from you, no marker to be seen: {{hidden}}.',
            { gone, panelGone, hidden }
          ),
          t('self-test.sources-about', 'They keep their frozen graph; there is nothing to repair.'),
        ],
  moments: ({ tooEarly, future }) =>
    tooEarly + future === 0
      ? [t('self-test.moments-none', 'None.')]
      : [
          t(
            'self-test.moments-some',
            'In 1970 or before, as where seconds were taken for milliseconds: {{tooEarly}}. In the future: {{future}}.',
            { tooEarly, future }
          ),
          t(
            'self-test.moments-about',
            'They stand in the wrong place in every list. Edit each and put its moments right.'
          ),
        ],
  tidy: ({ leftBefore, left, failure }) => [
    leftBefore > 0 &&
      t('self-test.left-before', 'Left by an earlier run and removed now: {{count}}.', { count: leftBefore }),
    LEFT[left.length > 0 ? 'something' : failure ? 'unknown' : 'nothing']({ ids: left.join(', ') }),
    failure && failureText(failure),
  ],
};

const ORGANIZATION: Readonly<Record<'unknown' | 'writable' | 'denied', () => string>> = {
  unknown: () => t('self-test.organization-unknown', 'Grafana did not say whether you may write to the organization.'),
  writable: () => t('self-test.organization-writable', 'You may write to the organization.'),
  denied: () =>
    t(
      'self-test.organization-denied',
      'You may not write to the organization: that takes the Editor role, or the right annotations:create for annotations:type:organization.'
    ),
};

const JOURNALS: Words<JournalRight['is']> = {
  writable: (values) => t('self-test.journal-writable', 'Journal “{{name}}”: you may read and write it.', values),
  readable: (values) =>
    t(
      'self-test.journal-readable',
      'Journal “{{name}}”: you may read it, not write it. That takes Edit on its folder.',
      values
    ),
  managed: (values) =>
    t(
      'self-test.journal-managed',
      'Journal “{{name}}”: provisioning or a plugin owns it and may delete it with all that is kept in it. Make another journal, and move its near misses by export and import.',
      values
    ),
  gone: (values) =>
    t(
      'self-test.journal-gone',
      'Journal “{{name}}”: its dashboard was deleted, and nothing can be recorded there. Make a new one, then import the last export.',
      values
    ),
  forbidden: (values) => t('self-test.journal-forbidden', 'Journal “{{name}}”: you may not open it.', values),
  unread: (values) => t('self-test.journal-unread', 'Journal “{{name}}”: it could not be looked at.', values),
};

const nowhere = () => t('self-test.nowhere', 'There is nowhere you may write, so this was not tried.');

const STEPS: Readonly<Record<Step | 'none', () => string>> = {
  none: () =>
    t(
      'self-test.round-trip-ok',
      'A test annotation came back as it was written, was found, shows that it was changed, and is deleted.'
    ),
  write: () => t('self-test.step-write', 'Writing failed: no near miss can be recorded here.'),
  read: () => t('self-test.step-read', 'Reading failed: what was written just now could not be read again.'),
  compare: () =>
    t(
      'self-test.step-compare',
      'Text or tags came back changed: near misses could not be read again. Look for a proxy that rewrites requests.'
    ),
  find: () =>
    t(
      'self-test.step-find',
      'Grafana’s search does not find it by its tag, or finds it by another: lists may be incomplete.'
    ),
  patch: () =>
    t(
      'self-test.step-patch',
      'Changing failed: markers will not follow the status of their near miss. Look for a proxy that lets no PATCH through.'
    ),
  seal: () =>
    t(
      'self-test.step-seal',
      'After a change, author and times are not as expected: Near Miss cannot tell words that were changed outside.'
    ),
  untold: () =>
    t(
      'self-test.step-untold',
      'All is done as it should be, but this Grafana does not say when an annotation was changed: words that were changed outside Near Miss look like their author’s.'
    ),
  delete: () =>
    t(
      'self-test.step-delete',
      'Deleting failed. Look for a proxy that lets no DELETE through, or ask for the right annotations:delete.'
    ),
  gone: () => t('self-test.step-gone', 'It was deleted and is still there: a cache may stand in between.'),
};

const TEXTS: Words<'refused' | 'kept' | 'changed'> = {
  refused: (values) =>
    t(
      'self-test.text-refused',
      'A text of {{sent}} bytes did not go through: near misses with a graph may not be saved. Let requests of 64 KB through any proxy.',
      values
    ),
  kept: (values) => t('self-test.text-kept', 'A text of {{sent}} bytes was sent and {{came}} came back.', values),
  changed: (values) =>
    t(
      'self-test.text-changed',
      'A text of {{sent}} bytes came back with {{came}}: long near misses would be damaged. Look at the database: its text columns must keep all of UTF-8 (utf8mb4 on MySQL).',
      values
    ),
};

const TAGS: Words<'refused' | 'kept'> = {
  kept: (values) =>
    t('self-test.tags-kept', '{{sent}} bytes of tags were accepted, as many as Near Miss writes.', values),
  refused: (values) =>
    t(
      'self-test.tags-refused',
      '{{sent}} bytes of tags were not kept: near misses of many services may not be saved. Ask a server administrator to set tags_length in the section [annotations] of Grafana’s configuration to 500 or more.',
      values
    ),
};

const LEFT: Words<'nothing' | 'something' | 'unknown'> = {
  nothing: () => t('self-test.left-nothing', 'Nothing of this run is left.'),
  something: (values) =>
    t('self-test.left-something', 'Could not be removed; delete these annotations by hand: {{ids}}.', values),
  unknown: () => t('self-test.left-unknown', 'Whether anything is left could not be looked at.'),
};

function storedLines(facts: Extract<Facts['stored'], { read: true }>, speech: Speech): Lines {
  const { oldest, unreadable, bytes, ...counts } = facts;
  return [
    t(
      'self-test.counts',
      'Near misses: {{records}}. Changes: {{changes}}. Entries on worksheets: {{entries}}. Markers: {{markers}}. Drafts: {{drafts}}. Size without markers and drafts: {{size}}.',
      { ...counts, size: speech.value(bytes, 'bytes') }
    ),
    oldest !== null &&
      t('self-test.oldest', 'The oldest near miss was stored on {{date}}.', { date: speech.dated(oldest) }),
    unreadable > 0 &&
      t('self-test.unreadable', 'Could not be read: {{count}}. The page “Export and import” says why.', {
        count: unreadable,
      }),
  ];
}
