import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import type { NearMiss } from '../../domain/fold/nearMiss';
import type { Speech } from '../../domain/story/speech';
import { storySvg, type StoryColours } from '../../domain/story/storySvg';
import { chosenEvidence } from '../../domain/record/chosenSeries';
import { kindLabel } from '../words/labels';

/** Colours of a still picture; the same hues as the live graph. */
function storyColours({ colors, visualization }: GrafanaTheme2): StoryColours {
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

interface Props {
  nearMiss: NearMiss;
  /** Px. */
  width: number;
  height: number;
  /** Words of the labels in the picture. */
  speech: Speech;
  /** Default: Grafana's own; paper wants the light one. */
  theme?: GrafanaTheme2;
}

/** The still picture of the road not taken; the same facts stand beside it in words, so it is hidden from screen readers. */
export function StoryPicture({ nearMiss, width, height, theme }: Props) {
  const styles = useStyles2(getStyles);
  const shown = useTheme2();
  const address = useMemo(
    () => pictureAddress(nearMiss, { width, height }, theme ?? shown),
    [nearMiss, width, height, theme, shown]
  );
  return address ? (
    <img className={styles} src={address} width={width} height={height} alt="" />
  ) : (
    <span className={styles} style={{ width, height }} aria-hidden>
      {kindLabel(nearMiss.kind)}
    </span>
  );
}

/** The picture as a `data:` address; null without a graph. */
export function pictureAddress(nearMiss: NearMiss, size: { width: number; height: number }, theme: GrafanaTheme2) {
  const { stretch, limit, projection, actedAt } = nearMiss;
  const evidence = chosenEvidence(nearMiss);
  if (!evidence || !stretch) {
    return null;
  }
  const story = { evidence, stretch, limit, projection, actedAt };
  return `data:image/svg+xml,${encodeURIComponent(storySvg(story, size, storyColours(theme)))}`;
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    alignItems: 'center',
    background: theme.colors.background.canvas,
    borderRadius: theme.shape.radius.default,
    color: theme.colors.text.secondary,
    display: 'inline-flex',
    justifyContent: 'center',
    lineHeight: 1.4,
    maxWidth: '100%',
  });
