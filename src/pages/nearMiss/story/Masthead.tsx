import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { SavedByBadges, StatusBadge } from '../../../components/rows/Badges';
import { kindLabel } from '../../../components/words/labels';
import { useDashboardName } from '../../../components/words/useDashboardName';
import type { PageModel } from '../model/PageModel';
import type { Place } from '../../../domain/record/place';
import { t } from '../../../i18n/t';

/** Status, kind and what saved it at a glance, and who can read it. The title is the page's own heading. */
export function Masthead({ page }: { page: PageModel }) {
  const styles = useStyles2(getStyles);
  const { nearMiss } = page.file;
  return (
    <div className={styles}>
      <StatusBadge status={nearMiss.status} />
      {nearMiss.example && <Trans i18nKey="row.example">Example</Trans>}
      <span>{kindLabel(nearMiss.kind)}</span>
      <span>{page.speech.time(nearMiss.actedAt)}</span>
      <SavedByBadges savedBy={nearMiss.savedBy} />
      <Readers place={nearMiss.place} />
    </div>
  );
}

function Readers({ place }: { place: Place }) {
  return place.kind === 'journal' ? (
    <JournalReaders uid={place.dashboardUid} />
  ) : (
    <span>{t('story.organization', 'Read by everyone in the organization')}</span>
  );
}

function JournalReaders({ uid }: { uid: string }) {
  const name = useDashboardName(uid);
  return <span>{t('story.journal', 'Read by all who may view the journal: {{name}}', { name })}</span>;
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    alignItems: 'center',
    color: theme.colors.text.secondary,
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1, 2),
  });
