import { config, setChromeHeaderHeightHook } from '@grafana/runtime';
import { configure, render } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event';
import React, { type ReactElement } from 'react';
import { MemoryRouter, useLocation } from 'react-router-dom';
import { createNearMissStore } from '../../storage/store/createNearMissStore';
import { type MemoryAnnotations, memoryAnnotations, type MemoryUser } from '../grafana/memoryAnnotations';
import type { Send } from '../../grafana/send';
import { NearMissStoreProvider } from '../../storage/react/NearMissStoreProvider';
import { annotationsSend } from '../grafana/annotationsSend';
import { aRecord } from '../builders/builders';
import type { Place } from '../../domain/record/place';
import { noWaiting, recordIn } from '../hosts/writeTo';

interface Options {
  /** The address of the page. */
  at: string;
  annotations: MemoryAnnotations;
  user?: MemoryUser;
  /** Answers by path, before the usual ones; undefined = 404. */
  answers?: Readonly<Record<string, unknown>>;
}

export const ANNA: MemoryUser = { login: 'anna' };
export const BEN: MemoryUser = { login: 'ben' };
export const A_VIEWER: MemoryUser = { login: 'vera', editsOrganization: false };
/** Not signed in, where Grafana lets such people read. */
export const NOBODY: MemoryUser = { login: '', editsOrganization: false };

/** The store over the annotations as that user sees them, without waiting between retries. */
export const storeOf = (annotations: MemoryAnnotations, login = 'anna') =>
  createNearMissStore(annotations, { link: (id) => `/a/near-miss/nm/${id}`, sleep: async () => {}, me: () => login });

/** Annotations that hold these records, all written by anna; times a minute apart, oldest first. */
export async function annotationsWith(
  records: ReadonlyArray<Partial<Parameters<typeof aRecord>[0]>> = [{}],
  place: Place = { kind: 'organization' }
): Promise<MemoryAnnotations> {
  let clock = Date.UTC(2026, 10, 3, 16);
  const annotations = memoryAnnotations({ user: ANNA, now: () => (clock += 60_000) });
  for (const record of records) {
    await recordIn(storeOf(annotations), aRecord({ source: null, ...record }), place);
  }
  return annotations;
}

/** What Grafana's comboboxes measure: the width of their text and of their menu, which draws only the options that fit. */
export function measuring() {
  const rect = { x: 0, y: 0, top: 0, left: 0, right: 200, bottom: 200, width: 200, height: 200 };
  const measureText = (text: string) => ({ width: 8 * text.length });
  Object.assign(HTMLCanvasElement.prototype, { getContext: () => ({ measureText }) });
  for (const size of ['offsetHeight', 'offsetWidth', 'clientHeight', 'clientWidth']) {
    Object.defineProperty(HTMLElement.prototype, size, { configurable: true, value: 200 });
  }
  Object.assign(Element.prototype, { getBoundingClientRect: () => ({ ...rect, toJSON: () => rect }) });
}

/** Emotion's rules stay out of the document: jsdom matches all of them for every role and name it computes. */
function withoutStyles() {
  const insertBefore = document.head.insertBefore.bind(document.head);
  document.head.insertBefore = (node, before) => (node instanceof HTMLStyleElement ? node : insertBefore(node, before));
}

// A busy machine is no failure.
configure({ asyncUtilTimeout: 20_000 });

const FUTURE = { v7_startTransition: true, v7_relativeSplatPath: true };

/** Renders a page over annotations in memory; `address()` is where the router is now. */
export function renderPage(page: ReactElement, { at, annotations, user = ANNA, answers = {} }: Options) {
  measuring();
  withoutStyles();
  setChromeHeaderHeightHook(() => 0);
  Object.assign(config.bootData.user, { login: user.login, orgId: 1, isSignedIn: user !== NOBODY });
  let address = at;
  const Here = () => {
    const { pathname, search } = useLocation();
    address = `${pathname}${search}`;
    return null;
  };
  const shown = render(
    <NearMissStoreProvider
      store={storeOf(annotations.as(user), user.login)}
      send={sendFor(annotations.as(user), user, answers)}
      clock={noWaiting}
    >
      <MemoryRouter initialEntries={[at]} future={FUTURE}>
        <Here />
        {page}
      </MemoryRouter>
    </NearMissStoreProvider>
  );
  return {
    ...shown,
    user: userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never }),
    address: () => address,
  };
}

function sendFor(
  annotations: MemoryAnnotations,
  { login, editsOrganization = true }: MemoryUser,
  answers: Readonly<Record<string, unknown>>
): Send {
  const scope = editsOrganization ? 'annotations:*' : 'annotations:type:dashboard';
  return annotationsSend(annotations, {
    '/api/user': { login },
    '/api/access-control/user/permissions': { 'annotations:create': [scope] },
    '/api/plugins/resilience-nearmiss-app/settings': { jsonData: {} },
    ...answers,
  });
}
