import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { useId, useState } from 'react';
import { type FormProblems, formProblems } from '../recording/form/formProblems';
import { NearMissForm } from '../recording/form/NearMissForm';
import { LockedWhile } from '../components/fields/LockedWhile';
import { UnfinishedFormNotice } from '../recording/UnfinishedFormNotice';
import { NotSaved } from '../recording/NotSaved';
import { RecordedNotice } from '../recording/RecordedNotice';
import { usePlace } from '../recording/usePlace';
import { charactersTooLong } from '../recording/charactersTooLong';
import { useRecording } from '../recording/useRecording';
import { QueuedRecord } from '../recording/QueuedRecord';
import { testIds } from '../components/testIds';
import { useSpeech } from '../components/words/useSpeech';
import { nearMissMarkdown } from '../domain/story/markdown';
import { belongingOffers, sureTeam } from '../domain/record/belongingOffers';
import type { AppSettings } from '../domain/record/settings';
import { linkTo } from '../grafana/address';
import { ActionBar } from './ActionBar';
import { GoesAlong } from './GoesAlong';
import { GraphPart } from './graph/GraphPart';
import { isRefused, WhyRefused } from './graph/WhyRefused';
import { OnPanelAlready } from './OnPanelAlready';
import { MarkerHint } from './MarkerHint';
import type { PanelSeries } from '../domain/projection/panelSeries';
import { capturedRecord } from './model/capturedRecord';
import { useUnfinishedCapture } from './model/useUnfinishedCapture';
import { useCapture } from './model/useCapture';
import type { Material } from './material/useMaterial';

interface Props {
  material: Material;
  /** Of the material, at least one. */
  series: readonly [PanelSeries, ...PanelSeries[]];
  settings: AppSettings;
  /** Of the panel's dashboard, nearest first; null when they are not known. */
  folders: readonly string[] | null;
  onDismiss?: () => void;
}

/** From a graph to a near miss. */
export function CaptureForm({ material, series, settings, folders, onDismiss }: Props) {
  const styles = useStyles2(getStyles);
  const { panel } = material;
  const speech = useSpeech(panel.timeZone);
  const along = useId();
  const [tried, setTried] = useState(false);
  const [placeless, setPlaceless] = useState(false);
  const [refused, setRefused] = useState(false);
  const team = sureTeam(settings, folders);
  const capture = useCapture({ series, range: panel.range, place: null, team, speech });
  const { form } = capture.state;
  const chosen = usePlace(settings, { ...form, folders }, capture.state.place);
  const { place, denied } = chosen;
  const subject = `${panel.dashboardUid}/${panel.panelId}`;
  const { id, unfinished, discard } = useUnfinishedCapture(subject, capture);
  const recordAs = (status: 'started' | 'recorded') => capturedRecord({ id, panel, ...capture }, status);
  const tooLong = charactersTooLong(form, () => recordAs('recorded'));
  const { state, save } = useRecording({ id, subject, draftId: null, tooLong, onRecorded: unfinished.forget });
  const markdown = () => nearMissMarkdown(recordAs('recorded'), [], '', speech);
  const problems: FormProblems = formProblems(form, Date.now());
  const cannotBeKept = isRefused(capture);

  const saveAs = (status: 'started' | 'recorded') => {
    setPlaceless(!place);
    setRefused(cannotBeKept);
    if (place && !cannotBeKept) {
      save(recordAs(status), place);
    }
  };
  const saveAll = () => {
    setTried(true);
    setRefused(cannotBeKept);
    if (Object.keys(problems).length === 0) {
      saveAs('recorded');
    }
  };
  if (state.phase === 'recorded') {
    return (
      <RecordedNotice {...state} link={linkTo(id)} speech={speech} onClose={onDismiss}>
        <MarkerHint dashboardUid={panel.dashboardUid} />
      </RecordedNotice>
    );
  }
  if (state.phase === 'queued') {
    return <QueuedRecord {...{ sending: state.sending, markdown, onAnother: discard, onClose: onDismiss }} />;
  }
  return (
    <div className={styles.form} data-testid={testIds.capture}>
      <OnPanelAlready panel={panel} speech={speech} />
      <GoesAlong
        {...{ id: along, capture, panel, chosen, speech }}
        recordOf={() => recordAs('recorded')}
        unchosen={placeless && !place}
      />
      <UnfinishedFormNotice unfinished={unfinished} speech={speech} onDiscard={discard} />
      <NotSaved state={state} denied={denied !== null && denied !== 'gone'} markdown={markdown} />
      <GraphPart capture={capture} material={material} speech={speech} />
      {refused && <WhyRefused graph={capture} />}
      <LockedWhile busy={state.phase === 'saving'}>
        <NearMissForm
          values={form}
          onChange={capture.edit}
          problems={tried ? problems : {}}
          timeZone={panel.timeZone}
          teams={settings.teams.map(({ name }) => name)}
          offers={belongingOffers(settings, { tags: [], folderTitle: '', ...material.model, ...panel, folders })}
          foldDetails
        />
      </LockedWhile>
      <ActionBar
        describedBy={along}
        saving={state.phase === 'saving'}
        allowed={denied === null}
        onKeep={() => saveAs('started')}
        onSave={saveAll}
        onClose={onDismiss}
      />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  form: css({
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'minmax(0, 1fr)',
    overflowWrap: 'anywhere',
  }),
});
