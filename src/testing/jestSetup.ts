import '@testing-library/jest-dom';
import { TextDecoder, TextEncoder } from 'node:util';

// What browsers have, @grafana/ui asks for, and jsdom lacks.
Object.assign(globalThis, { TextEncoder, TextDecoder });

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
}
