import './publicPath';
import { AppPlugin, type PluginExtensionPanelContext } from '@grafana/data';
import React from 'react';
import { NEAR_MISSES_COMPONENT, OF_SERVICE_COMPONENT } from './pluginIds';
import { lazyChunk, quietly } from './lazyChunk';

// Grafana loads this file on every page for everyone, because it adds to the panel menu: only registrations and import() here.
const Capture = quietly(lazyChunk(() => import(/* webpackChunkName: "capture" */ './capture/CaptureModal')));

export const plugin = new AppPlugin()
  .setRootPage(lazyChunk(() => import(/* webpackChunkName: "pages" */ './pages/App')))
  .addConfigPage({
    id: 'configuration',
    title: 'Configuration',
    icon: 'cog',
    body: quietly(lazyChunk(() => import(/* webpackChunkName: "configuration" */ './pages/config/Configuration'))),
  })
  .addLink<PluginExtensionPanelContext>({
    // Title, description and target as plugin.json declares them, or Grafana refuses the link; translated links cannot be.
    title: 'Record near miss',
    description: 'Keep the stretch of this graph that somebody acted on',
    targets: 'grafana/dashboard/panel/menu',
    icon: 'exclamation-triangle',
    group: { name: '${root}' },
    onClick: (_event, { context, openModal }) =>
      openModal({
        title: 'Record near miss',
        // Room for the graph beside the questions; Grafana keeps it within the window.
        width: 1180,
        body: ({ onDismiss }) => <Capture context={context} onDismiss={onDismiss} />,
      }),
  })
  .exposeComponent({
    id: NEAR_MISSES_COMPONENT,
    title: 'Near misses',
    description: 'Near misses, as the panel shows them',
    component: quietly(lazyChunk(() => import(/* webpackChunkName: "panel" */ './panel/NearMisses'))),
  })
  .exposeComponent({
    id: OF_SERVICE_COMPONENT,
    title: 'Near misses for a service',
    description: 'Near misses of a service',
    component: quietly(lazyChunk(() => import(/* webpackChunkName: "panel" */ './panel/NearMissesOfService'))),
  });
