import { config } from '@grafana/runtime';
import { exportOrigin } from './address';

const { appUrl } = config;
const { orgId } = config.bootData.user;
afterEach(() => {
  config.appUrl = appUrl;
  config.bootData.user.orgId = orgId;
});

it('names this Grafana by the address it is configured with, and the organization', () => {
  config.appUrl = 'https://grafana.example/sub/';
  config.bootData.user.orgId = 4;
  expect(exportOrigin()).toEqual({ grafana: 'https://grafana.example/sub/', organization: 4 });
});

it('names it by the page’s own address when none is configured', () => {
  config.appUrl = '';
  config.bootData.user.orgId = 1;
  expect(exportOrigin()).toEqual({ grafana: 'http://localhost', organization: 1 });
});
