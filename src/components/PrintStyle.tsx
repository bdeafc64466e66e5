import React from 'react';

/** While this is shown, paper gets what has that test id alone, in black on white, without Grafana around it. */
export function PrintStyle({ of }: { of: string }) {
  return <style>{CSS.replaceAll('PAGE', `[data-testid="${of}"]`)}</style>;
}

const CSS = `@media print {
  body *:not(:has(PAGE), PAGE, PAGE *, style) { display: none !important; }
  html, body, :has(PAGE) { background: none !important; display: block !important; height: auto !important; margin: 0 !important;
    overflow: visible !important; padding: 0 !important; position: static !important; }
  :root { background: #fff !important; color-scheme: light !important; }
  PAGE, PAGE *, PAGE *::before, PAGE *::after { background: none !important; border-color: #999 !important;
    box-shadow: none !important; color: #000 !important; text-shadow: none !important; }
}`;
