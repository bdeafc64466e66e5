import { config } from '@grafana/runtime';
import { whoAmI } from './whoAmI';

const before = { ...config.bootData.user };
afterEach(() => Object.assign(config.bootData.user, before));

const am = (user: object) => {
  Object.assign(config.bootData.user, { permissions: undefined, isGrafanaAdmin: false, orgRole: 'Viewer' }, user);
  return whoAmI();
};

it('tells who is signed in', () => {
  expect(am({ login: 'anna', orgId: 2, uid: 'u1', id: 7, isSignedIn: true })).toMatchObject({
    login: 'anna',
    orgId: 2,
    uid: 'u1',
    signedIn: true,
  });
  expect(am({ uid: '', id: 7 }).uid).toBe('7');
  expect(am({ uid: '', id: 0 }).uid).toBe('');
});

it('lets configure who may write plugin settings', () => {
  expect(am({ permissions: { 'plugins:write': true } }).canEditConfiguration).toBe(true);
  expect(am({ permissions: {}, orgRole: 'Admin' }).canEditConfiguration).toBe(true);
  expect(am({ isGrafanaAdmin: true }).canEditConfiguration).toBe(true);
  expect(am({ permissions: {}, orgRole: 'Editor' }).canEditConfiguration).toBe(false);
});
