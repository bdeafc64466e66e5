import { usePluginContext } from '@grafana/data';
import React, { type ReactNode } from 'react';
import { APP_ID } from '../pluginIds';
import { DisabledApp } from './DisabledApp';

/** Grafana 12.3 loads a disabled app too, because it adds to the panel menu; its settings alone tell. */
export function IfEnabled({ children }: { children: ReactNode }) {
  const app = usePluginContext()?.meta;
  return app?.id === APP_ID && app.enabled === false ? <DisabledApp /> : <>{children}</>;
}
