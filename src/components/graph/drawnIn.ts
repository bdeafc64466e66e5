import { dateTime, LoadingState, type PanelData } from '@grafana/data';
import { measuredPoints } from '../../domain/series/measuredPoints';
import type { Stretch } from '../../domain/series/stretch';
import type { Story as Pictured } from '../../domain/story/picture/story';
import { storyCrop } from '../../domain/story/picture/storyCrop';
import type { ValueRange } from '../../domain/story/picture/storyScale';
import { t } from '../../i18n/t';
import { type Story, storyEnd, storyFrames, storyMarks, type StoryNames, storyRange } from './storyFrames';

/** What a graph is about. */
export interface Shown extends Story {
  stretch: Stretch | null;
  /** What there was to see, epoch ms. */
  range: Stretch;
}

/**
 * The part that tells the story and, with the horizon, all there is; both epoch ms. Where one may choose another stretch both
 * hold all that there was to see.
 */
export function viewsOf(shown: Shown, choosing: boolean): { crop: Stretch; whole: Stretch } {
  const { range, projection } = shown;
  const story = pictured(shown);
  const [main] = shown.series;
  const crop = story && main ? storyCrop({ ...story, points: measuredPoints(main) }) : range;
  const from = choosing ? range.from : crop.from;
  return {
    crop: { from, to: choosing ? Math.max(crop.to, range.to) : crop.to },
    whole: { from, to: Math.max(range.to, crop.to, storyEnd({ projection }) ?? 0) },
  };
}

/** The story of a graph as its still picture would have it; null while the stretch or the moment of acting is not known. */
export function pictured({ series, stretch, actedAt, limit, projection }: Shown): Pictured | null {
  return stretch && actedAt !== null
    ? { evidence: { series: series.slice(0, 1), dropped: [] }, stretch, actedAt, limit, projection }
    : null;
}

/** What Grafana's panel draws of a part of the time axis, and the values at the ends of its other axis. */
export function drawnIn(shown: Shown, view: Stretch): { data: PanelData; range: ValueRange | null } {
  const { stretch, actedAt, projection } = shown;
  const names = storyNames();
  const range = storyRange(shown, view);
  const series = storyFrames(shown, names, { shown: view, range });
  const annotations = storyMarks({ stretch, actedAt, crossing: projection?.ok ? projection.crossing : null }, names);
  const from = dateTime(view.from);
  const to = dateTime(view.to);
  const timeRange = { from, to, raw: { from, to } };
  return { data: { state: LoadingState.Done, series, annotations, timeRange }, range };
}

function storyNames(): StoryNames {
  return {
    road: t('graph.road', 'Had it gone on'),
    stretch: t('graph.stretch', 'The stretch that was acted on'),
    acted: t('graph.acted', 'Acted'),
    crossing: t('graph.crossing', 'Would have crossed'),
  };
}
