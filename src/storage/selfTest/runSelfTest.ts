import { checkCleanUp, type CleanUpResult, readCleanUpSettings } from './checkCleanUp';
import {
  checkForeignMarkers,
  type ForeignMarkersResult,
  checkMissingMarkers,
  type MissingMarkersResult,
  checkOrphanMarkers,
  type OrphanMarkersResult,
  checkSources,
  type SourcesResult,
} from './checkMarkers';
import { checkMoments, type MomentsResult } from './checkMoments';
import { checkOldTimes, type OldTimesResult } from './checkOldTimes';
import { checkRights, type RightsResult } from './checkRights';
import { checkRoundTrip, type RoundTripResult } from './checkRoundTrip';
import {
  checkStored,
  type StoredResult,
  checkTwins,
  type TwinsResult,
  checkOrphanParts,
  type OrphanPartsResult,
} from './checkStored';
import { checkTextLimit, type TextLimitResult, checkTagLimit, type TagLimitResult } from './checkLimits';
import { readInventory } from './inventory';
import { testAnnotations, checkTidy, type TidyResult } from './testAnnotations';
import type { SelfTestContext } from './checkResult';

/** What is there, judged without writing anything. */
export type InspectionResult =
  | StoredResult
  | CleanUpResult
  | TwinsResult
  | OrphanMarkersResult
  | ForeignMarkersResult
  | MissingMarkersResult
  | OrphanPartsResult
  | SourcesResult
  | MomentsResult;

export type SelfTestResult =
  RightsResult | RoundTripResult | OldTimesResult | TextLimitResult | TagLimitResult | InspectionResult | TidyResult;

export interface RunOptions {
  signal: AbortSignal;
  /** Called with each result as soon as it is known. */
  onResult: (result: SelfTestResult) => void;
}

/**
 * Runs every check, one after the other. What it writes it removes again, also after a failure and when it is stopped; what
 * an earlier run left behind goes first.
 */
export async function runSelfTest(context: SelfTestContext, { signal, onResult }: RunOptions): Promise<void> {
  const tests = testAnnotations(context);
  const before = await tests.sweep();
  try {
    const rights = await checkRights(context.send, signal);
    if (signal.aborted) {
      return;
    }
    onResult(rights);
    const { place, readsAll } = rights.facts;
    for (const check of [checkRoundTrip, checkOldTimes, checkTextLimit, checkTagLimit]) {
      if (!signal.aborted) {
        onResult(await check(tests, place));
      }
    }
    const inspected = signal.aborted ? [] : await inspect(context, { readsAll, signal });
    if (!signal.aborted) {
      inspected.forEach(onResult);
    }
  } finally {
    onResult(checkTidy(before, await tests.sweep()));
  }
}

interface InspectOptions {
  /** Nothing is hidden from this reader. */
  readsAll: boolean;
  signal?: AbortSignal;
}

/** The checks that read only; run again after a repair. */
export async function inspect(
  context: SelfTestContext,
  { readsAll, signal }: InspectOptions
): Promise<readonly InspectionResult[]> {
  const [inventory, settings] = await Promise.all([
    readInventory(context, signal),
    readCleanUpSettings(context.send, signal),
  ]);
  const stored = checkStored(inventory);
  if (!inventory.ok) {
    return [stored];
  }
  return [
    stored,
    checkCleanUp(settings, inventory.value, context.clock.now()),
    checkTwins(inventory.value),
    checkOrphanMarkers(inventory.value, readsAll),
    checkForeignMarkers(inventory.value),
    checkMissingMarkers(inventory.value, context.me),
    checkOrphanParts(inventory.value, readsAll),
    checkSources(inventory.value),
    checkMoments(inventory.value, context.clock.now()),
  ];
}
