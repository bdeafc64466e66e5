import type { NearMissFile } from '../../storage/nearMissStore';

/** Everything that is known of the near miss as JSON: what is folded, with its history, and the worksheet. */
export function exportFile({ nearMiss, entries }: NearMissFile): string {
  return `${JSON.stringify({ nearMiss, entries }, null, 2)}\n`;
}
