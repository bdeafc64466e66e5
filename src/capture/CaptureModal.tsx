import type { PluginExtensionPanelContext } from '@grafana/data';
import { initPluginTranslations, t } from '@grafana/i18n';
import { ErrorBoundaryAlert } from '@grafana/ui';
import React, { lazy, Suspense } from 'react';
import { APP_ID } from '../pluginIds';
import { Capture } from './Capture';

interface Props {
  context?: Readonly<PluginExtensionPanelContext>;
  onDismiss?: () => void;
}

// The modal hangs outside the app's pages, which load the translations for themselves.
const Translated = lazy(async () => {
  await initPluginTranslations(APP_ID);
  return { default: GuardedCapture };
});

function GuardedCapture(props: Props) {
  return (
    <ErrorBoundaryAlert title={t('capture.broken', 'Recording stopped working. Close this and open it again.')}>
      <Capture {...props} />
    </ErrorBoundaryAlert>
  );
}

export default function CaptureModal(props: Props) {
  return (
    <Suspense fallback={null}>
      <Translated {...props} />
    </Suspense>
  );
}
