import { config } from '@grafana/runtime';
import React, { createContext, useContext, type ReactNode } from 'react';
import { APP_ID } from '../../pluginIds';
import { createNearMissStore } from '../store/createNearMissStore';
import { grafanaAnnotations } from '../annotations/grafanaAnnotations';
import { grafanaSend } from '../../grafana/grafanaSend';
import type { NearMissStore } from '../store/nearMissStore';
import type { Send } from '../../grafana/send';
import { whoAmI } from '../../grafana/whoAmI';
import { pathPart } from '../../domain/text/link';

const StoreContext = createContext<NearMissStore | null>(null);
const SendContext = createContext<Send>(grafanaSend);

/** A path of this Grafana as a full address, by the root address it is configured with. */
export function addressOf(path: string): string {
  const root = config.appUrl || `${window.location.origin}${config.appSubUrl}/`;
  return `${root.replace(/\/$/, '')}${path}`;
}

/** The full address of a near miss's page, as it is written into annotations. */
export function linkTo(id: string): string {
  return addressOf(`/a/${APP_ID}/nm/${pathPart(id)}`);
}

let grafanaStore: NearMissStore | null = null;

interface ProviderProps {
  /** Default: the annotations of the Grafana this page runs in. */
  store?: NearMissStore;
  /** What rights, settings and panel models are read through; default Grafana's own client. */
  send?: Send;
  children: ReactNode;
}

/** Puts another store or another Grafana under the hooks of this folder: tests do; the app itself needs none. */
export function NearMissStoreProvider({ store, send, children }: ProviderProps) {
  return (
    <SendContext.Provider value={send ?? grafanaSend}>
      <StoreContext.Provider value={store ?? null}>{children}</StoreContext.Provider>
    </SendContext.Provider>
  );
}

/** The store; without a provider one over this Grafana, shared by the whole page. */
export function useNearMissStore(): NearMissStore {
  const given = useContext(StoreContext);
  if (given) {
    return given;
  }
  grafanaStore ??= createNearMissStore(grafanaAnnotations(grafanaSend), { link: linkTo, me: () => whoAmI().login });
  return grafanaStore;
}

/** What carries requests that are not annotations: rights, settings, dashboards. */
export function useSend(): Send {
  return useContext(SendContext);
}
