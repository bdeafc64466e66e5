import type { PanelSeries } from '../../domain/projection/panelSeries';
import type { Stretch } from '../../domain/series/stretch';
import type { Speech } from '../../domain/story/speech';
import { parseQuantity } from '../../recording/quantity/parseQuantity';
import { typedLimit } from '../../recording/graph/proposals';
import type { Restored } from './captureReducer';
import type { Proposals } from './useProposals';
import type { UnfinishedCapture } from './unfinishedCapture';

interface Panel {
  all: readonly PanelSeries[];
  /** Taken where the earlier one is gone. */
  series: PanelSeries;
  /** What the panel shows. */
  shown: Stretch;
  proposals: Proposals;
  speech: Speech;
}

/** An earlier, unfinished capture on the panel as it is now. */
export function restoredCapture(
  unfinished: UnfinishedCapture,
  { all, series, shown, proposals, speech }: Panel
): Restored {
  const its = all.find(({ name }) => name === unfinished.seriesName) ?? series;
  const { limitText, leftOut, place, form, byHand } = unfinished;
  // Without points to draw, an earlier stretch would say nothing.
  const inside = unfinished.stretch && unfinished.stretch.from >= shown.from && unfinished.stretch.to <= shown.to;
  const stretch = inside && unfinished.stretch ? unfinished.stretch : proposals.stretch(its);
  const rest = { seriesKey: its.key, stretch, leftOut, place, form, byHand };
  if (!byHand.limit) {
    const { proposed } = proposals.limits(its, stretch, byHand.actedAt ? form.actedAt : undefined);
    return { ...rest, limit: proposed, limitText: proposed?.text ?? '' };
  }
  const reading = parseQuantity(limitText, its.unit);
  const offered = proposals.limits(its, stretch, form.actedAt).all.find(({ text }) => text === limitText);
  const typed = reading.kind === 'value' ? typedLimit(reading.value, its, stretch, speech) : null;
  return { ...rest, limit: offered ?? typed, limitText };
}
