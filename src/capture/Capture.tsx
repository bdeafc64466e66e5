import type { PluginExtensionPanelContext } from '@grafana/data';
import { Alert, LoadingPlaceholder } from '@grafana/ui';
import React, { type ComponentProps } from 'react';
import { failureText } from '../components/words/failureText';
import { useSettings, useFolderLine } from '../storage/react/useGrafana';
import { CaptureForm } from './CaptureForm';
import { NoGraph } from './graph/NoGraph';
import { useHistory } from './graph/useHistory';
import { useMaterial } from './material/useMaterial';
import { Remarks } from './Remarks';
import { t } from '../i18n/t';

interface Props {
  context?: Readonly<PluginExtensionPanelContext>;
  onDismiss?: () => void;
}

/** Refuses what cannot be recorded, with the reason; otherwise waits for the panel and hands it to the form. */
export function Capture({ context, onDismiss }: Props) {
  if (!context?.dashboard.uid) {
    return (
      <Alert severity="info" title={t('capture.unsaved', 'Save the dashboard first')}>
        {t(
          'capture.unsaved-why',
          'This dashboard has not been saved yet, so a near miss could not say where it was seen. Save it, then record from its panel.'
        )}
      </Alert>
    );
  }
  return <SavedPanel context={context} onDismiss={onDismiss} />;
}

function SavedPanel({ context, onDismiss }: Required<Pick<Props, 'context'>> & Props) {
  const material = useMaterial(context);
  const settings = useSettings();
  const folders = useFolderLine(material.state === 'ready' ? (material.value.model?.folderUid ?? '') : '');
  if (material.state === 'failed') {
    return (
      <Alert
        severity="error"
        title={t('capture.no-panel', 'The panel could not be read')}
        buttonContent={t('capture.retry', 'Try again')}
        onRemove={material.retry}
      >
        {failureText(material.failure)}
      </Alert>
    );
  }
  if (material.state === 'loading' || settings.state === 'loading' || folders.state === 'loading') {
    return <LoadingPlaceholder text={t('capture.loading', 'Reading the panel…')} />;
  }
  const { value } = material;
  return (
    <>
      <Remarks {...value} />
      <Shown
        material={value}
        settings={settings.settings}
        folders={folders.state === 'ready' && value.model ? folders.value : null}
        onDismiss={onDismiss}
      />
    </>
  );
}

/** The panel's series, or its history where it shows none and there is one; else the way without a graph. */
function Shown(props: Omit<ComponentProps<typeof CaptureForm>, 'series'>) {
  const { material, onDismiss } = props;
  const history = useHistory(material.askHistory);
  const [first, ...others] = history.state === 'answered' ? history.series : material.series;
  return first ? (
    <CaptureForm {...props} series={[first, ...others]} />
  ) : (
    <NoGraph why={material.noSeries ?? 'nothing'} history={history} onDismiss={onDismiss} />
  );
}
