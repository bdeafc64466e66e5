import { css } from '@emotion/css';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { Alert, TextLink, useStyles2 } from '@grafana/ui';
import React from 'react';
import { authorshipOf } from '../../../domain/fold/authorship';
import { type StoredPart, partIdentity } from '../../../domain/fold/storedPart';
import { headline } from '../../../domain/record/headline';
import { useDashboardName } from '../../../components/words/useDashboardName';
import type { Annotation } from '../../../domain/codec/annotation';
import { pathPart } from '../../../domain/text/link';
import { FIELD_NAMES } from '../../../domain/record/fields';
import { Byline } from '../model/Byline';
import { fieldLabel } from '../model/fieldLabel';
import type { PageModel } from '../model/PageModel';
import { fieldText } from './fieldText';
import { t } from '../../../i18n/t';

/** Anybody who may write one annotation may write thousands. */
const MOST_SHOWN = 20;

/** What carries the near miss's id and is no part of it, so that nobody's words are hidden: who, where, when, and what they say. */
export function ForeignParts({ page }: { page: PageModel }) {
  const styles = useStyles2(getStyles);
  const { foreign } = page.file.stored;
  if (foreign.length === 0) {
    return null;
  }
  const title = t('foreign.title', '', {
    count: foreign.length,
    defaultValue_one: '{{count}} more thing carries this id and does not count here',
    defaultValue_other: '{{count}} more things carry this id and do not count here',
  });
  return (
    <Alert severity="info" title={title}>
      <p>
        <Trans i18nKey="foreign.hint">
          Only what is kept where the near miss is counts, and of several with one id the first. If something belongs
          here, an Admin can move it on the configuration page.
        </Trans>
      </p>
      <details>
        <summary>{t('foreign.show', 'Show what they say')}</summary>
        <ul className={styles} aria-label={t('foreign.list', 'What does not count here')}>
          {foreign.slice(0, MOST_SHOWN).map((part) => (
            <li key={part.annotation.id}>
              <ForeignPart part={part} page={page} />
            </li>
          ))}
          {foreign.length > MOST_SHOWN && (
            <li>{t('foreign.more', 'And {{count}} more.', { count: foreign.length - MOST_SHOWN })}</li>
          )}
        </ul>
      </details>
    </Alert>
  );
}

function ForeignPart({ part, page }: { part: StoredPart; page: PageModel }) {
  const author = authorshipOf(part.annotation, partIdentity(part).writtenBy);
  return (
    <>
      <div>
        {sortText(part)}, <Byline author={author} />, {page.speech.time(author.at)},{' '}
        <Where annotation={part.annotation} />
      </div>
      <blockquote>{wordsOf(part, page)}</blockquote>
    </>
  );
}

function Where({ annotation: { dashboardUid } }: { annotation: Annotation }) {
  const name = useDashboardName(dashboardUid);
  return dashboardUid ? (
    <TextLink href={locationUtil.assureBaseUrl(`/d/${pathPart(dashboardUid)}`)} inline>
      {t('foreign.journal', 'kept in {{name}}', { name })}
    </TextLink>
  ) : (
    <>{t('foreign.organization', 'kept in the organization')}</>
  );
}

function sortText({ what }: StoredPart): string {
  switch (what) {
    case 'record':
      return t('foreign.record', 'Another record');
    case 'change':
      return t('foreign.change', 'A change');
    case 'entry':
      return t('foreign.entry', 'An entry');
  }
}

function wordsOf(part: StoredPart, page: PageModel): string {
  switch (part.what) {
    case 'record':
      return headline(part.record);
    case 'change': {
      const { set } = part.change;
      const names = FIELD_NAMES.filter((field) => set[field] !== undefined);
      return names.map((field) => `${fieldLabel(field)}: ${fieldText(field, set, page)}`).join('; ');
    }
    case 'entry':
      return part.entry.text;
  }
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    listStyle: 'none',
    '& blockquote': { margin: theme.spacing(0.5, 0, 1), overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
  });
