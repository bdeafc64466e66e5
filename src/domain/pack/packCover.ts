import type { Status } from '../record/record';
import type { Speech } from '../story/speech';
import { teamText } from '../story/teamText';
import type { EvidencePack } from './evidencePack';

/** The first page: what it is about, and how far it may be trusted. */
export interface PackCover {
  title: string;
  /** One line each: period and teams, how many, and what else is to be known before it is handed on. */
  about: readonly string[];
  cannotSay: { title: string; lines: readonly string[] };
  words: { title: string; meanings: ReadonlyArray<readonly [word: string, meaning: string]> };
}

interface Named {
  /** The period as people call it. */
  period: string;
  teams: readonly string[];
  /** False while more near misses exist than were read. */
  complete: boolean;
}

/** The cover of a pack in words; all counts are bare numbers. */
export function packCover(pack: EvidencePack, { period, teams, complete }: Named, speech: Speech): PackCover {
  const whose =
    teams.length > 0
      ? teams.map((team) => teamText(team, speech)).join(', ')
      : speech.phrase('pack.all-teams', 'All teams');
  return {
    title: speech.phrase('pack.title', 'Evidence pack'),
    about: [
      `${period} · ${whose}`,
      countLine(pack, speech),
      complete ? '' : speech.phrase('pack.incomplete', 'It is not complete: more near misses exist than were read.'),
      examplesLine(pack, speech),
      journalLine(pack, speech),
    ].filter(Boolean),
    cannotSay: {
      title: speech.phrase('pack.cannot-say', 'What this pack cannot say'),
      lines: cannotSay(speech),
    },
    words: { title: speech.phrase('pack.words', 'What its words mean'), meanings: meanings(speech) },
  };
}

function countLine({ nearMisses }: EvidencePack, speech: Speech): string {
  const many = (status: Status) => String(nearMisses.filter((each) => each.status === status).length);
  return speech.phrase(
    'pack.count',
    'Near misses: {{all}} (recorded: {{recorded}}, discussed: {{discussed}}, closed: {{closed}})',
    {
      all: String(nearMisses.length),
      recorded: many('recorded'),
      discussed: many('discussed'),
      closed: many('closed'),
    }
  );
}

function examplesLine({ isExamples }: EvidencePack, speech: Speech): string {
  return isExamples
    ? speech.phrase('pack.examples', 'All of them are examples that came with the app: nothing else was recorded.')
    : '';
}

function journalLine({ nearMisses }: EvidencePack, speech: Speech): string {
  return nearMisses.some(({ place }) => place.kind === 'journal')
    ? speech.phrase(
        'pack.journal',
        'Some of it is from a journal that not everybody may read: mind whom you hand it to.'
      )
    : '';
}

function cannotSay(speech: Speech): string[] {
  return [
    speech.phrase(
      'pack.told',
      'It holds only what people chose to tell. Few near misses can mean calm, or silence; nobody knows how many were not told.'
    ),
    speech.phrase(
      'pack.bounds',
      'A margin is the lower end of a projection, not a measurement. What would really have happened, nobody can know.'
    ),
    speech.phrase('pack.fewer', 'It does not show that there are or will be fewer incidents.'),
    speech.phrase('pack.people', 'It says nothing about people, and it does not compare teams.'),
  ];
}

function meanings(speech: Speech): ReadonlyArray<readonly [string, string]> {
  return [
    [
      speech.phrase('pack.near-miss', 'Near miss'),
      speech.phrase(
        'pack.near-miss-means',
        'What was almost an incident. The only difference is when somebody noticed.'
      ),
    ],
    [
      speech.phrase('pack.road', 'The road not taken'),
      speech.phrase(
        'pack.road-means',
        'Dashed: where the graph was heading when somebody acted, from what was to be seen by then alone.'
      ),
    ],
    [
      speech.phrase('markdown.margin', 'Margin'),
      speech.phrase('pack.margin-means', 'The time from acting to the limit; in 9 of 10 such cases at least this.'),
    ],
    [
      speech.phrase('markdown.saved-by', 'What saved it'),
      speech.phrase('pack.saved-means', 'A person, an alert, automation, a review or luck; often several.'),
    ],
  ];
}
