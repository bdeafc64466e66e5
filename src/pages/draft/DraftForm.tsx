import { locationUtil } from '@grafana/data';
import { Alert, TextLink } from '@grafana/ui';
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

/** What the draft says, filled in; the rest is asked for. */
export function DraftForm({ draft, nearMissId, settings, panel, folders }: Props) {
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
    <>
      <GraphNote draft={draft} />
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
    </>
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
