import React, { type ReactNode, useState } from 'react';
import { usePrinting } from '../../../components/words/usePrinting';

interface Props {
  title: string;
  /** For links of the page to it. */
  id?: string;
  children: ReactNode;
}

/** A part of the page that few need at once: folded on the screen, open on paper. */
export function Fold({ title, id, children }: Props) {
  const [open, setOpen] = useState(false);
  const printing = usePrinting();
  return (
    <details
      id={id}
      open={open || printing}
      // Paper opens it too, and what paper did must not stay.
      onToggle={(event) => !printing && setOpen(event.currentTarget.open)}
    >
      <summary>
        <h2>{title}</h2>
      </summary>
      {children}
    </details>
  );
}
