import type { NearMiss } from '../fold/nearMiss';
import { markdownImage } from '../story/picture/pictureMarkdown';
import type { Speech } from '../story/speech';
import { ownLink } from '../text/link';
import { markdownLink, markdownParagraphs, markdownText } from '../text/markdownText';
import type { EvidencePack } from './evidencePack';
import type { PackCover } from './packCover';
import { type FollowUps, packStory, type PackStory, toFillIn } from './packStory';

interface PackContext {
  cover: PackCover;
  followUps: FollowUps;
  speech: Speech;
  /** The address of a near miss. */
  link: (id: string) => string;
}

const LINE = '\\_'.repeat(40);

/**
 * The pack as one Markdown document: the cover, the stories and what its words mean, with a rule between them. The pictures are data behind its
 * end, so that it can be read as text too.
 */
export function packMarkdown({ nearMisses }: EvidencePack, context: PackContext): string {
  const told = nearMisses.map((nearMiss) => ({ nearMiss, image: markdownImage(nearMiss, context.speech) }));
  const stories = told.map(({ nearMiss, image }) => storyMarkdown(nearMiss, image?.alt ?? null, context));
  const pictures = told.flatMap(({ nearMiss, image }) => (image ? [`[${nearMiss.id}]: <${image.address}>`] : []));
  const parts = [coverMarkdown(context), ...stories, wordsMarkdown(context)];
  return `${parts.join('\n\n---\n\n')}\n${pictures.length > 0 ? `\n${pictures.join('\n')}\n` : ''}`;
}

function coverMarkdown({ cover: { title, about, cannotSay } }: PackContext): string {
  return [
    `# ${markdownText(title)}`,
    ...about.map(markdownText),
    `## ${markdownText(cannotSay.title)}`,
    cannotSay.lines.map((line) => `- ${markdownText(line)}`).join('\n'),
  ].join('\n\n');
}

function wordsMarkdown({ cover: { words } }: PackContext): string {
  return [
    `## ${markdownText(words.title)}`,
    words.meanings.map(([word, meaning]) => `- **${markdownText(word)}:** ${markdownText(meaning)}`).join('\n'),
  ].join('\n\n');
}

function storyMarkdown(nearMiss: NearMiss, alt: string | null, context: PackContext): string {
  const { followUps, speech, link } = context;
  const story = packStory(nearMiss, followUps, speech);
  const address = ownLink(link(nearMiss.id));
  const parts = [
    `## ${markdownText(story.headline)}`,
    markdownParagraphs(story.almost),
    alt === null ? '' : `![${alt}][${nearMiss.id}]`,
    markdownText(story.sentence),
    story.facts.map(([name, value]) => `- **${markdownText(name)}:** ${markdownText(value)}`).join('\n'),
    ...story.sections.map((section) => sectionMarkdown(section, speech)),
    address === null ? '' : markdownLink(speech.phrase('markdown.open', 'Open near miss'), address),
  ];
  return parts.filter(Boolean).join('\n\n');
}

function sectionMarkdown({ title, texts }: PackStory['sections'][number], speech: Speech): string {
  const words = texts.map(markdownParagraphs).filter(Boolean);
  return `### ${markdownText(title)}\n\n${words.length > 0 ? words.join('\n\n') : `${toFillIn(speech)} ${LINE}`}`;
}
