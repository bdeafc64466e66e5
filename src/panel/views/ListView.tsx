import React, { useMemo } from 'react';
import { NearMissRow } from '../../components/rows/NearMissRow';
import { rowHeight } from '../../components/rows/rowLayout';
import { WindowedRows } from '../../components/rows/WindowedRows';
import type { NearMiss } from '../../domain/fold/nearMiss';
import type { Speech } from '../../domain/story/speech';
import { routes } from '../../routes';
import { countText } from '../countText';
import { GraphLink } from './GraphLink';
import { type GroupBy, groupName, groupNearMisses } from './groupNearMisses';
import { t } from '../../i18n/t';

interface Props {
  nearMisses: readonly NearMiss[];
  groupBy: GroupBy | '';
  /** Those that the near misses are narrowed to; all by default. */
  services?: readonly string[];
  speech: Speech;
}

const ALL: readonly string[] = [];

export function ListView({ nearMisses, groupBy, services = ALL, speech }: Props) {
  const { items, headings } = useMemo(() => grouped(nearMisses, groupBy, services), [nearMisses, groupBy, services]);
  return (
    <WindowedRows
      label={t('panel.list', 'Near misses')}
      items={items}
      headings={headings}
      keyOf={({ id }) => id}
      heightOf={rowHeight}
    >
      {(nearMiss, width) => (
        <div data-at={nearMiss.actedAt}>
          <NearMissRow nearMiss={nearMiss} speech={speech} href={routes.nearMiss(nearMiss.id)} width={width}>
            <GraphLink nearMiss={nearMiss} />
          </NearMissRow>
        </div>
      )}
    </WindowedRows>
  );
}

function grouped(nearMisses: readonly NearMiss[], groupBy: GroupBy | '', services: readonly string[]) {
  if (groupBy === '') {
    return { items: nearMisses };
  }
  const groups = groupNearMisses(nearMisses, groupBy, services);
  const headings = new Map<number, string>();
  let before = 0;
  for (const [key, some] of groups) {
    headings.set(before, `${groupName(key, groupBy)} · ${countText(some.length)}`);
    before += some.length;
  }
  return { items: groups.flatMap(([, some]) => some), headings };
}
