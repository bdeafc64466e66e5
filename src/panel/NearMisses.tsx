import { initPluginTranslations } from '@grafana/i18n';
import React, { lazy, Suspense } from 'react';
import { APP_ID } from '../domain/pluginIds';
import type { NearMissesProps } from './NearMissesProps';
import { PanelBody } from './PanelBody';

// Nothing may call t() before the translations are there.
const Translated = lazy(async () => {
  await initPluginTranslations(APP_ID);
  return { default: PanelBody };
});

/** What the app exposes to its panel, and to other apps. */
export default function NearMisses(props: NearMissesProps) {
  return (
    <Suspense fallback={null}>
      <Translated {...props} />
    </Suspense>
  );
}
