import React, { type ComponentType, lazy } from 'react';

// In English alone: translations would not fit into the file that Grafana loads on every page.
const NOT_LOADED = 'Near Miss could not be loaded. It may have been updated meanwhile: reload the page.';

/** A component of another chunk. One that cannot be loaded, as after an upgrade with a page open, says so in its place. */
export function lazyChunk<P>(load: () => Promise<{ default: ComponentType<P> }>) {
  return lazy(() =>
    load().catch((error: unknown) => ({
      default: () => (
        <p role="alert">
          {NOT_LOADED} ({String(error)})
        </p>
      ),
    }))
  );
}
