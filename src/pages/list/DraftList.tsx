import { css } from '@emotion/css';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { TextLink, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import type { Speech } from '../../domain/story/speech';
import { routes } from '../../routes';
import type { Draft } from '../../domain/codec/decoded';
import { draftAddress } from '../../components/words/address';
import { t } from '../../i18n/t';

interface Props {
  drafts: readonly Draft[];
  speech: Speech;
}

const OPEN_UP_TO = 5;

/** Native annotations tagged near-miss that nobody made a near miss of yet. Not counted as near misses. */
export function DraftList({ drafts, speech }: Props) {
  const styles = useStyles2(getStyles);
  const [open, setOpen] = useState(drafts.length <= OPEN_UP_TO);
  if (drafts.length === 0) {
    return null;
  }
  return (
    <details className={styles.all} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t('drafts.title', '', {
          count: drafts.length,
          defaultValue_one: '{{count}} draft',
          defaultValue_other: '{{count}} drafts',
        })}
      </summary>
      <p className={styles.hint}>
        <Trans i18nKey="drafts.hint">
          Notes on graphs with the tag near-miss, made with Grafana itself or from a chat. They are not near misses yet.
        </Trans>
      </p>
      <ul className={styles.list}>
        {open && drafts.map((draft) => <OneDraft key={draft.annotationId} draft={draft} speech={speech} />)}
      </ul>
    </details>
  );
}

function OneDraft({ draft, speech }: { draft: Draft; speech: Speech }) {
  const address = draftAddress(draft);
  return (
    <li>
      <span>{draft.text || t('drafts.no-text', '(without text)')}</span> · {speech.time(draft.time)} ·{' '}
      <TextLink
        href={locationUtil.assureBaseUrl(routes.draft(draft.annotationId))}
        aria-label={t('drafts.complete-which', 'Complete {{words}}', { words: draft.text })}
      >
        {t('drafts.complete', 'Complete')}
      </TextLink>{' '}
      ·{' '}
      {address ? (
        <TextLink href={locationUtil.assureBaseUrl(address)}>{t('drafts.open', 'Open the graph')}</TextLink>
      ) : (
        <Trans i18nKey="drafts.no-graph">of no graph</Trans>
      )}
    </li>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  all: css({ '& > summary': { ...theme.typography.h4, cursor: 'pointer', display: 'list-item', margin: 0 } }),
  hint: css({ color: theme.colors.text.secondary, margin: theme.spacing(0.5, 0) }),
  list: css({ overflowWrap: 'anywhere', paddingLeft: theme.spacing(2.5) }),
});
