import './publicPath';
import { AppPlugin, type PluginExtensionPanelContext } from '@grafana/data';
import React, { lazy, Suspense, type ComponentType } from 'react';
import { NEAR_MISSES_COMPONENT } from './domain/pluginIds';

// Grafana loads this file on every page for everyone, because it adds to the panel menu: only registrations and import() here.
function suspended<P extends object>(load: () => Promise<{ default: ComponentType<P> }>) {
  const Lazy = lazy(load);
  return (props: P) => (
    <Suspense fallback={null}>
      <Lazy {...props} />
    </Suspense>
  );
}

export const plugin = new AppPlugin()
  .setRootPage(lazy(() => import('./pages/App')))
  .addConfigPage({
    id: 'configuration',
    title: 'Configuration',
    icon: 'cog',
    body: suspended(() => import('./pages/config/Configuration')),
  })
  .addLink<PluginExtensionPanelContext>({
    // Title, description and target as plugin.json declares them, or Grafana refuses the link; translated links cannot be.
    title: 'Record near miss',
    description: 'Keep the stretch of this graph that somebody acted on',
    targets: 'grafana/dashboard/panel/menu',
    icon: 'exclamation-triangle',
    group: { name: '${root}' },
    onClick: (_event, { context, openModal }) => {
      const Capture = suspended(() => import('./capture/CaptureModal'));
      openModal({
        title: 'Record near miss',
        width: 900,
        body: ({ onDismiss }) => <Capture context={context} onDismiss={onDismiss} />,
      });
    },
  })
  .exposeComponent({
    id: NEAR_MISSES_COMPONENT,
    title: 'Near misses',
    description: 'The list of near misses that the panel of the same name shows',
    component: suspended(() => import('./panel/NearMisses')),
  });
