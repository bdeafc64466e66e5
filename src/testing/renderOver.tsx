import { renderHook } from '@testing-library/react';
import React, { type ReactNode } from 'react';
import type { NearMissStore } from '../storage/store/nearMissStore';
import type { Send } from '../grafana/send';
import { NearMissStoreProvider } from '../storage/react/NearMissStoreProvider';

interface Under {
  store?: NearMissStore;
  send?: Send;
}

/** Renders a hook over this store and this Grafana; `exchange` puts others under it, or only draws again. */
export function renderOver<T>(hook: () => T, under: Under) {
  let now = under;
  const wrapper = ({ children }: { children: ReactNode }) => (
    <NearMissStoreProvider {...now}>{children}</NearMissStoreProvider>
  );
  const shown = renderHook(hook, { wrapper });
  const exchange = (next: Under = {}) => {
    now = { ...now, ...next };
    shown.rerender();
  };
  return { ...shown, exchange };
}
