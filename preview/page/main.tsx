import { EventBusSrv, setTimeZoneResolver, ThemeContext, type DataSourceInstanceSettings } from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';
import {
  config,
  LocationServiceProvider,
  locationService,
  setAppEvents,
  setBackendSrv,
  setChromeHeaderHeightHook,
  setDataSourceSrv,
} from '@grafana/runtime';
import { setEchoSrv, setLocationSrv, setPluginComponentHook, setPluginLinksHook, setReturnToPreviousHook } from '@grafana/runtime';
import { setTemplateSrv } from '@grafana/runtime';
import type { DataSourceSrv } from '@grafana/runtime';
import { setPanelRenderer } from 'runtime-components/PanelRenderer';
import { setPluginPage } from 'runtime-components/PluginPage';
import { GlobalStyles, ModalRoot, ModalsProvider, PortalContainer } from '@grafana/ui';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Navigate, Route, Router, Routes } from 'react-router-dom-v5-compat';
import { backendSrv } from './backendSrv';
import { DashboardPage } from './dashboard';
import { loadApps, PluginModal, usePluginComponentHere, usePluginLinksHere } from './extensions';
import { setUpRegistries } from './fieldConfig';
import { PanelRendererHere } from './graph';
import { runRequest } from './queries';
import { AppPage, DashboardList, LoginPage, PluginConfigPage, PluginPageHere, Shell } from './shell';
import { templateSrv } from './templates';

/** The settings, and of an instance no more than asking it: queries go straight to /api/ds/query. */
const dataSourceSrv = (() => {
  const list = Object.values(config.datasources) as DataSourceInstanceSettings[];
  const find = (ref?: unknown) => {
    const uid = typeof ref === 'object' && ref !== null && 'uid' in ref ? ref.uid : ref;
    return list.find((each) => each.uid === uid || each.name === uid) ?? (uid ? undefined : list.find((each) => each.isDefault));
  };
  const get = async (ref?: unknown) => {
    if (!find(ref)) {
      throw new Error(`The preview has no data source ${JSON.stringify(ref)}`);
    }
    return { query: runRequest };
  };
  return { get, getList: () => list, getInstanceSettings: find, reload: () => undefined } as unknown as DataSourceSrv;
})();

/** Signed in, or let in without it: only the login page is sent without a role. */
const isIn = Boolean(config.bootData.user.orgRole);

async function setUp() {
  await initPluginTranslations('grafana');
  setUpRegistries();
  setTimeZoneResolver(() => config.bootData.user.timezone);
  setBackendSrv(backendSrv);
  setAppEvents(new EventBusSrv());
  setLocationSrv(locationService);
  setDataSourceSrv(dataSourceSrv);
  setTemplateSrv(templateSrv);
  setEchoSrv({ flush: () => undefined, addBackend: () => undefined, addEvent: () => undefined, onInteraction: () => () => undefined });
  setPanelRenderer(PanelRendererHere);
  setPluginPage(PluginPageHere);
  // The header of the preview goes along with the page.
  setChromeHeaderHeightHook(() => 0);
  setPluginLinksHook(usePluginLinksHere);
  setPluginComponentHook(usePluginComponentHere);
  setReturnToPreviousHook(() => () => undefined);
  if (isIn) {
    await loadApps().catch(console.error);
  }
}

function Pages() {
  return (
    <Shell>
      <Routes>
        <Route path="/" element={<Navigate to="/dashboards" replace />} />
        <Route path="/dashboards/*" element={<DashboardList />} />
        <Route path="/d/:uid/*" element={<DashboardPage />} />
        <Route path="/a/:pluginId/*" element={<AppPage />} />
        <Route path="/plugins/:pluginId" element={<PluginConfigPage />} />
        <Route path="*" element={<p>The preview has no such page.</p>} />
      </Routes>
    </Shell>
  );
}

function Root() {
  const history = locationService.getHistory();
  const [location, setLocation] = useState(history.location);
  useEffect(() => history.listen((next: typeof location) => setLocation(next)), [history]);
  return (
    <ThemeContext.Provider value={config.theme2}>
      <GlobalStyles />
      <LocationServiceProvider service={locationService}>
        <Router navigator={history} location={location}>
          <ModalsProvider>
            {isIn ? <Pages /> : <LoginPage />}
            <PluginModal />
            <ModalRoot />
          </ModalsProvider>
        </Router>
      </LocationServiceProvider>
      <PortalContainer />
    </ThemeContext.Provider>
  );
}

await setUp();
const container = document.getElementById('reactRoot');
if (container) {
  createRoot(container).render(<Root />);
}
