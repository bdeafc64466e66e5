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
import { teamText } from '../../../domain/story/teamText';
import { Moment } from './Moment';
import { t } from '../../../i18n/t';

/** One line under the title, which is the page's own heading: where it stands, when it was, what saved it, and who can read it. */
export function Masthead({ page }: { page: PageModel }) {
  const styles = useStyles2(getStyles);
  const { nearMiss } = page.file;
  return (
    <div className={styles}>
      <StatusBadge status={nearMiss.status} />
      {nearMiss.example && <Trans i18nKey="row.example">Example</Trans>}
      <span>{kindLabel(nearMiss.kind)}</span>
      <span>
        <Moment at={nearMiss.actedAt} speech={page.speech} />
      </span>
      <SavedByBadges savedBy={nearMiss.savedBy} />
      {nearMiss.team && <span>{teamText(nearMiss.team, page.speech)}</span>}
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
    flex: '1 1 300px',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
  });
