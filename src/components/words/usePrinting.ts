import { useSyncExternalStore } from 'react';

/** Whether the page is being laid out for paper; true in time for what is printed. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => isAsked || window.matchMedia('print').matches);
}

// Browsers count the pages before they tell a media query of it, and print no more pages than they counted.
let isAsked = false;

function subscribe(listener: () => void): () => void {
  const media = window.matchMedia('print');
  const begins = () => {
    isAsked = true;
    listener();
  };
  const ends = () => {
    isAsked = false;
    listener();
  };
  media.addEventListener('change', listener);
  window.addEventListener('beforeprint', begins);
  window.addEventListener('afterprint', ends);
  return () => {
    media.removeEventListener('change', listener);
    window.removeEventListener('beforeprint', begins);
    window.removeEventListener('afterprint', ends);
  };
}
