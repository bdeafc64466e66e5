import type { Annotation } from '../../../domain/codec/annotation';
import { markerSentence } from '../../../domain/codec/encodeMarker';
import { plainText } from '../../../domain/text/html';
import { inkText } from '../../../domain/text/inkText';
import { shorten } from '../../../domain/text/visibleText';
import type { MissingMarker, OrphanMarker, Repair } from '../../../storage/selfTest/checkResult';
import type { ForeignMarker } from '../../../storage/selfTest/inventory';
import { t } from '../../../i18n/t';

/** One marker as it is shown before anything is done about it. */
export interface MarkerRow {
  key: string;
  /** What it says, or would say, before its link. */
  text: string;
  /** Who wrote it, or the words in it. */
  login: string;
  /** Empty for the organization. */
  dashboardUid: string;
  /** Empty where nobody kept the titles: then the dashboard is asked for its own. */
  where: string;
  /** Why it is no marker of ours; empty for one that is. */
  why: string;
  /** What its button does; null where there is none. */
  repair: Repair | null;
}

/** Shown, and so repaired, at a time. */
const MOST_ROWS = 50;
const LONGEST_TEXT = 280;

export interface MarkerRows {
  rows: readonly MarkerRow[];
  /** How many more there are. */
  further: number;
  /** What one button may do for all those shown that are safe to do together; null where there are not several. */
  together: Repair | null;
}

/** The markers that a repair would make, each with exactly what would be written, and those that it would remove. */
export function rowsOfRepair(repair: Repair): MarkerRows | null {
  switch (repair.does) {
    case 'remove-twins':
      return null;
    case 'make-markers': {
      const markers = repair.markers.slice(0, MOST_ROWS);
      const mine = markers.filter((marker) => marker.mine);
      return {
        rows: markers.map(missingRow),
        further: repair.markers.length - markers.length,
        together: mine.length > 1 ? { does: 'make-markers', markers: mine } : null,
      };
    }
    case 'remove-markers': {
      const markers = repair.markers.slice(0, MOST_ROWS);
      return {
        rows: markers.map(orphanRow),
        further: repair.markers.length - markers.length,
        together: markers.length > 1 ? { does: 'remove-markers', markers } : null,
      };
    }
  }
}

/** What only carries the tags of a marker, with who wrote it and where. */
export function rowsOfForeign(foreign: readonly ForeignMarker[]): MarkerRows {
  const shown = foreign.slice(0, MOST_ROWS);
  return {
    rows: shown.map(({ annotation, why }) => ({ ...storedRow(annotation), why: WHY[why](), repair: null })),
    further: foreign.length - shown.length,
    together: null,
  };
}

const WHY: Readonly<Record<ForeignMarker['why'], () => string>> = {
  text: () => t('self-test.foreign-text', 'not written by Near Miss'),
  place: () => t('self-test.foreign-place', 'not where its near miss was seen'),
};

function missingRow(marker: MissingMarker): MarkerRow {
  const { nearMiss, dashboardTitle, panelTitle } = marker;
  const dashboardUid = nearMiss.source?.dashboardUid ?? '';
  return {
    key: nearMiss.id,
    text: markerSentence(nearMiss),
    login: nearMiss.author.login,
    dashboardUid,
    where: [dashboardTitle, panelTitle].filter(Boolean).join(' / '),
    why: '',
    repair: { does: 'make-markers', markers: [marker] },
  };
}

function orphanRow(marker: OrphanMarker): MarkerRow {
  return { ...storedRow(marker.annotation), why: '', repair: { does: 'remove-markers', markers: [marker] } };
}

function storedRow({ id, text, login, dashboardUid }: Annotation): Omit<MarkerRow, 'why' | 'repair'> {
  const [words = ''] = text.split('<!--');
  return {
    key: String(id),
    text: shorten(inkText(plainText(words)), LONGEST_TEXT),
    login,
    dashboardUid,
    where: dashboardUid ? '' : t('self-test.on-organization', 'the organization'),
  };
}
