import { css } from '@emotion/css';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { TextLink, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import { ScopeFields } from '../../components/fields/ScopeFields';
import { periodLabel } from '../../components/words/period';
import { examplesLeftOutText, readingText } from '../../components/words/readingText';
import { scopeSearch } from '../../components/words/scope';
import { useScope } from '../../components/words/useScope';
import { teamText } from '../../domain/story/teamText';
import { shownName } from '../../domain/text/shownName';
import { routes } from '../../routes';
import type { NearMissList } from '../../storage/store/nearMissStore';
import { Figures } from './Figures';
import { useInsights } from './useInsights';
import { t } from '../../i18n/t';

interface Props {
  list: NearMissList;
  refreshing: boolean;
}

/** What is looked at, how much of it there is, then what it says. */
export function ScopedInsights({ list: { nearMisses, complete }, refreshing }: Props) {
  const styles = useStyles2(getStyles);
  const [now] = useState(Date.now);
  const scope = useScope(now);
  const shown = useInsights(nearMisses, scope, now);
  const count = shown.insights.nearMisses.length;
  const search = scopeSearch({ period: scope.period.key, teams: scope.teams });
  const teams = scope.teams.map((team) => teamText(shownName(team), { phrase: t })).join(', ');
  const name = [periodLabel(scope.period), teams].filter(Boolean).join(' · ');
  return (
    <div className={styles.page}>
      {/* On the screen the page's own heading says it. */}
      <h1 className={styles.paper}>{t('insights.title', 'Insights')}</h1>
      <ScopeFields scope={scope} nearMisses={nearMisses} now={now} />
      <p role="status">
        {count === 0 && complete
          ? t('insights.none', '{{name}}: none was written down. Silence is not safety.', { name })
          : t('insights.shown', '{{name}}: {{counted}}.', { name, counted: countText(count) })}{' '}
        {!complete && readingText(refreshing)}
      </p>
      {shown.insights.isExamples && count > 0 && (
        <p>
          {t(
            'insights.examples',
            'These are the examples that come with Near Miss; they count until there is another.'
          )}
        </p>
      )}
      {shown.insights.leavesOutExamples && <p>{examplesLeftOutText()}</p>}
      {count > 0 && (
        <p>
          {t(
            'insights.about',
            'We only see what people chose to tell: silence is not safety. A number here is no target, no rank, and nothing about a person.'
          )}
        </p>
      )}
      <p>
        <TextLink inline href={locationUtil.assureBaseUrl(routes.list + search)}>
          {t('insights.list', 'See them in the list')}
        </TextLink>
        {' · '}
        <TextLink inline href={locationUtil.assureBaseUrl(routes.pack + search)}>
          {t('insights.pack', 'Evidence pack')}
        </TextLink>
      </p>
      <Figures {...shown} scope={scope} name={name} />
    </div>
  );
}

function countText(count: number): string {
  return t('count.shown', '', {
    count,
    defaultValue_one: '{{count}} near miss',
    defaultValue_other: '{{count}} near misses',
  });
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'minmax(0, 1600px)',
    overflowWrap: 'anywhere',
    '& > p': { margin: 0 },
  }),
  paper: css({ display: 'none', '@media print': { display: 'block' } }),
});
