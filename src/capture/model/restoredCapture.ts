import type { PanelSeries } from '../../domain/projection/panelSeries';
import type { Stretch } from '../../domain/series/stretch';
import type { Speech } from '../../domain/story/speech';
import { parseQuantity } from '../../recording/quantity/parseQuantity';
import { limitsFor, stretchFor, typedLimit } from '../../recording/graph/proposals';
import type { Restored } from './captureReducer';
import type { UnfinishedCapture } from './unfinishedCapture';

interface Panel {
  all: readonly PanelSeries[];
  /** Taken where the earlier one is gone. */
  series: PanelSeries;
  /** What the panel shows. */
  shown: Stretch;
  /** The part of it that is past. */
  range: Stretch;
  lines: readonly PanelSeries[];
  speech: Speech;
}

/** An earlier, unfinished capture on the panel as it is now. */
export function restoredCapture(
  unfinished: UnfinishedCapture,
  { all, series, shown, range, lines, speech }: Panel
): Restored {
  const its = all.find(({ name }) => name === unfinished.seriesName) ?? series;
  const { limitText, leftOut, place, form, byHand } = unfinished;
  // Without points to draw, an earlier stretch would say nothing.
  const inside = unfinished.stretch && unfinished.stretch.from >= shown.from && unfinished.stretch.to <= shown.to;
  const stretch = inside && unfinished.stretch ? unfinished.stretch : stretchFor(its, range, lines);
  const reading = parseQuantity(limitText, its.unit);
  const offered = limitsFor(its, stretch, speech, lines, form.actedAt).all.find(({ text }) => text === limitText);
  const typed = reading.kind === 'value' ? typedLimit(reading.value, its, stretch, speech) : null;
  return { seriesKey: its.key, stretch, limit: offered ?? typed, limitText, leftOut, place, form, byHand };
}
