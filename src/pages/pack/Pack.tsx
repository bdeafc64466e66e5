import { css } from '@emotion/css';
import { getTimeZone, type GrafanaTheme2 } from '@grafana/data';
import { EmptyState, useStyles2 } from '@grafana/ui';
import React, { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { NotRead } from '../../components/notices/NotRead';
import { type Period, periodLabel, periodOf, quarterKeys } from '../../components/words/period';
import { scopeOf } from '../../components/words/scope';
import { useSpeech } from '../../components/words/useSpeech';
import { evidencePackOf } from '../../domain/pack/evidencePack';
import { packCover } from '../../domain/pack/packCover';
import { useFollowUps } from '../../storage/react/useFollowUps';
import type { NearMissList } from '../../storage/store/nearMissStore';
import { Cover } from './Cover';
import { PackTools } from './PackTools';
import { ScopeFields } from './ScopeFields';
import { Story } from './Story';
import { t } from '../../i18n/t';

interface Props {
  list: NearMissList;
  refreshing: boolean;
}

/** Scope and tools, which no paper shows, then the cover and a story a page. */
export function Pack({ list, refreshing }: Props) {
  const styles = useStyles2(getStyles);
  const speech = useSpeech();
  const { period, teams, now, set } = usePackScope();
  const [wanted, setWanted] = useState(false);
  const followUps = useFollowUps(wanted);
  const pack = useMemo(() => evidencePackOf(list.nearMisses, { ...period, teams }), [list, period, teams]);
  const cover = packCover(pack, { period: periodLabel(period), teams, complete: list.complete }, speech);
  const read = followUps.state === 'ready' ? followUps.value : null;
  return (
    <div className={styles.pack}>
      <div className={styles.tools}>
        <ScopeFields {...{ list, period, teams, now, set }} />
        <PackTools
          content={{ pack, cover, followUps: read, speech }}
          disabled={pack.nearMisses.length === 0 || (refreshing && !list.complete)}
          adding={wanted && followUps.state === 'loading'}
          onAdd={read ? null : () => setWanted(true)}
        />
        {followUps.state === 'failed' && (
          <NotRead
            title={t('pack.no-follow-ups', 'The follow-ups could not be read')}
            failure={followUps.failure}
            onRetry={followUps.retry}
          />
        )}
      </div>
      {pack.nearMisses.length === 0 ? (
        <EmptyState variant="not-found" message={t('pack.empty', 'No near miss in this time and of this team')}>
          {t('pack.silence', 'None was written down. Silence is not safety.')}
        </EmptyState>
      ) : (
        <>
          <Cover cover={cover} />
          {pack.nearMisses.map((nearMiss) => (
            <Story key={nearMiss.id} nearMiss={nearMiss} followUps={read} speech={speech} />
          ))}
        </>
      )}
    </div>
  );
}

const ALL_TIME: Period = { key: '', from: -Infinity, to: Infinity };

/** As the address says it, else all teams in the quarter of now; `set` changes one part of it and leaves the rest. */
function usePackScope() {
  const [address, setAddress] = useSearchParams();
  const [now] = useState(Date.now);
  const timeZone = getTimeZone();
  const said = address.toString();
  return useMemo(() => {
    const { period: key = quarterKeys(now, 1, timeZone)[0] ?? '', teams } = scopeOf(new URLSearchParams(said));
    const set = (name: 'period' | 'team', values: readonly string[]) =>
      setAddress((before) => {
        const next = new URLSearchParams(before);
        next.delete(name);
        values.forEach((value) => next.append(name, value));
        return next;
      });
    return { period: periodOf(key, now, timeZone) ?? ALL_TIME, teams, now, set };
    // The setter comes anew with each address.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [said, now, timeZone]);
}

const getStyles = (theme: GrafanaTheme2) => ({
  pack: css({ display: 'grid', gap: theme.spacing(3), maxWidth: 900, overflowWrap: 'anywhere' }),
  tools: css({ display: 'grid', gap: theme.spacing(2), '@media print': { display: 'none' } }),
});
