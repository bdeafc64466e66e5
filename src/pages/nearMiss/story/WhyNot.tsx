import { Trans } from '@grafana/i18n';
import { Alert } from '@grafana/ui';
import React from 'react';
import { SignInLink } from '../../../components/notices/SignInLink';
import { whoAmI } from '../../../grafana/whoAmI';
import type { PageModel } from '../model/PageModel';
import { t } from '../../../i18n/t';

/** Says, before anyone types, why this reader cannot write here and what to ask for. */
export function WhyNot({ page }: { page: PageModel }) {
  if (page.editing === 'newer-version') {
    return (
      <Alert severity="info" title={t('why-not.newer', 'Shown only: a newer version of Near Miss wrote this')}>
        <Trans i18nKey="why-not.newer-text">
          Changing it here could lose what this version does not know. Ask an administrator to update the Near Miss app.
        </Trans>
      </Alert>
    );
  }
  if (page.editing !== 'denied') {
    return null;
  }
  return (
    <Alert severity="info" title={t('why-not.title', 'You can read this near miss, but not add to it')}>
      <Reason page={page} />
    </Alert>
  );
}

function Reason({ page }: { page: PageModel }) {
  if (!whoAmI().signedIn) {
    return (
      <>
        <p>
          <Trans i18nKey="why-not.anonymous">
            You are not signed in. Sign in to answer, if you may; Copy as Markdown (behind ⋯) takes the story along
            without.
          </Trans>
        </p>
        <SignInLink />
      </>
    );
  }
  return page.file.nearMiss.place.kind === 'journal' ? (
    <Trans i18nKey="why-not.journal">
      It is kept in a team’s journal: who may edit that dashboard may answer here. Whoever administers its folder can
      give you Edit there. Until then, Copy as Markdown (behind ⋯) takes the story along.
    </Trans>
  ) : (
    <Trans i18nKey="why-not.organization">
      It is kept in the organization, where adding takes the Editor role (or the permission to create organization
      annotations). An administrator can give you either. Until then, Copy as Markdown (behind ⋯) takes the story along.
    </Trans>
  );
}
