import { useSyncExternalStore } from 'react';

/** Whether the page is being laid out for paper; true in time for what is printed. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, isPrinting);
}

function subscribe(listener: () => void): () => void {
  const paper = window.matchMedia('print');
  paper.addEventListener('change', listener);
  return () => paper.removeEventListener('change', listener);
}

function isPrinting(): boolean {
  return window.matchMedia('print').matches;
}
