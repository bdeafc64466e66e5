import type { GrafanaTheme2 } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import { useMemo } from 'react';
import type { StoryColours } from '../../domain/story/picture/story';
import { useMedia } from '../words/useMedia';

/** Colours of a picture: those of the theme, by default Grafana's own, or the system's where it forces them. */
export function useStoryColours(theme?: GrafanaTheme2): StoryColours {
  const own = useTheme2();
  const forced = useMedia('(forced-colors: active)');
  return useMemo(() => (forced && !theme ? systemColours() : themeColours(theme ?? own)), [forced, theme, own]);
}

/** Those of Grafana's texts, because they have contrast enough in both themes. */
export function themeColours({ colors, visualization }: GrafanaTheme2): StoryColours {
  return {
    line: colors.primary.text,
    road: colors.warning.text,
    band: visualization.getColorByName('orange'),
    limit: colors.error.text,
    stretch: colors.primary.text,
    text: colors.text.primary,
    background: colors.background.canvas,
  };
}

/** An image takes no colours from the page, so they are asked for by their names. */
function systemColours(): StoryColours {
  const probe = document.body.appendChild(document.createElement('span'));
  const colour = (name: string) => {
    probe.style.color = name;
    return getComputedStyle(probe).color;
  };
  const text = colour('CanvasText');
  const quiet = colour('GrayText');
  const road = colour('LinkText');
  const background = colour('Canvas');
  probe.remove();
  return { line: text, road, band: quiet, limit: text, stretch: quiet, text, background };
}
