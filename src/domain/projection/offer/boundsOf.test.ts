import { boundsOf } from './boundsOf';

const none = { steps: [], mode: 'absolute', thresholdsShown: false } as const;

it('knows where percentages end', () => {
  expect(boundsOf({ ...none, unit: 'percent' }, [10, 40])).toEqual({ floor: 0, ceiling: 100 });
  expect(boundsOf({ ...none, unit: 'percentunit' }, [0.1, NaN])).toEqual({ floor: 0, ceiling: 1 });
  expect(boundsOf({ ...none, unit: 'bytes' }, [10])).toEqual({});
});

it('takes the min and max of the panel otherwise', () => {
  expect(boundsOf({ ...none, unit: 'bytes', min: 0, max: 4096 }, [10, 40])).toEqual({ floor: 0, ceiling: 4096 });
});

it('lets the max of the panel open a percentage: four CPUs reach 400 %, and an axis that ends at 50 no less than 100', () => {
  expect(boundsOf({ ...none, unit: 'percent', max: 400 }, [10])).toEqual({ floor: 0, ceiling: 400 });
  expect(boundsOf({ ...none, unit: 'percent', min: 20, max: 50 }, [30])).toEqual({ floor: 0, ceiling: 100 });
});

it('takes no bound that was overstepped: eight CPUs count to 800 %', () => {
  expect(boundsOf({ ...none, unit: 'percent' }, [10, 340])).toEqual({ floor: 0 });
  expect(boundsOf({ ...none, min: 0, max: 50 }, [-1, 40])).toEqual({ ceiling: 50 });
});

it('takes no max that the panel has a threshold beyond: it is where its axis ends', () => {
  expect(boundsOf({ ...none, max: 50, steps: [{ value: 80, colour: 'orange' }] }, [40])).toEqual({});
  expect(boundsOf({ ...none, max: 50, mode: 'percentage', steps: [{ value: 80 }] }, [40])).toEqual({ ceiling: 50 });
});

it('is not opened by a threshold that nobody set, or that was meant in another unit', () => {
  expect(boundsOf({ ...none, max: 50, steps: [{ value: 80 }] }, [40])).toEqual({ ceiling: 50 });
  const drawn = { ...none, thresholdsShown: true, unit: 'percentunit' };
  expect(boundsOf({ ...drawn, steps: [{ value: 90 }] }, [0.4])).toEqual({ floor: 0, ceiling: 1 });
  expect(boundsOf({ ...drawn, steps: [{ value: 1.5 }] }, [0.4])).toEqual({ floor: 0 });
});
