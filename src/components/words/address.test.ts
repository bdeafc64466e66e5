import type { Draft } from '../../domain/codec/decoded';
import { urlUtil } from '@grafana/data';
import { config } from '@grafana/runtime';
import fc from 'fast-check';
import { panelVariables } from '../../capture/material/panelVariables';
import { decode } from '../../domain/codec/decode';
import { encodeRecord } from '../../domain/codec/encodeRecord';
import { someVariables } from '../../testing/builders/arbitraries';
import { A_SOURCE, aRecord } from '../../testing/builders/builders';
import { draftAddress, rangeAroundDraft, sourceAddress } from './address';

const { orgId } = config.bootData.user;
afterEach(() => {
  config.bootData.user.orgId = orgId;
});

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

describe('the address of a graph', () => {
  const range = { from: 1, to: 3 };
  const at = (over: Partial<typeof A_SOURCE>) => sourceAddress({ ...A_SOURCE, variables: {}, range, ...over });
  const search = (address: string) => address.slice(address.indexOf('?'));

  it('has one var- for each value, commas inside as they are, and each ad-hoc filter', () => {
    const address = at({
      variables: { service: ['cart', 'payments, EU'], Filters: ['a|=|b', 'c|=|d'], job: '$__all' },
    });
    expect(address).toBe(
      '/d/checkout?from=1&to=3&var-service=cart&var-service=payments%2C+EU&var-Filters=a%7C%3D%7Cb&var-Filters=c%7C%3D%7Cd&var-job=%24__all&viewPanel=4'
    );
    // As Grafana's own location service reads it, which the dashboards take their variables from.
    expect(urlUtil.parseKeyValue(search(address).slice(1))).toMatchObject({
      'var-service': ['cart', 'payments, EU'],
      'var-Filters': ['a|=|b', 'c|=|d'],
      'var-job': '$__all',
    });
  });

  it('leads back to the values that were seen, whatever they are, through what is stored', () => {
    fc.assert(
      fc.property(someVariables, (variables) => {
        const record = aRecord({ source: { ...A_SOURCE, variables } });
        const read = decode({ id: 7, ...encodeRecord(record, { kind: 'organization' }, '') });
        const source = read.what === 'record' ? read.record.source : null;
        expect(source?.variables).toEqual(variables);
        expect(source && panelVariables(search(sourceAddress(source)), {}, []).variables).toEqual(variables);
      })
    );
  });

  it('has the range of the dashboard where the panel shifts its time', () => {
    expect(at({ dashboardRange: { from: 101, to: 103 } })).toBe('/d/checkout?from=101&to=103&viewPanel=4');
  });

  it('names the organization it is read in, as that of a draft does, where there is one', () => {
    config.bootData.user.orgId = 4;
    expect(at({})).toBe('/d/checkout?from=1&to=3&viewPanel=4&orgId=4');
    expect(draftAddress(aDraft())).toMatch(/&viewPanel=4&orgId=4$/);
    config.bootData.user.orgId = 0;
    expect(at({})).not.toContain('orgId');
  });
});
