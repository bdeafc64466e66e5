import type { Speech } from '../../../domain/story/speech';
import type { JournalRight } from '../../../storage/selfTest/checkRights';
import type { SelfTestResult } from '../../../storage/selfTest/runSelfTest';
import { cleanUpText } from './cleanUpText';
import { missingMarkersText, orphanMarkersText, sourcesText } from './markersText';
import { rightsText } from './rightsText';
import { roundTripText } from './roundTripText';
import { orphanPartsText, storedText, twinsText } from './storedText';
import { tagLimitText, textLimitText, tidyText } from './writtenText';

/** What a check found, and what to do about it, a sentence or two a line; never a title of a near miss or a login. */
export function resultText(
  result: SelfTestResult,
  speech: Speech,
  nameOf: (journal: JournalRight) => string
): readonly string[] {
  switch (result.check) {
    case 'rights':
      return rightsText(result.facts, nameOf);
    case 'roundTrip':
      return roundTripText(result.facts);
    case 'textLimit':
      return textLimitText(result.facts);
    case 'tagLimit':
      return tagLimitText(result.facts);
    case 'stored':
      return storedText(result.facts, speech);
    case 'cleanUp':
      return cleanUpText(result.facts, speech);
    case 'twins':
      return twinsText(result.facts);
    case 'orphanMarkers':
      return orphanMarkersText(result.facts);
    case 'missingMarkers':
      return missingMarkersText(result.facts);
    case 'orphanParts':
      return orphanPartsText(result.facts);
    case 'sources':
      return sourcesText(result.facts);
    case 'tidy':
      return tidyText(result.facts);
  }
}
