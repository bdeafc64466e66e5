import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { PackCover } from '../../domain/pack/packCover';

/** The first page. Its title is on paper alone: on the screen the page's own heading says it. */
export function Cover({ cover: { title, about, cannotSay } }: { cover: PackCover }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles}>
      <h1>{title}</h1>
      {about.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <h2>{cannotSay.title}</h2>
      <ul>
        {cannotSay.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

/** The last page. */
export function PackWords({ cover: { words } }: { cover: PackCover }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles} style={{ breakBefore: 'page' }}>
      <h2>{words.title}</h2>
      <dl>
        {words.meanings.map(([word, meaning]) => (
          <React.Fragment key={word}>
            <dt>{word}</dt>
            <dd>{meaning}</dd>
          </React.Fragment>
        ))}
      </dl>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    '& h1': { display: 'none', '@media print': { display: 'block' } },
    '& h2': { ...theme.typography.h4, margin: theme.spacing(2, 0, 1) },
    '& p': { margin: 0 },
    '& ul': { paddingLeft: theme.spacing(2.5) },
    '& dt': { fontWeight: theme.typography.fontWeightMedium },
    '& dd': { margin: 0 },
  });
