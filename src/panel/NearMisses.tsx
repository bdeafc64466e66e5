import { usePluginContext } from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';
import React, { lazy, Suspense } from 'react';
import { APP_ID } from '../pluginIds';
import { DisabledApp } from './DisabledApp';
import type { NearMissesProps } from './NearMissesProps';
import { PanelBody } from './PanelBody';

// Nothing may call t() before the translations are there.
const Translated = lazy(async () => {
  await initPluginTranslations(APP_ID);
  return { default: IfEnabled };
});

// Grafana 12.3 loads a disabled app too, because it adds to the panel menu; its settings alone tell.
function IfEnabled(props: NearMissesProps) {
  const app = usePluginContext()?.meta;
  return app?.id === APP_ID && app.enabled === false ? <DisabledApp /> : <PanelBody {...props} />;
}

/** What the app exposes to its panel, and to other apps. */
export default function NearMisses(props: NearMissesProps) {
  return (
    <Suspense fallback={null}>
      <Translated {...props} />
    </Suspense>
  );
}
