import { render, screen } from '@testing-library/react';
import React, { type ComponentType } from 'react';
import pluginJson from '../plugin.json';
import { memoryAnnotations } from './testing/grafana/memoryAnnotations';
import { plugin } from './module';
import { NEAR_MISSES_COMPONENT, OF_SERVICE_COMPONENT } from './pluginIds';
import { NearMissStoreProvider } from './storage/react/NearMissStoreProvider';
import { storeOf } from './testing/render/renderPage';

// Only the AMD loader of a page has an address for it.
jest.mock('./publicPath', () => ({}));

const exposed = plugin.exposedComponentConfigs;

it('exposes what plugin.json declares, in just these words, or Grafana refuses it', () => {
  expect(exposed.map(({ id, title, description }) => ({ id, title, description }))).toEqual(
    pluginJson.extensions.exposedComponents
  );
  expect(exposed.map(({ id }) => id)).toEqual([NEAR_MISSES_COMPONENT, OF_SERVICE_COMPONENT]);
});

it('adds the link that plugin.json declares', () => {
  const links = plugin.addedLinkConfigs.map(({ targets, title, description }) => ({
    targets: [targets].flat(),
    title,
    description,
  }));
  expect(links).toEqual(pluginJson.extensions.addedLinks);
});

it('draws what it exposes to other apps once its chunk is there', async () => {
  const Exposed = exposed.find(({ id }) => id === OF_SERVICE_COMPONENT)?.component as ComponentType<object>;
  render(
    <NearMissStoreProvider store={storeOf(memoryAnnotations())}>
      <Exposed {...{ service: 'checkout' }} />
    </NearMissStoreProvider>
  );
  expect(await screen.findByText(/No near miss of checkout was written down/)).toBeInTheDocument();
});
