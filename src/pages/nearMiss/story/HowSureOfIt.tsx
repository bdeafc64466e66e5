import React, { useMemo } from 'react';
import { HowSure } from '../../../components/graph/HowSure';
import type { NearMiss } from '../../../domain/fold/nearMiss';
import { chosenEvidence } from '../../../domain/record/chosenSeries';
import { traitsOf } from '../../../domain/record/traitsOf';
import type { Speech } from '../../../domain/story/speech';

/** What the road not taken stands on, reckoned from the frozen points; nothing where those were left out or nothing was projected. */
export function HowSureOfIt({ nearMiss, speech }: { nearMiss: NearMiss; speech: Speech }) {
  const { stretch, limit, projection } = nearMiss;
  const series = useMemo(() => chosenEvidence(nearMiss)?.series[0], [nearMiss]);
  const traits = useMemo(() => (series ? traitsOf(series, nearMiss) : {}), [series, nearMiss]);
  return series && stretch && limit && projection ? (
    <HowSure {...{ series, limit, projection, traits, speech }} />
  ) : null;
}
