import './publicPath';
import { AppPlugin, type PluginExtensionPanelContext } from '@grafana/data';
import React, { Suspense } from 'react';
import { NEAR_MISSES_COMPONENT } from './pluginIds';
import { lazyChunk } from './lazyChunk';
import type { NearMissesProps } from './panel/NearMissesProps';

// Grafana loads this file on every page for everyone, because it adds to the panel menu: only registrations and import() here.
const Capture = lazyChunk(() => import(/* webpackChunkName: "capture" */ './capture/CaptureModal'));
const Configuration = lazyChunk(() => import(/* webpackChunkName: "configuration" */ './pages/config/Configuration'));
const NearMisses = lazyChunk(() => import(/* webpackChunkName: "panel" */ './panel/NearMisses'));

export const plugin = new AppPlugin()
  .setRootPage(lazyChunk(() => import(/* webpackChunkName: "pages" */ './pages/App')))
  .addConfigPage({
    id: 'configuration',
    title: 'Configuration',
    icon: 'cog',
    body: () => (
      <Suspense fallback={null}>
        <Configuration />
      </Suspense>
    ),
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
        body: ({ onDismiss }) => (
          <Suspense fallback={null}>
            <Capture context={context} onDismiss={onDismiss} />
          </Suspense>
        ),
      }),
  })
  .exposeComponent<NearMissesProps>({
    id: NEAR_MISSES_COMPONENT,
    title: 'Near misses',
    description: 'The list of near misses that the panel of the same name shows',
    component: (props) => (
      <Suspense fallback={null}>
        <NearMisses {...props} />
      </Suspense>
    ),
  });
