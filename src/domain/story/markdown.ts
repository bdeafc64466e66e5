import { type Answer, answersByQuestion } from './worksheet/answersByQuestion';
import type { ShownEntry, NearMiss } from '../fold/nearMiss';
import { headline, isHeadline } from '../record/headline';
import { marginOf } from '../projection/margin';
import { marginText } from './marginText';
import { nameList } from '../text/nameList';
import { markdownLink, markdownParagraphs, markdownText } from '../text/markdownText';
import type { EntryType, NearMissRecord } from '../record/record';
import { type Question, QUESTIONS } from '../record/questions';
import { questionText } from './worksheet/questionText';
import { pictureMarkdown } from './picture/pictureMarkdown';
import { safeLink, ownLink } from '../text/link';
import { savedByText } from './savedByText';
import { type Speech, datedSpeech } from './speech';
import { storySentence } from './projectionSentence';

interface NearMissWithEntries {
  nearMiss: NearMiss;
  entries: readonly ShownEntry[];
}

/** Several near misses with their pictures as one Markdown document with a rule between them; logins are left out. `link` gives the address of each. */
export function nearMissesMarkdown(
  all: readonly NearMissWithEntries[],
  link: (id: string) => string,
  speech: Speech,
  questions: readonly Question[]
): string {
  return all
    .map(({ nearMiss, entries }) =>
      nearMissMarkdown(nearMiss, entries, link(nearMiss.id), speech, questions, pictureMarkdown(nearMiss, speech))
    )
    .join('\n---\n\n');
}

/**
 * The whole near miss and its shared entries as a Markdown document; logins are left out. `link` is its address, or empty
 * when it could not be saved; `questions` are those asked here, in their order. `picture` is an image in Markdown, or empty where no file will hold it. Moments carry date and zone. Typed text shows as typed and cannot mark up or link, except for the links given as such.
 */
export function nearMissMarkdown(
  nearMiss: NearMissRecord,
  entries: readonly ShownEntry[],
  link: string,
  inSpeech: Speech,
  questions: readonly Question[] = QUESTIONS,
  picture = ''
): string {
  const speech = datedSpeech(inSpeech);
  const address = ownLink(link);
  const parts = [
    `# ${markdownText(headline(nearMiss))}`,
    isHeadline(nearMiss.almost, nearMiss) ? '' : markdownParagraphs(nearMiss.almost),
    markdownText(storySentence(nearMiss, speech)),
    picture,
    facts(nearMiss, speech),
    linkList(nearMiss, speech),
    ...worksheet(entries, speech, questions),
    section(speech.phrase('markdown.outcome', 'What came of it'), nearMiss.outcome),
    address === null ? '' : markdownLink(speech.phrase('markdown.open', 'Open near miss'), address),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function section(title: string, text: string): string {
  const words = markdownParagraphs(text);
  return words && `## ${markdownText(title)}\n\n${words}`;
}

function facts(nearMiss: NearMissRecord, speech: Speech): string {
  return storyFacts(nearMiss, speech)
    .map(([name, value]) => `- **${markdownText(name)}:** ${markdownText(value)}`)
    .join('\n');
}

/** What is known of a near miss as name and value, the cue before the action; empty values are left out. */
export function storyFacts(
  nearMiss: NearMissRecord,
  speech: Speech
): ReadonlyArray<readonly [name: string, value: string]> {
  const { noticedAt, projection, actedAt, source } = nearMiss;
  const seenOn = [source?.dashboardTitle, source?.panelTitle].filter(Boolean).join(' / ');
  const known: ReadonlyArray<readonly [name: string, value: string]> = [
    [speech.phrase('markdown.cue', 'Cue'), nearMiss.cue],
    [speech.phrase('markdown.noticed', 'Noticed at'), noticedAt === null ? '' : speech.time(noticedAt)],
    [speech.phrase('markdown.action', 'Action'), nearMiss.action],
    [speech.phrase('markdown.acted', 'Acted at'), speech.time(actedAt)],
    [
      speech.phrase('markdown.margin', 'Margin'),
      projection?.ok ? marginText(marginOf(projection, actedAt), speech) : '',
    ],
    [speech.phrase('markdown.saved-by', 'What saved it'), savedByText(nearMiss.savedBy, speech)],
    [speech.phrase('markdown.saved-how', 'How that saved it'), nearMiss.savedHow],
    [speech.phrase('markdown.seen-on', 'Seen on'), seenOn],
    [speech.phrase('markdown.team', 'Team'), nearMiss.team],
    [speech.phrase('markdown.services', 'Services'), nameList(nearMiss.services)],
    [speech.phrase('markdown.recorded-for', 'Recorded for'), nearMiss.recordedFor],
  ];
  return known.filter(([, value]) => value.trim());
}

function linkList({ links }: NearMissRecord, speech: Speech): string {
  const items = links
    .filter((link) => link.trim())
    .map((link) => {
      const address = safeLink(link);
      return address === null ? `- ${markdownText(link)}` : `- ${markdownLink(address, address)}`;
    });
  return items.length > 0 ? `## ${speech.phrase('markdown.links', 'Links')}\n\n${items.join('\n')}` : '';
}

function worksheet(entries: readonly ShownEntry[], speech: Speech, questions: readonly Question[]): string[] {
  const { asked, retired } = answersByQuestion(entries, questions);
  const others: ReadonlyArray<readonly [EntryType, string]> = [
    ['takeaway', speech.phrase('markdown.takeaways', 'Takeaways')],
    ['followUp', speech.phrase('markdown.follow-ups', 'Follow-ups')],
    ['thanks', speech.phrase('markdown.thanks', 'Thanks')],
  ];
  return [
    ...asked.map(({ question, answers }) => entryList(questionText(question, speech), answers, speech)),
    ...retired.map(({ wording, answers }) => retiredList(wording, answers, speech)),
    ...others.map(([type, title]) =>
      entryList(
        title,
        entries.filter((entry) => entry.type === type).map((entry) => ({ entry, askedAs: '' })),
        speech
      )
    ),
  ];
}

function retiredList(wording: string, answers: readonly Answer[], speech: Speech): string {
  const unknown = speech.phrase('worksheet.unasked', 'Answers to questions that are no longer asked');
  const note = wording && `*${speech.phrase('worksheet.retired', 'No longer asked')}*`;
  return entryList(wording || unknown, answers, speech, note);
}

function entryList(title: string, entries: readonly Answer[], speech: Speech, note = ''): string {
  const unsealed = speech.phrase('markdown.unsealed', '(changed outside Near Miss, Grafana does not say by whom)');
  const items = entries.map(({ entry: { text, author }, askedAs }) => {
    const words = markdownParagraphs(text).replaceAll('\n\n', '\n\n  ');
    const other = askedAs && `\n\n  *${speech.phrase('worksheet.asked-as', 'Asked as:')}* ${markdownText(askedAs)}`;
    return `- ${words}${author.sealed === false ? ` *${unsealed}*` : ''}${other}`;
  });
  const parts = [`## ${markdownText(title)}`, note, items.join('\n')];
  return items.length > 0 ? parts.filter(Boolean).join('\n\n') : '';
}
