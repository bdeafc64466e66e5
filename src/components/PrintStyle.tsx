import React from 'react';

/** While a page shows this, paper gets its element with that test id alone, in black on white, without Grafana around it. */
export function PrintStyle({ testId }: { testId: string }) {
  return <style>{printCss(`[data-testid="${testId}"]`)}</style>;
}

const printCss = (page: string) => `@media print {
  body *:not(:has(${page}), ${page}, ${page} *, style) { display: none !important; }
  html, body, :has(${page}) { background: none !important; display: block !important; height: auto !important; margin: 0 !important;
    overflow: visible !important; padding: 0 !important; position: static !important; }
  :root { background: #fff !important; color-scheme: light !important; }
  ${page}, ${page} *, ${page} *::before, ${page} *::after { background: none !important; border-color: #999 !important;
    box-shadow: none !important; color: #000 !important; text-shadow: none !important; }
}`;
