import { PluginPage } from '@grafana/runtime';
import { ErrorBoundaryAlert, LoadingPlaceholder } from '@grafana/ui';
import React, { lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';
import { routes } from '../routes';
import { UnknownPage } from './UnknownPage';
import { t } from '../i18n/t';
import { translated } from '../i18n/translated';

const DraftPage = lazy(() => import(/* webpackChunkName: "draft" */ './draft/DraftPage'));
const InsightsPage = lazy(() => import(/* webpackChunkName: "insights" */ './insights/InsightsPage'));
const ListPage = lazy(() => import(/* webpackChunkName: "list" */ './list/ListPage'));
const NearMissPage = lazy(() => import(/* webpackChunkName: "nearMiss" */ './nearMiss/NearMissPage'));
const PackPage = lazy(() => import(/* webpackChunkName: "pack" */ './pack/PackPage'));
const RecordPage = lazy(() => import(/* webpackChunkName: "record" */ './record/RecordPage'));
const TransferPage = lazy(() => import(/* webpackChunkName: "transfer" */ './transfer/TransferPage'));

function AppRoutes() {
  return (
    <ErrorBoundaryAlert
      title={t('app.broken', 'This page of Near Miss stopped working. What you typed is kept; reload the page.')}
    >
      <Suspense fallback={<Waiting />}>
        <Routes>
          <Route path="/" element={<Navigate to={routes.list} replace />} />
          <Route path="/list" element={<ListPage />} />
          <Route path="/insights" element={<InsightsPage />} />
          <Route path="/nm/:id" element={<NearMissPage />} />
          <Route path="/draft/:annotationId" element={<DraftPage />} />
          <Route path="/pack" element={<PackPage />} />
          <Route path="/record" element={<RecordPage />} />
          <Route path="/transfer" element={<TransferPage />} />
          <Route path="*" element={<UnknownPage />} />
        </Routes>
      </Suspense>
    </ErrorBoundaryAlert>
  );
}

function Waiting() {
  return (
    <PluginPage>
      <LoadingPlaceholder text={t('app.loading', 'Loading…')} />
    </PluginPage>
  );
}

const App = translated(AppRoutes);
export default App;
