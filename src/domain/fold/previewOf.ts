import type { NearMissFields } from '../record/record';
import { changeOf } from './changeOf';
import { foldGathered } from './fold';
import type { NearMiss } from './nearMiss';
import type { WholeNearMiss } from './storedPart';

/** The near miss as people would see it with these fields changed, projection and all; nothing is stored. */
export function previewOf({ nearMiss, ...stored }: WholeNearMiss, set: Partial<NearMissFields>): NearMiss {
  const change = changeOf(nearMiss, set, 'preview');
  const { annotation } = stored.record;
  return foldGathered({
    ...stored,
    changes: [...stored.changes, { what: 'change', change, annotation, unreadParts: [] }],
  });
}
