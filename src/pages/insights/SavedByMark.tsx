import React from 'react';
import type { SavedBy } from '../../domain/record/record';

const SHAPES: Readonly<Record<SavedBy, string>> = {
  person: 'M6 0A6 6 0 1 1-6 0A6 6 0 1 1 6 0Z',
  alert: 'M0-7L7 6H-7Z',
  automation: 'M-5.5-5.5H5.5V5.5H-5.5Z',
  review: 'M0-7.5L7.5 0L0 7.5L-7.5 0Z',
  luck: 'M-2-6H2V-2H6V2H2V6H-2V2H-6V-2H-2Z',
};

/** What saved it as a shape about its own middle, filled; a ring where several did, nothing where nobody said. */
export function SavedByShape({ savedBy: [first, ...more] }: { savedBy: readonly SavedBy[] }) {
  if (!first) {
    return null;
  }
  return more.length > 0 ? (
    <circle r="5" fill="none" stroke="currentColor" strokeWidth="3" />
  ) : (
    <path d={SHAPES[first]} fill="currentColor" />
  );
}

/** The shape in a line of text, before its word. */
export function SavedByMark({ savedBy }: { savedBy: readonly SavedBy[] }) {
  return (
    <svg viewBox="-8 -8 16 16" width="12" height="12" style={{ display: 'inline' }} aria-hidden>
      <SavedByShape savedBy={savedBy} />
    </svg>
  );
}
