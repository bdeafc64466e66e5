import { bucketPeaks } from './bucketPeaks';

const times = [0, 10, 20, 30, 40, 50, 60, 70, 80];

describe('bucketPeaks', () => {
  it('keeps the highest of each span, or the lowest turned over', () => {
    const values = [1, 5, 2, 2, 9, 3, 4, 4, 0];
    expect([...bucketPeaks({ times, values }, 2, 1)]).toEqual([5, 9]);
    expect([...bucketPeaks({ times, values }, 2, -1)]).toEqual([-1, -0]);
  });

  it('draws a line across spans without a point, however dense the others are', () => {
    expect([...bucketPeaks({ times: [0, 1, 2, 90, 100], values: [0, 2, 1, 8, 7] }, 4, 1)]).toEqual([2, 4, 6, 8]);
  });
});
