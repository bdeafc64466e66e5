import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { Dropped } from '../../domain/series/evidence';
import { droppedText } from '../../domain/story/droppedText';
import type { Speech } from '../../domain/story/speech';

interface Props {
  /** What the folded notes are about. */
  summary: string;
  dropped: readonly Dropped[];
  speech: Speech;
}

/** Folded, because few need it: what of the graph is kept coarser or not at all. Nothing where all of it is. */
export function LeftOutNotes({ summary, dropped, speech }: Props) {
  const styles = useStyles2(getStyles);
  return dropped.length > 0 ? (
    <details className={styles}>
      <summary>{summary}</summary>
      <ul>
        {dropped.map((one, index) => (
          <li key={index}>{droppedText(one, speech)}</li>
        ))}
      </ul>
    </details>
  ) : null;
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    overflowWrap: 'anywhere',
    '& > summary': { cursor: 'pointer' },
    '& > ul': { margin: 0, paddingLeft: theme.spacing(2.5) },
  });
