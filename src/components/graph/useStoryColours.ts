import type { GrafanaTheme2 } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import { useMemo } from 'react';
import type { StoryColours } from '../../domain/story/picture/story';
import { useMedia } from '../words/useMedia';

/** Colours of a picture: those of Grafana's theme, or the system's where it forces them. */
export function useStoryColours(): StoryColours {
  const theme = useTheme2();
  const forced = useMedia('(forced-colors: active)');
  return useMemo(() => (forced ? systemColours() : themeColours(theme)), [forced, theme]);
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

function systemColours(): StoryColours {
  const text = systemColour('CanvasText');
  const quiet = systemColour('GrayText');
  const road = systemColour('LinkText');
  return { line: text, road, band: quiet, limit: text, stretch: quiet, text, background: systemColour('Canvas') };
}

/** An image takes no colours from its page, so the page is asked for them; by its name where the page does not know it. */
function systemColour(name: string): string {
  const probe = document.body.appendChild(document.createElement('span'));
  probe.style.color = name;
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color || name;
}
