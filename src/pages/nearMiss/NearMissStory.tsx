import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { Alert, useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { useSpeech } from '../../components/words/useSpeech';
import { usePrinting } from '../../components/words/usePrinting';
import { datedSpeech, type Speech } from '../../domain/story/speech';
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
import { History } from './history/History';
import { Masthead } from './story/Masthead';
import type { PageModel } from './model/PageModel';
import { RoadNotTaken } from './story/RoadNotTaken';
import { ShareButtons } from './story/ShareButtons';
import { WhyNot } from './story/WhyNot';
import { Worksheet } from './worksheet/Worksheet';
import { editingOf, mayTry } from './model/editing';
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
      <Masthead page={page} />
      <WhyNot page={page} />
      {nearMiss.unreadParts.length > 0 && (
        <Alert severity="warning" title={t('story.unread', 'Some of it is stored in a form that could not be read')}>
          {t('story.unread-parts', 'Not read: {{parts}}', { parts: nearMiss.unreadParts.join(', ') })}
        </Alert>
      )}
      <ForeignParts page={page} />
      <Conflicts page={page} />
      <div className={styles.tools}>
        {mayTry(page.editing) && <Actions page={page} onDeleted={onDeleted} />}
        <ShareButtons page={page} />
      </div>
      <RoadNotTaken nearMiss={nearMiss} speech={page.speech} />
      <Facts page={page} />
      <section className={styles.part}>
        <h2>
          <Trans i18nKey="story.worksheet">Five questions</Trans>
        </h2>
        <Worksheet page={page} />
      </section>
      <section className={styles.part}>
        <h2>
          <Trans i18nKey="story.history">History</Trans>
        </h2>
        <History page={page} />
      </section>
    </article>
  );
}

/** On paper, which is read elsewhere and later, every moment has its date and zone. */
function usePageSpeech(): Speech {
  const speech = useSpeech();
  const printing = usePrinting();
  return useMemo(() => (printing ? datedSpeech(speech) : speech), [speech, printing]);
}

function usePage(file: NearMissFile, refresh: () => void): PageModel {
  const store = useNearMissStore();
  const speech = usePageSpeech();
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
    display: 'grid',
    gap: theme.spacing(3),
    gridTemplateColumns: 'minmax(0, 1fr)',
    maxWidth: 1100,
    overflowWrap: 'anywhere',
  }),
  paper: css({ display: 'none', '@media print': { display: 'block' } }),
  tools: css({ display: 'grid', gap: theme.spacing(1), '@media print': { display: 'none' } }),
  part: css({ '& > h2': { ...theme.typography.h3 } }),
});
