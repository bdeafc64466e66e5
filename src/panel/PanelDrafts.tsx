import { css } from '@emotion/css';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { Speech } from '../domain/story/speech';
import { routes } from '../routes';
import type { Draft } from '../domain/codec/decoded';
import { plainText } from '../domain/text/html';
import { t } from '../i18n/t';

interface Props {
  drafts: readonly Draft[];
  speech: Speech;
}

const MOST = 20;

/** One line that opens: notes tagged near-miss that nobody completed yet. They are not counted as near misses. */
export function PanelDrafts({ drafts, speech }: Props) {
  const styles = useStyles2(getStyles);
  if (drafts.length === 0) {
    return null;
  }
  return (
    <details className={styles}>
      <summary>
        {t('panel.drafts', '', {
          count: drafts.length,
          defaultValue_one: '{{count}} draft to complete',
          defaultValue_other: '{{count}} drafts to complete',
        })}
      </summary>
      <ul>
        {drafts.slice(0, MOST).map((draft) => (
          <li key={draft.annotationId}>
            <a href={locationUtil.assureBaseUrl(routes.draft(draft.annotationId))}>
              {t('panel.draft', 'Complete “{{words}}”', {
                words: plainText(draft.text) || t('drafts.no-text', '(without text)'),
              })}
            </a>{' '}
            · {speech.time(draft.timeEnd)}
          </li>
        ))}
      </ul>
      {drafts.length > MOST && (
        <a href={locationUtil.assureBaseUrl(routes.list)}>{t('panel.drafts-all', 'All drafts are in the list')}</a>
      )}
    </details>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    '& > summary': { cursor: 'pointer', display: 'list-item' },
    '& ul': { overflowWrap: 'anywhere', paddingLeft: theme.spacing(2.5) },
    '& a': { color: theme.colors.text.link, textDecoration: 'underline' },
  });
