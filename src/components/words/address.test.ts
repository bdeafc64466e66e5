import type { Draft } from '../../domain/codec/decoded';
import { draftAddress, rangeAroundDraft } from './address';

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

const HALF_AN_HOUR = 30 * 60_000;

it('is three times as long as a region', () => {
  expect(rangeAroundDraft({ time: 100, timeEnd: 150 })).toEqual({ from: 50, to: 200 });
});

it('is an hour around an instant, also around one that ends before it begins', () => {
  expect(rangeAroundDraft({ time: 100, timeEnd: 100 })).toEqual({ from: 100 - HALF_AN_HOUR, to: 100 + HALF_AN_HOUR });
  expect(rangeAroundDraft({ time: 100, timeEnd: 0 })).toEqual({ from: 100 - HALF_AN_HOUR, to: 100 + HALF_AN_HOUR });
});
