import { config } from '@grafana/runtime';
import { memorySend } from '../testing/memorySend';
import { unfinishedOver } from './unfinishedOver';

const user = { ...config.bootData.user };
const { namespace } = config;

beforeEach(() => {
  window.localStorage.clear();
  am({ login: 'anna', orgId: 3, uid: 'u1', isSignedIn: true });
});
afterEach(() => {
  Object.assign(config.bootData.user, user);
  config.namespace = namespace;
});

const am = (over: object) => Object.assign(config.bootData.user, { id: 0 }, over);
const storage = (of: string, uid = 'u1') =>
  `GET /apis/userstorage.grafana.app/v0alpha1/namespaces/${of}/user-storage/resilience-nearmiss-app:${uid}`;
const asked = (send: ReturnType<typeof memorySend>) => send.asked.map(({ method, path }) => `${method} ${path}`);

it('is one for all that go the same way to Grafana', () => {
  const [here, elsewhere] = [memorySend({}), memorySend({})];
  expect(unfinishedOver(here)).toBe(unfinishedOver(here));
  expect(unfinishedOver(elsewhere)).not.toBe(unfinishedOver(here));
});

it('keeps in the browser what is the current user’s', () => {
  unfinishedOver(memorySend({})).keep('near-miss-01', 'cue', 'no dips');
  expect(Object.keys(window.localStorage)).toEqual(['resilience-nearmiss/unfinished/3/anna/near-miss-01/cue']);
  expect(unfinishedOver(memorySend({})).peek('near-miss-01', 'cue')).toMatchObject({ text: 'no dips' });
});

it.each([
  ['org-3', 'org-3'],
  ['', 'default'],
])('looks into the user’s storage in Grafana: namespace "%s" is %s', async (given, expected) => {
  config.namespace = given;
  const send = memorySend({});
  await unfinishedOver(send).open('near-miss-01', 'cue');
  expect(asked(send)).toEqual([storage(expected)]);
});

it('goes by the number of a user that has no uid', async () => {
  am({ uid: '', id: 7 });
  config.namespace = 'default';
  const send = memorySend({});
  await unfinishedOver(send).open('near-miss-01', 'cue');
  expect(asked(send)).toEqual([storage('default', '7')]);
});

it.each([
  ['somebody who is not signed in', { isSignedIn: false }],
  ['a user that Grafana gives no uid', { uid: '' }],
])('asks Grafana nothing for %s', async (_, who) => {
  am(who);
  const send = memorySend({});
  const texts = unfinishedOver(send);
  expect(texts.keep('near-miss-01', 'cue', 'no dips')).toBe('browser');
  expect(await texts.open('near-miss-01', 'cue')).toMatchObject({ kept: { text: 'no dips' } });
  expect(send.asked).toEqual([]);
});
