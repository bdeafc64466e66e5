import { act } from '@testing-library/react';

/** Lets everything that needs no time of the clock happen, and React draw it. */
export const settle = (work: () => unknown = () => {}): Promise<void> =>
  act(async () => {
    work();
  });
