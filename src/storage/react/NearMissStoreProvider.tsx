import React, { createContext, useContext, useMemo, type ReactNode } from 'react';
import { compose, type Composition } from './compose';
import { grafanaSend } from '../../grafana/grafanaSend';
import type { NearMissStore } from '../store/nearMissStore';
import type { Clock } from '../store/retry';
import type { Send } from '../../grafana/send';

const CompositionContext = createContext<Composition | null>(null);

let ofThisPage: Composition | null = null;

interface ProviderProps {
  /** Default: the annotations that `send` reaches. */
  store?: NearMissStore;
  /** Default: Grafana's own client. */
  send?: Send;
  clock?: Clock;
  children: ReactNode;
}

/** Puts another store or another Grafana under the hooks of this folder: tests do; the app itself needs none. */
export function NearMissStoreProvider({ store, send = grafanaSend, clock, children }: ProviderProps) {
  const composition = useMemo(() => compose(send, { store, clock }), [send, store, clock]);
  return <CompositionContext.Provider value={composition}>{children}</CompositionContext.Provider>;
}

/** What the nearest provider put together; without one the same for the whole page, over this Grafana. */
export function useComposition(): Composition {
  const given = useContext(CompositionContext);
  if (given) {
    return given;
  }
  ofThisPage ??= compose(grafanaSend);
  return ofThisPage;
}

export function useNearMissStore(): NearMissStore {
  return useComposition().store;
}

/** What carries requests that are not annotations: rights, settings, dashboards. */
export function useSend(): Send {
  return useComposition().send;
}
