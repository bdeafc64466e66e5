import React, { type ComponentType, type ExoticComponent, lazy, Suspense } from 'react';

// In English alone: translations would not fit into the file that Grafana loads on every page.
const NOT_LOADED = 'Near Miss could not be loaded. If it was updated, reload the page.';

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

/** The component with nothing in its place while it loads, for where Grafana waits for nothing. */
export function quietly<P extends object>(Chunk: ExoticComponent<P>) {
  return (props: P) => (
    <Suspense fallback={null}>
      <Chunk {...props} />
    </Suspense>
  );
}
