import React from 'react';
import { testIds } from '../../components/testIds';

/** While this page is shown, paper gets the near miss alone, in black on white, without Grafana around it. */
export function PrintStyle() {
  return <style>{CSS}</style>;
}

const PAGE = `[data-testid="${testIds.page}"]`;

const CSS = `@media print {
  body * { visibility: hidden; }
  ${PAGE}, ${PAGE} * { visibility: visible; color: #000 !important; background: transparent !important; }
  ${PAGE} { position: absolute; left: 0; right: 0; top: 0; }
}`;
