import { css } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { projectionSentence } from '../../domain/story/projectionSentence';
import type { Speech } from '../../domain/story/speech';
import type { Projection } from '../../domain/projection/projection';
import type { Stretch } from '../../domain/series/stretch';
import type { Limit } from '../../domain/projection/limit';

interface Props {
  /** Of the series. */
  name: string;
  /** What people have read before; a name that stands there is not said again. */
  heading?: string;
  limit: Limit;
  projection: Projection;
  actedAt: number;
  stretch: Stretch | null;
  /** Only who acted reads it. */
  toActor?: boolean;
  speech: Speech;
}

/** What would have happened, or why nothing honest can be said. */
export function ProjectionSentence({ speech, ...subject }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <p role="status" className={styles}>
      {projectionSentence(subject, speech)}
    </p>
  );
}

const getStyles = () => css({ margin: 0 });
