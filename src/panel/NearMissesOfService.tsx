import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, LoadingPlaceholder, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import { NotRead } from '../components/notices/NotRead';
import { useSpeech } from '../components/words/useSpeech';
import { filterNearMisses } from '../domain/fold/filter';
import { fieldOf, textOf } from '../domain/json/fieldOf';
import { translated } from '../i18n/translated';
import { type NearMissListAnswer, useNearMissList } from '../storage/react/useNearMisses';
import { IfEnabled } from './IfEnabled';
import { ListView } from './views/ListView';
import { TitleList } from './views/TitleList';
import { t } from '../i18n/t';

const DAY = 24 * 60 * 60_000;
const USUAL_DAYS = 90;

interface Wanted {
  service: string;
  /** How far back; 0 = all time. */
  days: number;
  /** Titles alone. */
  compact: boolean;
}

/** What another app asked for, whatever it handed over; null without a service. */
function wantedOf(props: unknown): Wanted | null {
  const service = textOf(props, 'service').trim();
  const days = fieldOf(props, 'days');
  const isUsable = typeof days === 'number' && Number.isFinite(days) && days >= 0;
  return service ? { service, days: isUsable ? days : USUAL_DAYS, compact: fieldOf(props, 'compact') === true } : null;
}

/** What the app exposes to other apps: `docs/exposed.md` is its contract. */
const NearMissesOfService = translated((props: object) => {
  const wanted = wantedOf(props);
  return (
    <IfEnabled>
      {wanted ? (
        <OfService {...wanted} />
      ) : (
        <Alert
          severity="error"
          title={t('of-service.unnamed', 'No service was named, so no near misses can be shown')}
        />
      )}
    </IfEnabled>
  );
});
export default NearMissesOfService;

function OfService(wanted: Wanted) {
  const styles = useStyles2(getStyles);
  const answer = useNearMissList();
  const failed = t('panel.failed', 'The near misses could not be read');
  return (
    <div className={styles}>
      {answer.state === 'loading' && <Reading />}
      {answer.state === 'failed' && <NotRead title={failed} failure={answer.failure} onRetry={answer.retry} />}
      {answer.state === 'ready' && (
        <>
          {answer.failure && <NotRead title={failed} failure={answer.failure} onRetry={answer.refresh} />}
          <Rows answer={answer} wanted={wanted} />
        </>
      )}
    </div>
  );
}

interface RowsProps {
  answer: Extract<NearMissListAnswer, { state: 'ready' }>;
  wanted: Wanted;
}

function Rows({ answer: { list, refreshing }, wanted: { service, days, compact } }: RowsProps) {
  const speech = useSpeech();
  const [now] = useState(Date.now);
  const since = days > 0 ? now - days * DAY : -Infinity;
  const nearMisses = filterNearMisses(list.nearMisses, { services: [service] }).filter(
    ({ actedAt }) => actedAt >= since
  );
  if (nearMisses.length === 0) {
    return refreshing && !list.complete ? <Reading /> : <p>{noneText(service, days)}</p>;
  }
  return compact ? (
    <TitleList nearMisses={nearMisses} speech={speech} />
  ) : (
    <ListView nearMisses={nearMisses} groupBy="" speech={speech} />
  );
}

function Reading() {
  return <LoadingPlaceholder text={t('panel.loading', 'Loading near misses…')} />;
}

function noneText(service: string, days: number): string {
  return days > 0
    ? t(
        'of-service.none-lately',
        'No near miss of {{service}} was written down in the last {{days}} days. Silence is not safety.',
        { service, days }
      )
    : t('of-service.none', 'No near miss of {{service}} was written down yet. Silence is not safety.', { service });
}

const getStyles = (theme: GrafanaTheme2) => css({ color: theme.colors.text.primary, overflowWrap: 'anywhere' });
