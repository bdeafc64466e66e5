import { locationUtil } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { TextLink } from '@grafana/ui';
import React from 'react';
import { kindLabel, savedByLabel } from '../../../components/words/labels';
import type { NearMiss } from '../../../domain/fold/nearMiss';
import { marginOf } from '../../../domain/projection/margin';
import { marginText } from '../../../domain/story/marginText';
import { safeLink } from '../../../domain/text/link';
import type { Speech } from '../../../domain/story/speech';
import { routes } from '../../../routes';
import type { PageModel } from '../model/PageModel';
import { Fact, FactList } from './FactList';
import { Moment } from './Moment';
import { SourceFact } from './SourceFact';
import { fieldLabel } from '../model/fieldLabel';
import { nameList } from '../../../domain/text/nameList';
import { t } from '../../../i18n/t';

/** What is known of the near miss beside its story. Empty facts are left out. */
export function Facts({ page }: { page: PageModel }) {
  const { nearMiss } = page.file;
  const { noticedAt, actedAt } = nearMiss;
  return (
    <FactList>
      <Fact label={fieldLabel('noticedAt')}>
        {noticedAt !== null && <Moment at={noticedAt} notAfter={actedAt} speech={page.speech} />}
      </Fact>
      <Fact label={fieldLabel('actedAt')}>
        <Moment at={actedAt} speech={page.speech} />
      </Fact>
      <Fact label={t('facts.margin', 'Margin')}>{marginWords(nearMiss, page.speech)}</Fact>
      <Fact label={fieldLabel('savedBy')}>{nearMiss.savedBy.map(savedByLabel).join(', ')}</Fact>
      <Fact label={fieldLabel('kind')}>{kindLabel(nearMiss.kind)}</Fact>
      <Fact label={fieldLabel('team')}>{nearMiss.team}</Fact>
      <Fact label={fieldLabel('services')}>{nameList(nearMiss.services)}</Fact>
      <Fact label={fieldLabel('recordedFor')}>{nearMiss.recordedFor}</Fact>
      <Fact label={fieldLabel('links')}>
        {nearMiss.links.length > 0 && <Links links={[...new Set(nearMiss.links)]} />}
      </Fact>
      <Fact label={t('facts.source', 'Seen on')}>
        {nearMiss.source && <SourceFact source={nearMiss.source} page={page} />}
      </Fact>
      <Fact label={fieldLabel('sameAs')}>
        {nearMiss.sameAs && (
          <TextLink href={locationUtil.assureBaseUrl(routes.nearMiss(nearMiss.sameAs))}>
            {page.nameOf(nearMiss.sameAs)}
          </TextLink>
        )}
      </Fact>
      <Fact label={t('facts.former-id', 'Imported under a new id')}>
        {nearMiss.formerId && (
          <TextLink href={locationUtil.assureBaseUrl(routes.nearMiss(nearMiss.formerId))}>
            {t('facts.holds-former-id', 'Here {{name}} has the id it came with', {
              name: page.nameOf(nearMiss.formerId),
            })}
          </TextLink>
        )}
      </Fact>
    </FactList>
  );
}

function marginWords({ projection, actedAt }: NearMiss, speech: Speech): string {
  return projection?.ok ? marginText(marginOf(projection, actedAt), speech) : '';
}

/** Addresses people typed: only http, https and mailto become links, anything else stays text. */
function Links({ links }: { links: readonly string[] }) {
  return (
    <ul>
      {links.map((link) => {
        const address = safeLink(link);
        return (
          <li key={link}>
            {address ? (
              <TextLink href={address} external>
                {link}
              </TextLink>
            ) : (
              <>
                {link} <Trans i18nKey="facts.not-a-link">(not opened: no web or mail address)</Trans>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
