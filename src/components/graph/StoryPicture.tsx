import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import type { NearMissRecord } from '../../domain/record/record';
import { nearMissPicture, pictureAddress } from '../../domain/story/picture/nearMissPicture';
import { PAPER_COLOURS } from '../../domain/story/picture/story';
import type { Speech } from '../../domain/story/speech';
import { kindLabel } from '../words/labels';
import { useStoryColours } from './useStoryColours';

interface Props {
  nearMiss: NearMissRecord;
  /** Px. */
  width: number;
  height: number;
  /** Words of the labels in the picture. */
  speech: Speech;
  /** Paper is white, whatever theme is on the screen. */
  onPaper?: boolean;
  /** True where no words beside it say the same: it then says them to screen readers itself. */
  alone?: boolean;
}

/** The still picture of the road not taken; where none was kept the word for its kind. */
export function StoryPicture({ nearMiss, width, height, speech, onPaper = false, alone = false }: Props) {
  const styles = useStyles2(getStyles);
  const shown = useStoryColours();
  const colours = onPaper ? PAPER_COLOURS : shown;
  const picture = useMemo(() => {
    const drawn = nearMissPicture(nearMiss, { width, height }, colours, speech);
    return drawn && { src: pictureAddress(drawn.svg), alt: drawn.alt };
  }, [nearMiss, width, height, colours, speech]);
  return picture ? (
    <img className={styles.picture} width={width} height={height} src={picture.src} alt={alone ? picture.alt : ''} />
  ) : (
    <span className={styles.none} style={{ width, height }} aria-hidden>
      {kindLabel(nearMiss.kind)}
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  picture: css({ borderRadius: theme.shape.radius.default, maxWidth: '100%' }),
  none: css({
    alignItems: 'center',
    color: theme.colors.text.secondary,
    display: 'inline-flex',
    fontSize: theme.typography.bodySmall.fontSize,
    justifyContent: 'center',
    maxWidth: '100%',
  }),
});
