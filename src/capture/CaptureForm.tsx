import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { useId } from 'react';
import { NearMissForm } from '../recording/form/NearMissForm';
import { onSaveKeys } from '../components/fields/saveKeys';
import { LockedWhile } from '../components/fields/LockedWhile';
import { UnfinishedFormNotice } from '../recording/UnfinishedFormNotice';
import { NotSaved } from '../recording/NotSaved';
import { RecordedNotice } from '../recording/RecordedNotice';
import { QueuedRecord } from '../recording/QueuedRecord';
import { testIds } from '../components/testIds';
import { nearMissMarkdown } from '../domain/story/markdown';
import { belongingOffers } from '../domain/record/belongingOffers';
import type { AppSettings } from '../domain/record/settings';
import { linkTo } from '../grafana/address';
import { ActionBar } from './ActionBar';
import { KeepGraph } from './KeepGraph';
import { GoesAlong } from './GoesAlong';
import { GraphPart } from './graph/GraphPart';
import { WhyRefused } from './graph/WhyRefused';
import { OnPanelAlready } from './OnPanelAlready';
import { MarkerHint } from './MarkerHint';
import type { PanelSeries } from '../domain/projection/panelSeries';
import { type CaptureFormModel, useCaptureForm } from './model/useCaptureForm';
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
export function CaptureForm(props: Props) {
  const { material, series, settings, folders, onDismiss } = props;
  const { panel } = material;
  const model = useCaptureForm({ panel, series, settings, folders });
  const { id, state, speech, discard } = model;
  switch (state.phase) {
    case 'recorded':
      return (
        <RecordedNotice {...state} link={linkTo(id)} speech={speech} onClose={onDismiss}>
          <MarkerHint dashboardUid={panel.dashboardUid} />
        </RecordedNotice>
      );
    case 'queued':
      return (
        <QueuedRecord
          sending={state.sending}
          markdown={() => markdownOf(model)}
          onAnother={discard}
          onClose={onDismiss}
        />
      );
    default:
      return <Fields {...props} model={model} />;
  }
}

/** Seen at once: the picture and its sentence, who will read it, both questions, and Save; the fields of the graph after them. */
function Fields({ model, material, settings, folders, onDismiss }: Props & { model: CaptureFormModel }) {
  const styles = useStyles2(getStyles);
  const along = useId();
  const { panel } = material;
  const { capture, chosen, state, speech, unfinished } = model;
  const { denied } = chosen;
  const saving = state.phase === 'saving';
  return (
    <div
      ref={model.form}
      className={styles.form}
      data-testid={testIds.capture}
      onKeyDown={onSaveKeys(model.save)}
      role="presentation"
    >
      <OnPanelAlready panel={panel} speech={speech} />
      <UnfinishedFormNotice unfinished={unfinished} speech={speech} onDiscard={model.discard} />
      <NotSaved state={state} denied={denied !== null && denied !== 'gone'} markdown={() => markdownOf(model)} />
      <GraphPart
        {...{ capture, material, speech }}
        keep={<KeepGraph describedBy={along} allowed={denied === null} onKeep={model.keep} />}
      >
        <GoesAlong
          {...{ id: along, capture, panel, chosen, speech }}
          recordOf={model.recorded}
          unchosen={model.unchosen}
        />
        {model.refused && <WhyRefused graph={capture} />}
        <LockedWhile busy={saving}>
          <NearMissForm
            values={capture.state.form}
            onChange={capture.edit}
            problems={model.problems}
            timeZone={panel.timeZone}
            teams={settings.teams.map(({ name }) => name)}
            offers={belongingOffers(settings, { tags: [], folderTitle: '', ...material.model, ...panel, folders })}
            foldDetails
          />
        </LockedWhile>
      </GraphPart>
      <ActionBar
        describedBy={along}
        saving={saving}
        allowed={denied === null}
        onSave={model.save}
        onClose={onDismiss}
      />
    </div>
  );
}

function markdownOf({ recorded, speech }: CaptureFormModel): string {
  return nearMissMarkdown(recorded(), [], '', speech);
}

const getStyles = (theme: GrafanaTheme2) => ({
  form: css({
    display: 'grid',
    gap: theme.spacing(1.5),
    gridTemplateColumns: 'minmax(0, 1fr)',
    overflowWrap: 'anywhere',
  }),
});
