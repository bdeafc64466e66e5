import fc from 'fast-check';
import { typedText } from '../testing/arbitraries';
import { aNearMissWithoutGraph, aRecord, aShownEntry, anAuthor } from '../testing/builders';
import { chatLine } from './chatLine';
import { markdownText } from './markdownText';
import { nearMissMarkdown } from './nearMissMarkdown';
import { plainSpeech } from './plainSpeech';
import { visibleText } from './visibleText';

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
    aShownEntry({ id: 'e3', type: 'takeaway', question: '', text: 'Watch the dips.' }),
  ];
  const text = nearMissMarkdown(
    aRecord({ links: ['https://example.org/x', 'javascript:alert(1)'] }),
    entries,
    LINK,
    plainSpeech
  );
  const lines = text.split('\n');
  expect(lines[0]).toBe('# Orders piled up behind one consumer');
  expect(text).toContain('Had it gone on, orders waiting would have reached 25 K around 2026-11-03 16:13 UTC');
  expect(lines).toContain('- **What saved it:** a person, luck');
  expect(lines).toContain('- **Margin:** at least 48 min \\(9 in 10\\)');
  expect(lines).toContain('- [https:\u200b//example.org/x](<https://example.org/x>)');
  expect(lines).toContain('- javascript:alert\\(1\\)');
  expect(lines).toContain('## What led somebody to look there, at that moment, in just that way?');
  expect(text).toContain(
    '- The alert was made\n\n  for another queue. *(changed outside Near Miss, Grafana does not say by whom)*'
  );
  expect(text).toContain('## Takeaways\n\n- Watch the dips.');
  expect(text).toContain(`[Open near miss](<${LINK}>)`);
  expect(text).not.toContain('anna');
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
        expect(line).not.toMatch(/(?<!\\)(\\\\)*[`*_{}[\]()<>#|~&$!]/);
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
      /^Near miss: Orders piled up behind one consumer\. Had it gone on, orders waiting .* https:\S+$/
    );
    expect(line).not.toContain('Anna');
  });

  it('neither marks up nor links nor notifies by what was typed', () => {
    fc.assert(
      fc.property(fc.oneof(typedText, fc.string({ unit: fc.constantFrom(...'[](){}<>@!*_`~|:/ wx.') })), (title) => {
        const line = chatLine(aRecord({ title, projection: null }), '', plainSpeech);
        expect(line).not.toMatch(/[\n<>`*~|]|@(?!\u200b)|:\/\/|\]\(|www\./i);
      })
    );
    expect(chatLine(aRecord({ title: '_x_ <!here> @all snake_case', projection: null }), '', plainSpeech)).toBe(
      'Near miss: ˍxˍ ‹!here› @\u200ball snake_case.'
    );
  });
});
