import { PluginContextProvider, type PanelProps, usePluginContext } from '@grafana/data';
import { usePluginComponent } from '@grafana/runtime';
import React from 'react';
import { NEAR_MISSES_COMPONENT } from '../domain/pluginIds';
import type { NearMissesOptions } from './NearMissesOptions';

function Exposed(props: PanelProps<NearMissesOptions>) {
  const { component: NearMisses, isLoading } = usePluginComponent<PanelProps<NearMissesOptions>>(NEAR_MISSES_COMPONENT);
  if (isLoading) {
    return null;
  }
  if (!NearMisses) {
    return <div role="alert">The Near Miss app is disabled or missing. Ask an administrator to enable it under Plugins.</div>;
  }
  return <NearMisses {...props} />;
}

export function NearMissPanel(props: PanelProps<NearMissesOptions>) {
  const context = usePluginContext();
  return <Exposed {...props} key={context?.meta?.id} />;
}
void PluginContextProvider;
