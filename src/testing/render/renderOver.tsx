import { renderHook } from '@testing-library/react';
import React, { type ReactNode } from 'react';
import type { Send } from '../../grafana/send';
import { NearMissStoreProvider } from '../../storage/react/NearMissStoreProvider';
import type { NearMissStore } from '../../storage/store/nearMissStore';
import type { Clock } from '../../storage/store/retry';
import { noWaiting } from '../hosts/writeTo';

interface Under {
  store?: NearMissStore;
  send?: Send;
  /** Default: one that never waits. */
  clock?: Clock;
}

/** Renders a hook over this store and this Grafana; `exchange` puts others under it, or only draws again. */
export function renderOver<T>(hook: () => T, { store, send, clock = noWaiting }: Under) {
  let now: Under = { store, send };
  const wrapper = ({ children }: { children: ReactNode }) => (
    <NearMissStoreProvider {...now} clock={clock}>
      {children}
    </NearMissStoreProvider>
  );
  const shown = renderHook(hook, { wrapper });
  const exchange = ({ store: nextStore = now.store, send: nextSend = now.send }: Under = {}) => {
    now = { store: nextStore, send: nextSend };
    shown.rerender();
  };
  return { ...shown, exchange };
}
