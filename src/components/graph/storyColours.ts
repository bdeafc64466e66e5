import type { GrafanaTheme2 } from '@grafana/data';
import type { StoryColours } from '../../domain/story/storySvg';

/** Colours of a still picture; the same hues as the live graph. */
export function storyColours({ colors, visualization }: GrafanaTheme2): StoryColours {
  return {
    line: visualization.getColorByName('blue'),
    road: visualization.getColorByName('orange'),
    band: visualization.getColorByName('orange'),
    limit: visualization.getColorByName('red'),
    stretch: visualization.getColorByName('blue'),
    text: colors.text.secondary,
    background: colors.background.canvas,
  };
}
