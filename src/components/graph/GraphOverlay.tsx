import { css } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';
import React, { type RefObject, useMemo } from 'react';
import { measuredPoints } from '../../domain/series/measuredPoints';
import type { Stretch } from '../../domain/series/stretch';
import { pictureAddress } from '../../domain/story/picture/nearMissPicture';
import type { Story } from '../../domain/story/picture/story';
import { layOut } from '../../domain/story/picture/storyGeometry';
import { scaleOf, type ValueRange } from '../../domain/story/picture/storyScale';
import { overlaySvg } from '../../domain/story/picture/storySvg';
import type { Speech } from '../../domain/story/speech';
import { usePlotBox } from './usePlotBox';
import { useStoryColours } from './useStoryColours';

interface Props {
  story: Story;
  /** What Grafana shows of time and values. */
  shown: Stretch;
  range: ValueRange;
  /** Around the graph. */
  element: RefObject<HTMLElement>;
  speech: Speech;
}

/** The zone beyond the limit and the words of the picture, over a graph of Grafana's; pointers go through it. */
export function GraphOverlay({ story, shown, range, element, speech }: Props) {
  const styles = useStyles2(getStyles);
  const colours = useStoryColours();
  const box = usePlotBox(element);
  const address = useMemo(() => {
    const points = story.evidence.series[0] ? measuredPoints(story.evidence.series[0]) : [];
    const geometry = box && layOut({ ...story, points, size: box, scale: scaleOf(shown, range, box) });
    return geometry && pictureAddress(overlaySvg(story, geometry, colours, speech));
  }, [story, shown, range, box, colours, speech]);
  return box && address ? <img className={styles} style={box} src={address} alt="" /> : null;
}

const getStyles = () => css({ maxWidth: 'none', pointerEvents: 'none', position: 'absolute' });
