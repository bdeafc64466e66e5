import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { NearMissRow } from '../../components/rows/NearMissRow';
import { rowHeight } from '../../components/rows/rowLayout';
import { WindowedRows } from '../../components/rows/WindowedRows';
import { useAddress } from '../../components/words/useAddress';
import { useSpeech } from '../../components/words/useSpeech';
import type { NearMiss } from '../../domain/fold/nearMiss';
import { filterNearMisses, sortNearMisses, yoursToFinish } from '../../domain/fold/filter';
import type { Speech } from '../../domain/story/speech';
import { routes } from '../../routes';
import type { NearMissList } from '../../storage/store/nearMissStore';
import { whoAmI } from '../../grafana/whoAmI';
import { CountLine } from './CountLine';
import { DraftList } from './DraftList';
import { Filters } from './Filters';
import { TeachingEmptyState } from './TeachingEmptyState';
import { UnreadableList } from './UnreadableList';
import { type CriterionName, criteriaOf, withCriterion, withoutFilter } from './listAddress';
import { t } from '../../i18n/t';

const MINUTE = 60_000;

interface Props {
  list: NearMissList;
  refreshing: boolean;
}

/** Yours to finish, drafts, then what passes the filter in the address. */
export function NearMissLists({ list, refreshing }: Props) {
  const styles = useStyles2(getStyles);
  const speech = useSpeech();
  const [address, change] = useAddress();
  const { nearMisses, drafts, unreadable } = list;
  // To the minute, so that not every render reckons anew what hangs on it.
  const now = Math.ceil(Date.now() / MINUTE) * MINUTE;
  const criteria = useMemo(() => criteriaOf(address, now), [address, now]);
  const yours = useMemo(() => yoursToFinish(nearMisses, whoAmI().login), [nearMisses]);
  const shown = useMemo(
    () => sortNearMisses(filterNearMisses(nearMisses, criteria.filter), criteria.sort),
    [nearMisses, criteria]
  );
  // Each letter of a search would otherwise be a step of the back button.
  const choose = (name: CriterionName, values: readonly string[]) =>
    change((before) => withCriterion(before, name, values), { replace: name === 'q' });
  const clear = () => change(withoutFilter);
  return (
    <div className={styles.page}>
      {yours.length > 0 && (
        <section>
          <h2 className={styles.heading}>
            <Trans i18nKey="list.yours">Yours to finish</Trans>
          </h2>
          <Rows label={t('list.yours', 'Yours to finish')} nearMisses={yours} speech={speech} />
        </section>
      )}
      <DraftList drafts={drafts} speech={speech} />
      {nearMisses.length === 0 && !refreshing ? (
        <TeachingEmptyState />
      ) : (
        <>
          <Filters {...{ criteria, nearMisses, now }} onChange={choose} onClear={clear} />
          <CountLine {...{ list, criteria, refreshing }} shown={shown.length} onClear={clear} />
          <Rows label={t('list.label', 'Near misses')} nearMisses={shown} speech={speech} />
        </>
      )}
      <UnreadableList unreadable={unreadable} />
    </div>
  );
}

function Rows({ label, nearMisses, speech }: { label: string; nearMisses: readonly NearMiss[]; speech: Speech }) {
  return (
    <WindowedRows label={label} items={nearMisses} keyOf={({ id }) => id} heightOf={rowHeight}>
      {(nearMiss, width) => (
        <NearMissRow nearMiss={nearMiss} speech={speech} href={routes.nearMiss(nearMiss.id)} width={width} />
      )}
    </WindowedRows>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'grid', gap: theme.spacing(2), minWidth: 0, overflowWrap: 'anywhere' }),
  heading: css({ ...theme.typography.h4 }),
});
