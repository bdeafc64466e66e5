import { failureText } from '../../../components/words/failureText';
import type { JournalState } from '../../../storage/journals/readJournals';
import { accessText } from '../journals/accessText';
import type { Place } from '../../../domain/record/place';
import type { Movable } from '../../../storage/transfer/moveNearMisses';
import { t } from '../../../i18n/t';

/** A place to move near misses from or to. */
export interface MovePlace {
  place: Place;
  /** A journal's name; empty for the organization. */
  title: string;
  /** Why nothing can be moved from or to there; empty when it can. */
  problem: string;
  /** Why nothing should be moved there, though it can be moved away; mostly empty. */
  unfit: string;
  /** Who reads what is kept there, as a sentence. */
  readers: string;
}

/** The organization, then the journals, also those that are gone or forbidden. */
export function movePlaces({ organization, journals }: Movable): MovePlace[] {
  return [
    {
      place: { kind: 'organization' },
      title: '',
      problem: organization ? '' : noRight(),
      unfit: '',
      readers: t(
        'move.organization-readers',
        'Everybody in this organization will be able to read them: every Viewer.'
      ),
    },
    ...journals.map((journal): MovePlace => ({
      place: { kind: 'journal', dashboardUid: journal.dashboardUid },
      title: journal.title,
      problem: problemOf(journal),
      unfit: journal.is === 'there' && journal.managed ? managed() : '',
      readers: readersOf(journal),
    })),
  ];
}

const noRight = () => t('move.no-right', 'You may not write and delete there.');

const managed = () => t('move.managed', 'Provisioning or a plugin owns this dashboard and may delete it.');

function problemOf(journal: JournalState): string {
  switch (journal.is) {
    case 'gone':
      return t('move.gone', 'This dashboard was deleted, and what was kept in it went with it.');
    case 'forbidden':
      return t('move.forbidden', 'You may not open this dashboard.');
    case 'unread':
      return failureText(journal.failure);
    case 'there':
      return journal.mayWrite ? '' : noRight();
  }
}

function readersOf(journal: JournalState): string {
  if (journal.is !== 'there') {
    return '';
  }
  return journal.failure
    ? t('move.readers-unread', 'Whoever may view that dashboard will be able to read them, nobody else.')
    : accessText(journal.access).readers;
}
