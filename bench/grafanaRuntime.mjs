// What stands for @grafana/runtime where our code runs without a page.
export const config = { appUrl: 'https://grafana.example.org/', namespace: 'default', bootData: { user: {} } };
export const getBackendSrv = () => {
  throw new Error('no page, no client');
};
