import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { FieldName } from '../../../domain/record/record';
import { fieldLabel } from '../model/fieldLabel';
import type { PageModel } from '../model/PageModel';
import { RoadNotTaken } from './RoadNotTaken';

type Told = Extract<FieldName, 'cue' | 'almost' | 'action' | 'savedHow' | 'outcome'>;

const BEFORE: readonly Told[] = ['cue', 'almost'];
const AFTER: readonly Told[] = ['action', 'savedHow', 'outcome'];

/** The near miss as it went, the cue first: the story is about noticing. What nobody told is left out. */
export function Story({ page }: { page: PageModel }) {
  const styles = useStyles2(getStyles);
  const { nearMiss } = page.file;
  const told = (field: Told) =>
    nearMiss[field] && (
      <div key={field}>
        <h2>{fieldLabel(field)}</h2>
        <p>{nearMiss[field]}</p>
      </div>
    );
  return (
    <div className={styles}>
      {BEFORE.map(told)}
      <RoadNotTaken nearMiss={nearMiss} speech={page.speech} />
      {AFTER.map(told)}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'minmax(0, 1fr)',
    '& h2': { ...theme.typography.bodySmall, color: theme.colors.text.secondary, margin: 0 },
    '& p': { margin: 0, maxWidth: '75ch', whiteSpace: 'pre-line' },
    '& > div > p': { fontSize: theme.typography.h5.fontSize },
  });
