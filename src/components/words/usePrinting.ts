import { useMedia } from './useMedia';

/** Whether the page is being laid out for paper; true in time for what is printed. */
export function usePrinting(): boolean {
  return useMedia('print');
}
