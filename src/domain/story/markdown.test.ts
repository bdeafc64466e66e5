import fc from 'fast-check';
import { typedText } from '../../testing/builders/arbitraries';
import {
  A_SOURCE,
  aNearMissWithoutGraph,
  AN_OPEN_PROJECTION,
  aRecord,
  aShownEntry,
  anAuthor,
} from '../../testing/builders/builders';
import { chatLine } from './chatLine';
import { markdownText } from '../text/markdownText';
import { nearMissMarkdown } from './markdown';
import { plainSpeech } from './plainSpeech';
import { visibleText } from '../text/visibleText';
import { storySentence } from './projectionSentence';

const LINK = 'https://grafana.example/a/resilience-nearmiss-app/nm/queue-1-abcd';

it('tells the story, the facts, the answers under their questions, and where it is', () => {
  const entries = [
    aShownEntry(),
    aShownEntry({
      id: 'e2',
      question: 'q5',
      text: 'The alert was made\nfor another queue.',
      author: anAuthor({ sealed: false }),
    }),
    aShownEntry({
      id: 'e3',
      type: 'takeaway',
      question: '',
      text: 'Watch the dips.',
      author: anAuthor({ sealed: null }),
    }),
  ];
  const text = nearMissMarkdown(
    aRecord({ links: ['https://example.org/x', 'javascript:alert(1)'] }),
    entries,
    LINK,
    plainSpeech
  );
  const lines = text.split('\n');
  expect(lines[0]).toBe('# Orders piled up behind one consumer');
  expect(text).toContain(
    'orders waiting would have hit 25 K around 2026-11-03 16:13 UTC, 75 min after it was acted on (9 in 10: not before 15:46).'
  );
  expect(lines).toContain('- **What saved it:** a person, luck');
  expect(lines).toContain('- **Margin:** at least 48 min (9 in 10)');
  expect(lines).toContain('- [https:\u200b//example.org/x](<https://example.org/x>)');
  expect(lines).toContain('- javascript:alert(1)');
  expect(lines).toContain('## What led somebody to look there, at that moment, in just that way?');
  expect(text).toContain(
    '- The alert was made\n\n  for another queue. *(changed outside Near Miss, Grafana does not say by whom)*'
  );
  expect(text).toContain('## Takeaways\n\n- Watch the dips.\n');
  expect(text).toContain(`[Open near miss](<${LINK}>)`);
  expect(text).not.toContain('anna');
});

it('is one document with everything that is known, in its order', () => {
  const nearMiss = aRecord({
    almost: 'The shop would have\nstopped.',
    services: ['checkout', 'cart'],
    links: [' ', 'https://example.org/x'],
    recordedFor: 'nobody',
    outcome: 'An alert.',
    projection: AN_OPEN_PROJECTION,
  });
  const entries = [
    aShownEntry({ id: 'e1', question: 'q2', text: 'Ben.' }),
    aShownEntry({ id: 'e2', question: 'q1', text: 'Anna.' }),
    aShownEntry({ id: 'e3', question: 'q1', text: 'Cleo.' }),
    aShownEntry({ id: 'e4', question: 'team-1', text: 'Ours.' }),
    aShownEntry({ id: 'e5', type: 'thanks', question: 'q1', text: 'Thanks, Ben.' }),
    aShownEntry({ id: 'e6', type: 'followUp', question: '', text: 'An alert.' }),
    aShownEntry({ id: 'e7', type: 'takeaway', question: '', text: 'Dips.' }),
  ];
  const [, ...parts] = nearMissMarkdown(nearMiss, entries, LINK, plainSpeech).split('\n\n');
  expect(parts).toEqual([
    'The shop would have',
    'stopped.',
    markdownText(storySentence(nearMiss, plainSpeech)),
    [
      '- **Cue:** The line had no dips any more.',
      '- **Noticed at:** 2026-11-03 14:48 UTC',
      '- **Action:** Added two consumers.',
      '- **Acted at:** 2026-11-03 14:58 UTC',
      '- **Margin:** at least 48 min (9 in 10)',
      '- **What saved it:** a person, luck',
      '- **How that saved it:** Somebody happened to look at the dashboard before lunch.',
      '- **Seen on:** Checkout service / Orders waiting',
      '- **Team:** payments',
      '- **Services:** checkout, cart',
      '- **Recorded for:** nobody',
    ].join('\n'),
    '## Links',
    '- [https:\u200b//example.org/x](<https://example.org/x>)',
    '## What led somebody to look there, at that moment, in just that way?',
    '- Anna.\n- Cleo.',
    '## Who else on the team might have made the same connection, and what would they need to?',
    '- Ben.',
    '## Answers to questions that are no longer asked',
    '- Ours.',
    '## Takeaways',
    '- Dips.',
    '## Follow-ups',
    '- An alert.',
    '## Thanks',
    '- Thanks, Ben.',
    '## What came of it',
    'An alert.',
    `[Open near miss](<${LINK}>)\n`,
  ]);
});

it('says what almost happened once, where that is its title', () => {
  const text = nearMissMarkdown(aRecord({ title: '', almost: 'Orders almost stopped.' }), [], LINK, plainSpeech);
  expect(text.match(/Orders almost stopped/g)).toHaveLength(1);
});

it('puts the answers under the questions as they are asked here, in their order and words', () => {
  const questions = [
    { key: 'team-1', text: 'What did the runbook say?', why: '' },
    { key: 'q1', text: 'What led you there?', why: '' },
  ];
  const entries = [
    aShownEntry({ id: 'e1', question: 'q1', text: 'Anna.' }),
    aShownEntry({ id: 'e2', question: 'gone', text: 'Old.' }),
    aShownEntry({ id: 'e3', question: 'team-1', text: 'Ours.' }),
  ];
  const text = nearMissMarkdown(aRecord({ links: [], outcome: '' }), entries, LINK, plainSpeech, questions);
  expect(text.match(/^## .*|^- [A-Z]\w+\.$/gm)?.slice(0, 6)).toEqual([
    '## What did the runbook say?',
    '- Ours.',
    '## What led you there?',
    '- Anna.',
    '## Answers to questions that are no longer asked',
    '- Old.',
  ]);
});

it('says how a question was worded when it was answered, also one that is not asked any more', () => {
  const questions = [{ key: 'q1-why', text: 'Why {{then}}?', why: '' }];
  const entries = [
    aShownEntry({ id: 'e1', question: 'q1-why', text: 'Now.', asked: 'Why {{then}}?' }),
    aShownEntry({ id: 'e2', question: 'q1-why', text: 'Then.', asked: 'Why # <b>now</b>?' }),
    aShownEntry({ id: 'e3', question: 'cost', text: 'Little.', asked: 'What *was* the price?' }),
    aShownEntry({ id: 'e4', question: 'cost', text: 'Much.', asked: `# [What](https://x.org) <img>` }),
    aShownEntry({ id: 'e5', question: 'old', text: 'Older.' }),
  ];
  const text = nearMissMarkdown(aRecord({ links: [], outcome: '' }), entries, '', plainSpeech, questions);
  expect(text.slice(text.indexOf('## ')).trimEnd().split('\n\n')).toEqual([
    '## Why \\{\\{then\\}\\}?',
    '- Now.\n- Then.',
    '  *Asked as:* Why \\# \\<b\\>now\\</b\\>?',
    '## \\# \\[What\\](https:\u200b//x.org) \\<img\\>',
    '*No longer asked*',
    '- Little.',
    '  *Asked as:* What \\*was\\* the price?\n- Much.',
    '## Answers to questions that are no longer asked',
    '- Older.',
  ]);
});

it('leaves out what is not known, without a trace', () => {
  const bare = aRecord({
    ...{
      title: 'x',
      almost: '',
      cue: ' ',
      noticedAt: null,
      action: '',
      savedBy: [],
      savedHow: '',
      team: '',
      services: [],
    },
    ...{ links: [' '], recordedFor: '', outcome: ' ', projection: null, source: null },
  });
  expect(nearMissMarkdown(bare, [], '', plainSpeech)).toBe('# x\n\n- **Acted at:** 2026-11-03 14:58 UTC\n');
  const oneName = { ...A_SOURCE, panelTitle: '' };
  expect(nearMissMarkdown({ ...bare, source: oneName }, [], '', plainSpeech)).toContain(
    '**Seen on:** Checkout service\n'
  );
});

it.each([
  ['1. one', '1\\. one'],
  ['12. twelve', '12\\. twelve'],
  ['3) three', '3\\) three'],
  ['(1 in 10)', '(1 in 10)'],
  ['v1. two', 'v1. two'],
  ['- item', '\\- item'],
  ['a - b', 'a - b'],
  ['www.a wwwb', 'www\u200b.a wwwb'],
])('writes %j as %j', (typed, written) => {
  expect(markdownText(typed)).toBe(written);
});

it('says date and zone in what is read elsewhere, however short the page is', () => {
  const page = { ...plainSpeech, time: () => '16:13', dated: () => '2026-11-03 16:13 UTC+01:00' };
  const chat = chatLine(aRecord(), LINK, page);
  const document = nearMissMarkdown(aRecord(), [], LINK, page);
  expect(chat).toContain('around 2026-11-03 16:13 UTC+01:00');
  expect(document).toContain('- **Acted at:** 2026-11-03 16:13 UTC+01:00');
  expect(`${chat} ${document}`).not.toMatch(/(?<!2026-11-03 )16:13/);
});

it('has what was typed even without a graph and without an address', () => {
  const text = nearMissMarkdown(aNearMissWithoutGraph({ links: [] }), [], '', plainSpeech);
  expect(text).toContain('Every payment would have been cut off after 30 ms.');
  expect(text).not.toMatch(/Open near miss|Margin|## /);
});

it('shows typed words as typed: no HTML, link, image, heading, list, table or mention comes of them', () => {
  fc.assert(
    fc.property(
      fc.oneof(typedText, fc.string({ unit: fc.constantFrom(...'\\`*_{}[]()<>#+-.!|~&@:/ 1a') })),
      (typed) => {
        const line = markdownText(typed);
        expect(line).not.toMatch(/\n/);
        expect(line).not.toMatch(/(?<!\\)(\\\\)*[`*_{}[\]<>#|~&$!]/);
        expect(line).not.toMatch(/^([-+=]|\d+[.)])/);
        expect(line).not.toMatch(/:\/\/|@(?!\u200b)|www\./i);
        const bare = line.replace(/\u200b/g, '').replace(/\\([^\w\s])/g, '$1');
        const shown = visibleText(typed).replace(/\u200b/g, '');
        expect(bare.replaceAll('\\', '')).toBe(shown.replaceAll('\\', ''));
      }
    )
  );
});

describe('the line for a chat', () => {
  it('holds the sentence and the link and no names', () => {
    const line = chatLine(aRecord({ recordedFor: 'Anna' }), LINK, plainSpeech);
    expect(line).toMatch(
      /^Near miss: At 25,000 waiting orders [^.]+\. Margin: at least 48 min \(9 in 10\)\. orders waiting would have hit .* https:\S+$/
    );
    expect(line).not.toContain('Anna');
  });

  it('neither marks up nor links nor notifies by what was typed', () => {
    fc.assert(
      fc.property(fc.oneof(typedText, fc.string({ unit: fc.constantFrom(...'[](){}<>@!*_`~|:/ wx.') })), (title) => {
        const line = chatLine(aRecord({ title, almost: '', projection: null }), '', plainSpeech);
        expect(line).not.toMatch(/[\n<>`*~|]|@(?!\u200b)|:\/\/|\]\(|www\./i);
      })
    );
    const titled = (title: string) => chatLine(aRecord({ title, almost: '', projection: null }), '', plainSpeech);
    expect(titled('Stopped in time... ')).toBe('Near miss: Stopped in time.');
    expect(titled(`${'.'.repeat(3)}`)).toBe('Near miss: .');
    expect(titled('[a](b) [c] www.d wwwe')).toBe('Near miss: [a]\u200b(b) [c] www\u200b.d wwwe.');
    expect(titled('_x_ <!here> @all snake_case')).toBe('Near miss: ˍxˍ ‹!here› @\u200ball snake_case.');
  });
});
