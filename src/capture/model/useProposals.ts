import { useMemo, useState } from 'react';
import { limitLinesIn } from '../../domain/projection/offer/limitLines';
import type { PanelSeries } from '../../domain/projection/panelSeries';
import type { ProposedStretch } from '../../domain/projection/proposeStretches';
import type { Stretch } from '../../domain/series/stretch';
import type { Speech } from '../../domain/story/speech';
import { inOrderOfHeading } from '../../recording/graph/inOrderOfHeading';
import { type LimitOffer, limitsFor, stretchesFor, stretchFor } from '../../recording/graph/proposals';

export interface Proposals {
  /** The panel's series, the one that heads for its limit first. */
  ordered: readonly PanelSeries[];
  stretches: (of: PanelSeries) => ProposedStretch[];
  stretch: (of: PanelSeries) => Stretch;
  limits: (of: PanelSeries, stretch: Stretch, actedAt?: number) => LimitOffer;
}

/**
 * What is proposed of a panel's series as they were given at first: neither what a dashboard brings while somebody writes nor
 * finer points move the series, stretches and limit lines that people have before them.
 */
export function useProposals(given: readonly PanelSeries[], range: Stretch, speech: Speech): Proposals {
  const [ordered] = useState(() => inOrderOfHeading(given, range));
  const [lines] = useState(() => limitLinesIn(given));
  return useMemo(() => {
    const asGiven = (of: PanelSeries) => ordered.find(({ key }) => key === of.key) ?? of;
    return {
      ordered,
      stretches: (of) => stretchesFor(asGiven(of), range, lines),
      stretch: (of) => stretchFor(asGiven(of), range, lines),
      limits: (of, stretch, actedAt) => limitsFor(of, stretch, speech, lines, actedAt),
    };
  }, [ordered, lines, range, speech]);
}
