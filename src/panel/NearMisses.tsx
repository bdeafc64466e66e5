import { usePluginContext } from '@grafana/data';
import React from 'react';
import { translated } from '../i18n/translated';
import { APP_ID } from '../pluginIds';
import { DisabledApp } from './DisabledApp';
import type { NearMissesProps } from './NearMissesProps';
import { PanelBody } from './PanelBody';

// Grafana 12.3 loads a disabled app too, because it adds to the panel menu; its settings alone tell.
function IfEnabled(props: NearMissesProps) {
  const app = usePluginContext()?.meta;
  return app?.id === APP_ID && app.enabled === false ? <DisabledApp /> : <PanelBody {...props} />;
}

/** What the app exposes to its panel, and to other apps. */
const NearMisses = translated(IfEnabled);
export default NearMisses;
