import { locationUtil } from '@grafana/data';
import React from 'react';
import type { NearMiss } from '../../domain/fold/nearMiss';
import { headline } from '../../domain/record/headline';
import { routes } from '../../routes';
import { t } from '../../i18n/t';

/** Its title, which leads to its page; examples say that they are. */
export function NearMissLink({ nearMiss }: { nearMiss: NearMiss }) {
  return (
    <>
      <a href={locationUtil.assureBaseUrl(routes.nearMiss(nearMiss.id))}>{headline(nearMiss)}</a>
      {nearMiss.example && ` (${t('row.example', 'Example')})`}
    </>
  );
}
