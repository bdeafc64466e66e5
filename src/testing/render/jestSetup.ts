import '@testing-library/jest-dom';
import { TextDecoder, TextEncoder } from 'node:util';

// What browsers have, @grafana/ui asks for, and jsdom lacks.
Object.assign(globalThis, { TextEncoder, TextDecoder });

/** Fixtures lie in autumn 2026: on a machine whose clock is behind that, forms would ask whether they are still to come. */
const AFTER_FIXTURES = Date.UTC(2026, 10, 28);
const behind = Math.max(0, AFTER_FIXTURES - Date.now());
const present = Date.now;
Date.now = () => present() + behind;

class NoResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

class NoIntersectionObserver extends NoResizeObserver {
  takeRecords() {
    return [];
  }
}

Object.assign(globalThis, {
  ResizeObserver: NoResizeObserver,
  IntersectionObserver: NoIntersectionObserver,
});

/**
 * jsdom parses each style element and asks every rule of it for each role that a test looks for, which took most of the
 * time of all tests. What is hidden is hidden by attributes and by not being drawn, so no test needs them.
 */
function keepStylesOut(head: HTMLHeadElement): void {
  const insertBefore = head.insertBefore.bind(head);
  const insert: typeof head.insertBefore = (node, before) =>
    node instanceof HTMLStyleElement ? node : insertBefore(node, before);
  head.insertBefore = insert;
  head.appendChild = (node) => insert(node, null);
}

if (typeof window !== 'undefined') {
  window.matchMedia = (query) => ({
    matches: false,
    media: query,
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
    addEventListener: () => {},
    removeEventListener: () => {},
    dispatchEvent: () => false,
  });
  HTMLCanvasElement.prototype.getContext = () => null;
  keepStylesOut(document.head);
}
