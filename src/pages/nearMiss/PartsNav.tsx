import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useChromeHeaderHeight } from '@grafana/runtime';
import { Button, useStyles2 } from '@grafana/ui';
import React from 'react';
import type { PageModel } from './model/PageModel';
import { WIDE } from './model/wide';
import { answeredText } from './worksheet/answeredText';
import { t } from '../../i18n/t';

/** Ids of the parts of the page that one can go to. */
export const PARTS = {
  story: 'near-miss-story',
  questions: 'near-miss-questions',
  history: 'near-miss-history',
} as const;

/** Where the parts lie below each other: stays in sight and leads to each of them. */
export function PartsNav({ page }: { page: PageModel }) {
  const styles = useStyles2(getStyles);
  const top = useChromeHeaderHeight();
  const parts: ReadonlyArray<readonly [id: string, label: string]> = [
    [PARTS.story, t('parts.story', 'Story')],
    [PARTS.questions, t('parts.questions', 'Five questions ({{answered}})', { answered: answeredText(page) })],
    [PARTS.history, t('story.history', 'History')],
  ];
  return (
    <nav className={styles} style={{ top }} aria-label={t('parts.label', 'Parts of this page')}>
      {parts.map(([id, label]) => (
        <Button
          key={id}
          size="sm"
          variant="secondary"
          fill="text"
          onClick={({ currentTarget }) => goTo(id, (top ?? 0) + (currentTarget.parentElement?.offsetHeight ?? 0))}
        >
          {label}
        </Button>
      ))}
    </nav>
  );
}

/** Brings the part into sight, below the `covered` px at the top, opens what alone is folded of it, and lets the keyboard go on there. */
function goTo(id: string, covered: number) {
  const part = document.getElementById(id);
  if (part) {
    part.querySelector(':scope > details:only-child')?.setAttribute('open', '');
    part.style.scrollMarginTop = `${covered + 8}px`;
    part.scrollIntoView();
    part.focus({ preventScroll: true });
  }
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    background: theme.colors.background.primary,
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    display: 'flex',
    flexWrap: 'wrap',
    marginLeft: theme.spacing(-1),
    position: 'sticky',
    zIndex: 1,
    [WIDE]: { display: 'none' },
    '@media print': { display: 'none' },
  });
