import type { PluginExtensionPanelContext } from '@grafana/data';
import { ErrorBoundaryAlert } from '@grafana/ui';
import React from 'react';
import { Capture } from './Capture';
import { t } from '../i18n/t';
import { translated } from '../i18n/translated';

interface Props {
  context?: Readonly<PluginExtensionPanelContext>;
  onDismiss?: () => void;
}

function GuardedCapture(props: Props) {
  return (
    <ErrorBoundaryAlert title={t('capture.broken', 'Recording stopped working. Close this and open it again.')}>
      <Capture {...props} />
    </ErrorBoundaryAlert>
  );
}

/** The modal hangs outside the app's pages, so it waits for the translations itself. */
const CaptureModal = translated(GuardedCapture);
export default CaptureModal;
