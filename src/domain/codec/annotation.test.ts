import { readAnnotation } from './annotation';

it('fills in what Grafana leaves out', () => {
  expect(readAnnotation({ id: 5, time: 7 })).toEqual({
    ...{
      id: 5,
      dashboardUid: '',
      panelId: 0,
      created: 0,
      updated: null,
      time: 7,
      timeEnd: 7,
      text: '',
      tags: [],
      login: '',
    },
  });
});

it.each([undefined, 0, null, 'x'])('does not know when it was last patched where Grafana says %j', (updated) => {
  expect(readAnnotation({ id: 5, created: 7, updated })).toMatchObject({ created: 7, updated: null });
});

it('takes every part of a wrong type for one that is missing', () => {
  const wrong = {
    dashboardUID: 5,
    panelId: '4',
    created: null,
    updated: {},
    time: '7',
    timeEnd: NaN,
    text: [],
    tags: 'near-miss',
    login: 0,
  };
  expect(readAnnotation({ id: 5, ...wrong })).toEqual(readAnnotation({ id: 5 }));
  expect(readAnnotation({ id: 5, tags: ['a', 7, null, 'b'] })?.tags).toEqual(['a', 'b']);
});

it.each([{}, { id: 0 }, { id: -1 }, { id: '5' }, { id: NaN }, { id: Infinity }, [], null, 'x'])(
  'is none without a usable id: %j',
  (raw) => {
    expect(readAnnotation(raw)).toBeNull();
  }
);

it('keeps the order of times that no calendar has', () => {
  expect(readAnnotation({ id: 1, time: -9e18, timeEnd: 9e18 })).toMatchObject({ time: -8.64e15, timeEnd: 8.64e15 });
});
