import { config } from '@grafana/runtime';
import { addressOf, exportOrigin, linkTo } from './address';

const { appUrl, appSubUrl } = config;
const { orgId } = config.bootData.user;
afterEach(() => {
  Object.assign(config, { appUrl, appSubUrl });
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

describe('the address', () => {
  it.each([
    ['https://grafana.example/', '', 'https://grafana.example/a/x'],
    ['https://grafana.example', '', 'https://grafana.example/a/x'],
    ['https://grafana.example/sub/', '/ignored', 'https://grafana.example/sub/a/x'],
    ['', '', 'http://localhost/a/x'],
    ['', '/sub', 'http://localhost/sub/a/x'],
  ])('is below the one that Grafana is configured with: "%s" and "%s"', (root, sub, expected) => {
    config.appUrl = root;
    config.appSubUrl = sub;
    expect(addressOf('/a/x')).toBe(expected);
  });

  it('of a near miss names the organization that it is of', () => {
    config.appUrl = 'https://grafana.example/';
    config.bootData.user.orgId = 4;
    expect(linkTo('queue-1')).toBe('https://grafana.example/a/resilience-nearmiss-app/nm/queue-1?orgId=4');
  });

  it('of a near miss is its page, whatever its id', () => {
    config.bootData.user.orgId = 0;
    config.appUrl = 'https://grafana.example/';
    expect(linkTo('queue-1')).toBe('https://grafana.example/a/resilience-nearmiss-app/nm/queue-1');
    expect(linkTo('a/b?c')).toBe('https://grafana.example/a/resilience-nearmiss-app/nm/a%2Fb%3Fc');
  });
});
