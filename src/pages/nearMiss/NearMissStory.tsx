import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { Alert, useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { useSpeech } from '../../components/words/useSpeech';
import { headline } from '../../domain/record/headline';
import { PrintStyle } from '../../components/PrintStyle';
import { testIds } from '../../components/testIds';
import type { NearMissFile } from '../../storage/store/nearMissStore';
import { useNearMissStore } from '../../storage/react/NearMissStoreProvider';
import { whoAmI } from '../../grafana/whoAmI';
import { Actions } from './actions/Actions';
import type { Removed } from '../../storage/store/removeNearMiss';
import { ForeignParts } from './history/ForeignParts';
import { Conflicts } from './history/Conflicts';
import { Facts } from './story/Facts';
import { Fold } from './story/Fold';
import { HowSureOfIt } from './story/HowSureOfIt';
import { History } from './history/History';
import { Masthead } from './story/Masthead';
import type { PageModel } from './model/PageModel';
import { PARTS, PartsNav } from './PartsNav';
import { Story } from './story/Story';
import { TechnicalNotes } from './story/TechnicalNotes';
import { WhyNot } from './story/WhyNot';
import { answeredText } from './worksheet/answeredText';
import { Worksheet } from './worksheet/Worksheet';
import { WIDE } from './model/wide';
import { editingOf } from './model/editing';
import { nearMissName, otherIdsOf } from './model/namedNearMisses';
import { useNamedNearMisses } from '../../storage/react/useNearMisses';
import { useRights, useSettings } from '../../storage/react/useGrafana';
import { questionsWith } from '../../domain/record/questions';
import { t } from '../../i18n/t';

interface Props {
  file: NearMissFile;
  refresh: () => void;
  onDeleted: (removed: Removed) => void;
}

/** The whole page of a near miss that was read: story, worksheet, history. */
export function NearMissStory({ file, refresh, onDeleted }: Props) {
  const styles = useStyles2(getStyles);
  const page = usePage(file, refresh);
  const { nearMiss } = file;
  return (
    <article className={styles.page}>
      <PrintStyle of={testIds.page} />
      {/* On the screen the page's own heading says it. */}
      <h1 className={styles.paper}>{headline(nearMiss)}</h1>
      <div className={styles.head}>
        <Masthead page={page} />
        <Actions page={page} onDeleted={onDeleted} />
      </div>
      <WhyNot page={page} />
      {nearMiss.unreadParts.length > 0 && (
        <Alert severity="warning" title={t('story.unread', 'Some of it is stored in a form that could not be read')}>
          {t('story.unread-parts', 'Not read: {{parts}}', { parts: nearMiss.unreadParts.join(', ') })}
        </Alert>
      )}
      <ForeignParts page={page} />
      <Conflicts page={page} />
      <PartsNav page={page} />
      <div className={styles.parts}>
        <div id={PARTS.story} className={styles.story} tabIndex={-1}>
          <Story page={page} />
          <div className={styles.folds}>
            <HowSureOfIt nearMiss={nearMiss} speech={page.speech} />
            <Fold title={t('story.facts', 'Facts')}>
              <Facts page={page} />
            </Fold>
            <Fold title={t('story.notes', 'Technical notes')}>
              <TechnicalNotes page={page} />
            </Fold>
          </div>
        </div>
        <section id={PARTS.questions} className={styles.questions} tabIndex={-1}>
          <h2>
            <Trans i18nKey="story.worksheet">Five questions</Trans> <small>{answeredText(page)}</small>
          </h2>
          <Worksheet page={page} />
        </section>
        <div id={PARTS.history} className={styles.folds} tabIndex={-1}>
          <Fold title={t('story.history', 'History')}>
            <History page={page} />
          </Fold>
        </div>
      </div>
    </article>
  );
}

function usePage(file: NearMissFile, refresh: () => void): PageModel {
  const store = useNearMissStore();
  const speech = useSpeech();
  const { nearMiss } = file;
  const rights = useRights(nearMiss.place.kind === 'journal' ? nearMiss.place.dashboardUid : undefined);
  const editing = editingOf(nearMiss, rights);
  const { settings } = useSettings();
  const questions = useMemo(() => questionsWith(settings.extraQuestions), [settings.extraQuestions]);
  const named = useNamedNearMisses(otherIdsOf(file));
  return useMemo(() => {
    const nameOf = (id: string) => nearMissName(named, id);
    return { file, store, speech, editing, questions, me: whoAmI().login, nameOf, refresh };
  }, [file, store, speech, editing, questions, named, refresh]);
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({
    // Its own width decides: Grafana's menu may stand beside it.
    container: 'near-miss-page / inline-size',
    display: 'grid',
    gap: theme.spacing(3),
    gridTemplateColumns: 'minmax(0, 1fr)',
    maxWidth: 1500,
    overflowWrap: 'anywhere',
    '& summary': { cursor: 'pointer', display: 'list-item', padding: theme.spacing(0.5, 0) },
    '& summary > h2': { ...theme.typography.body, display: 'inline', margin: 0 },
    // What lies in details takes Grafana's box sizing over from none.
    '& details > *': { boxSizing: 'border-box' },
    '& time': { whiteSpace: 'nowrap' },
    '& [tabindex="-1"]:focus': { outline: 'none' },
  }),
  paper: css({ display: 'none', '@media print': { display: 'block' } }),
  head: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1, 2) }),
  parts: css({
    display: 'grid',
    gap: theme.spacing(3),
    gridTemplateColumns: 'minmax(0, 1fr)',
    [WIDE]: { gap: theme.spacing(0, 5), gridTemplate: 'auto 1fr / minmax(0, 1fr) minmax(360px, 35%)' },
  }),
  story: css({ display: 'grid', gap: theme.spacing(3), gridTemplateColumns: 'minmax(0, 1fr)' }),
  folds: css({
    '& > *': { borderTop: `1px solid ${theme.colors.border.weak}`, padding: theme.spacing(0.5, 0) },
    '& > [open]': { paddingBottom: theme.spacing(2) },
  }),
  questions: css({
    [WIDE]: { gridColumn: 2, gridRow: '1 / span 2' },
    '& > h2': { ...theme.typography.h3 },
    '& > h2 > small': { ...theme.typography.body, color: theme.colors.text.secondary, marginLeft: theme.spacing(1) },
  }),
});
