import { css } from '@emotion/css';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { useChromeHeaderHeight } from '@grafana/runtime';
import { Alert, TextLink, useStyles2 } from '@grafana/ui';
import React, { useCallback, useMemo } from 'react';
import type { FormValues } from '../../recording/form/formValues';
import { RecordForm } from '../../recording/RecordForm';
import { useSpeech } from '../../components/words/useSpeech';
import { newRecord } from '../../recording/newRecord';
import { belongingOffers, sureTeam } from '../../domain/record/belongingOffers';
import { formFromDraft, graphFromDraft } from './fromDraft';
import type { Draft } from '../../domain/codec/decoded';
import { draftAddress } from '../../components/words/address';
import type { DraftMaterial } from '../../storage/store/readDraftMaterial';
import { t } from '../../i18n/t';

interface Props extends Omit<DraftMaterial, 'draft'> {
  draft: Draft;
  nearMissId: string;
}

/** Where what is known of the graph has room beside the form. */
const WIDE = '@container near-miss-draft (min-width: 1000px)';

/** What the draft says, filled in; the rest is asked for. */
export function DraftForm({ draft, nearMissId, settings, panel, folders }: Props) {
  const styles = useStyles2(getStyles);
  const header = useChromeHeaderHeight() ?? 0;
  const start = useMemo(() => {
    const form = formFromDraft(draft);
    return { id: nearMissId, form: { ...form, team: form.team || sureTeam(settings, folders) } };
  }, [draft, nearMissId, settings, folders]);
  const seenOn = { variables: {}, tags: [], folderTitle: '', ...panel, folders };
  const recordOf = useCallback(
    (id: string, form: FormValues) => newRecord(id, form, graphFromDraft(draft, panel, form.actedAt)),
    [draft, panel]
  );
  return (
    <div className={styles.page}>
      <div className={styles.beside}>
        <div className={styles.note} style={{ top: header + 8 }}>
          <GraphNote draft={draft} />
        </div>
        <RecordForm
          settings={settings}
          subject={`draft/${draft.annotationId}`}
          start={() => start}
          folders={folders}
          offers={belongingOffers(settings, seenOn)}
          recordOf={recordOf}
          draftId={draft.annotationId}
        >
          {panel && (
            <p>
              {t('draft.goes-along', 'With your words go the time and the names “{{dashboard}}” and “{{panel}}”.', {
                dashboard: panel.dashboardTitle,
                panel: panel.title,
              })}
            </p>
          )}
        </RecordForm>
      </div>
    </div>
  );
}

/** The draft's place in time, and why its graph is not kept by completing it. */
function GraphNote({ draft }: { draft: Draft }) {
  const speech = useSpeech();
  const address = draftAddress(draft);
  const when =
    draft.timeEnd > draft.time
      ? t('draft.from-to', '{{from}} to {{to}}', {
          from: speech.time(draft.time),
          to: speech.time(draft.timeEnd, draft.time),
        })
      : speech.time(draft.time);
  return address ? (
    <Alert severity="info" title={t('draft.no-values', 'The graph itself is not kept from here')}>
      <p>
        {t(
          'draft.no-values-about',
          'The draft marks {{when}} on a graph, and that is kept. The measured values are not: to keep them, open the panel and choose “Record near miss” from its menu.',
          { when }
        )}
      </p>
      <TextLink href={locationUtil.assureBaseUrl(address)}>{t('draft.open-panel', 'Open the panel')}</TextLink>
    </Alert>
  ) : (
    <p>{t('draft.of-no-graph', 'A draft from {{when}}, of no graph.', { when })}</p>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  // Its own width decides: Grafana's menu may stand beside it.
  page: css({ container: 'near-miss-draft / inline-size' }),
  beside: css({
    display: 'grid',
    gap: theme.spacing(2, 4),
    gridTemplateColumns: 'minmax(0, 1fr)',
    [WIDE]: { alignItems: 'start', gridTemplateColumns: 'minmax(0, 760px) minmax(0, 1fr)' },
  }),
  // What the draft marks stays in sight while the words are typed.
  note: css({ [WIDE]: { gridColumn: 2, gridRow: 1, position: 'sticky' } }),
});
