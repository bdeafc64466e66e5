import { draftAddress } from './draftAddress';
import type { Draft } from '../../domain/codec/decoded';

const aDraft = (over: Partial<Draft> = {}): Draft => ({
  annotationId: 1,
  created: 20_000_000,
  time: 10_000_000,
  timeEnd: 12_000_000,
  text: '',
  tags: ['near-miss'],
  dashboardUid: 'a b',
  panelId: 4,
  login: 'anna',
  ...over,
});

it('shows as much before and after as the draft is long', () => {
  expect(draftAddress(aDraft())).toBe('/d/a%20b?from=8000000&to=14000000&viewPanel=4');
});

it('shows half an hour around an instant, on the whole dashboard when no panel is known', () => {
  expect(draftAddress(aDraft({ timeEnd: 10_000_000, panelId: 0 }))).toBe('/d/a%20b?from=8200000&to=11800000');
});

it('leads nowhere for a draft of the organization', () => {
  expect(draftAddress(aDraft({ dashboardUid: '' }))).toBeNull();
});
