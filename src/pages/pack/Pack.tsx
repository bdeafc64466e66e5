import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { EmptyState, useStyles2 } from '@grafana/ui';
import React, { useMemo, useState } from 'react';
import { NotRead } from '../../components/notices/NotRead';
import { ScopeFields } from '../../components/fields/ScopeFields';
import { examplesLeftOutText, readingText } from '../../components/words/readingText';
import { periodLabel } from '../../components/words/period';
import { useScope } from '../../components/words/useScope';
import { useSpeech } from '../../components/words/useSpeech';
import { evidencePackOf } from '../../domain/pack/evidencePack';
import { packCover } from '../../domain/pack/packCover';
import { datedSpeech } from '../../domain/story/speech';
import { useFollowUps } from '../../storage/react/useFollowUps';
import type { NearMissList } from '../../storage/store/nearMissStore';
import { Cover, PackWords } from './Cover';
import { PackTools } from './PackTools';
import { Story } from './Story';
import { t } from '../../i18n/t';

interface Props {
  list: NearMissList;
  refreshing: boolean;
}

/** A page of paper each; thousands would stop the browser. */
const MOST = 200;

/** Scope and tools, which no paper shows, then the cover and a story a page. */
export function Pack({ list, refreshing }: Props) {
  const styles = useStyles2(getStyles);
  const shortSpeech = useSpeech();
  const speech = useMemo(() => datedSpeech(shortSpeech), [shortSpeech]);
  const [now] = useState(Date.now);
  const scope = useScope(now);
  const { period, teams } = scope;
  const [wanted, setWanted] = useState(false);
  const followUps = useFollowUps(wanted);
  const pack = useMemo(() => evidencePackOf(list.nearMisses, { ...period, teams }), [list, period, teams]);
  const count = pack.nearMisses.length;
  const cover = packCover(pack, { period: periodLabel(period), teams, complete: list.complete }, speech);
  const read = followUps.state === 'ready' ? followUps.value : null;
  return (
    <div className={styles.pack}>
      <div className={styles.tools}>
        <ScopeFields scope={scope} nearMisses={list.nearMisses} now={now} />
        <PackTools
          content={{ pack, cover, followUps: read, speech }}
          disabled={count === 0 || (refreshing && !list.complete)}
          printable={count <= MOST}
          adding={wanted && followUps.state === 'loading'}
          onAdd={followUps.state === 'failed' ? followUps.retry : () => setWanted(true)}
        />
        {pack.leavesOutExamples && <p>{examplesLeftOutText()}</p>}
        {followUps.state === 'failed' && (
          <NotRead
            title={t('pack.no-follow-ups', 'The follow-ups could not be read')}
            failure={followUps.failure}
            onRetry={followUps.retry}
          />
        )}
      </div>
      {count === 0 ? (
        <Nothing list={list} refreshing={refreshing} />
      ) : (
        <>
          <Cover cover={cover} />
          {count > MOST ? (
            <p role="status">
              {t('pack.too-many', '{{n}} stories, more than can be shown: narrow the period, or export them.', {
                n: count,
              })}
            </p>
          ) : (
            pack.nearMisses.map((nearMiss) => (
              <Story key={nearMiss.id} nearMiss={nearMiss} followUps={read} speech={speech} />
            ))
          )}
          <PackWords cover={cover} />
        </>
      )}
    </div>
  );
}

function Nothing({ list, refreshing }: Props) {
  return list.complete ? (
    <EmptyState variant="not-found" message={t('pack.empty', 'No near miss in this time and of this team')}>
      {t('pack.silence', 'None was written down. Silence is not safety.')}
    </EmptyState>
  ) : (
    <p role="status">
      {t('pack.none-read', 'None of those read is of this time and team.')} {readingText(refreshing)}
    </p>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  pack: css({ display: 'grid', gap: theme.spacing(3), maxWidth: 900, overflowWrap: 'anywhere' }),
  tools: css({ display: 'grid', gap: theme.spacing(2), '& > p': { margin: 0 }, '@media print': { display: 'none' } }),
});
