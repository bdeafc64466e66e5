const BASE = 36;
const MOMENT_LENGTH = 8;
const NUMBER_LENGTH = 4;

/**
 * The id that the near miss of a draft gets: 12 characters made from when the annotation was created (epoch ms) and its
 * number. The same for everybody, so whoever completes a draft whose first completion broke off finds that record.
 */
export function nearMissIdOfDraft(created: number, annotationId: number): string {
  return lastOf(created, MOMENT_LENGTH) + lastOf(annotationId, NUMBER_LENGTH);
}

function lastOf(number: number, length: number): string {
  return Math.max(0, Math.round(number)).toString(BASE).padStart(length, '0').slice(-length);
}
