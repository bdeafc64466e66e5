import { type ReactEventHandler, useState } from 'react';

interface Held {
  open: boolean;
  onToggle: ReactEventHandler<HTMLDetailsElement>;
}

/**
 * For a `<details>` that must not be shut while `held`: what has to be seen lies inside. It stays open afterwards, for closing it
 * would take whoever mends that out of the field; from then on it is theirs to fold.
 */
export function useHeldOpen(held: boolean, openAtFirst = false): Held {
  const [opened, setOpened] = useState(openAtFirst);
  if (held && !opened) {
    setOpened(true);
  }
  return {
    open: opened,
    onToggle: ({ currentTarget }) => {
      // The browser has folded it by now, and for React nothing changed.
      currentTarget.open ||= held;
      setOpened(currentTarget.open);
    },
  };
}
