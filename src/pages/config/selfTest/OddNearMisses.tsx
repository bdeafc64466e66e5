import { locationUtil } from '@grafana/data';
import { TextLink } from '@grafana/ui';
import React from 'react';
import type { NearMiss } from '../../../domain/fold/nearMiss';
import { headline } from '../../../domain/record/headline';
import { routes } from '../../../routes';
import { t } from '../../../i18n/t';

const MOST = 50;

/** The near misses whose moments are to be looked at, each leading to its page. */
export function OddNearMisses({ nearMisses }: { nearMisses: readonly NearMiss[] }) {
  return nearMisses.length === 0 ? null : (
    <ul aria-label={t('self-test.moments-list', 'Near misses with odd moments')}>
      {nearMisses.slice(0, MOST).map((nearMiss) => (
        <li key={nearMiss.id}>
          <TextLink href={locationUtil.assureBaseUrl(routes.nearMiss(nearMiss.id))} inline>
            {headline(nearMiss) || nearMiss.id}
          </TextLink>
        </li>
      ))}
    </ul>
  );
}
