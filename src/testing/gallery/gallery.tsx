import { ThemeContext } from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';
import { config } from '@grafana/runtime';
import { GlobalStyles, PortalContainer } from '@grafana/ui';
import React, { type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { MemoryRouter, Route, Routes } from 'react-router-dom';
import { APP_ID } from '../../pluginIds';
import ListPage from '../../pages/list/ListPage';
import NearMissPage from '../../pages/nearMiss/NearMissPage';
import RecordPage from '../../pages/record/RecordPage';
import NearMisses from '../../panel/NearMisses';
import { NearMissStoreProvider } from '../../storage/react/NearMissStoreProvider';
import { aRecord } from '../builders/builders';
import { annotationsSend } from '../grafana/annotationsSend';
import type { MemoryAnnotations } from '../grafana/memoryAnnotations';
import { A_VIEWER, ANNA, annotationsWith, storeOf } from '../render/renderPage';
import { DOWN } from '../stages/storeStage';

const { actedAt } = aRecord();
const REVIEW = { id: 'review-1-abc', title: 'A time-out in seconds', stretch: null, evidence: null };

const list = <ListPage />;
const record = <RecordPage />;
const nearMiss = (
  <Routes>
    <Route path="/nm/:id" element={<NearMissPage />} />
  </Routes>
);
const panel = (
  <NearMisses
    {...{ options: {}, width: 900, height: 360, timeZone: 'utc', from: actedAt - 6 * 3_600_000, to: actedAt }}
    asOf={actedAt}
    replaceVariables={(text) => text}
  />
);

interface Shown {
  title: string;
  page: ReactElement;
  at?: string;
  /** Empty, some, or none that can be had. */
  holds?: 'nothing' | 'some';
  then?: (annotations: MemoryAnnotations) => void;
  user?: typeof ANNA;
}

const never = (annotations: MemoryAnnotations) => annotations.delay(() => new Promise(() => {}));
const down = (annotations: MemoryAnnotations) => annotations.failNext('find', { failure: DOWN, times: Infinity });
const SOME = 'some' as const;

const STATES: readonly Shown[] = [
  { title: 'List: waiting', page: list, then: never },
  { title: 'List: failed', page: list, then: down },
  { title: 'List: empty', page: list },
  { title: 'List: filled', page: list, holds: SOME },
  { title: 'Panel: waiting', page: panel, then: never },
  { title: 'Panel: failed', page: panel, then: down },
  { title: 'Panel: empty', page: panel },
  { title: 'Panel: filled', page: panel, holds: SOME },
  { title: 'Near miss: waiting', page: nearMiss, at: '/nm/queue-1-abcd', then: never },
  { title: 'Near miss: failed', page: nearMiss, at: '/nm/queue-1-abcd', then: down },
  { title: 'Near miss: missing', page: nearMiss, at: '/nm/queue-1-abcd' },
  {
    title: 'Near miss with its worksheet: for a Viewer',
    page: nearMiss,
    at: '/nm/queue-1-abcd',
    holds: SOME,
    user: A_VIEWER,
  },
  { title: 'Recording: denied', page: record, user: A_VIEWER },
  { title: 'Recording: ready', page: record },
];

async function stateOf({ title, page, at = '/', holds = 'nothing', then = () => {}, user = ANNA }: Shown) {
  const annotations = (await annotationsWith(holds === 'some' ? [{}, REVIEW] : [])).as(user);
  then(annotations);
  const scope = user.editsOrganization === false ? 'annotations:type:dashboard' : 'annotations:*';
  const send = annotationsSend(annotations, {
    '/api/user': { login: user.login },
    '/api/access-control/user/permissions': { 'annotations:create': [scope] },
    [`/api/plugins/${APP_ID}/settings`]: { jsonData: {} },
  });
  return (
    <section key={title} style={{ borderTop: '2px solid', margin: 24, paddingTop: 8 }}>
      <h2>{title}</h2>
      <NearMissStoreProvider store={storeOf(annotations, user.login)} send={send}>
        <MemoryRouter initialEntries={[at]}>{page}</MemoryRouter>
      </NearMissStoreProvider>
    </section>
  );
}

await initPluginTranslations(APP_ID, []);
const states = await Promise.all(STATES.map(stateOf));
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <ThemeContext.Provider value={config.theme2}>
      <GlobalStyles />
      {states}
      <PortalContainer />
    </ThemeContext.Provider>
  );
}
