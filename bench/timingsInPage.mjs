/** Runs in the page before Grafana: takes the moments of a release, of a changed sentence and of the last stroke on a canvas. */
export function timingsInPage() {
  const QUIET_MS = 700;
  /** @type {number | null} */
  let start = null;
  /** @type {number | null} */
  let sentence = null;
  /** @type {number | null} */
  let stroke = null;

  for (const name of ['stroke', 'fill', 'clearRect', 'fillRect', 'fillText']) {
    const original = CanvasRenderingContext2D.prototype[name];
    CanvasRenderingContext2D.prototype[name] = function (...args) {
      const result = original.apply(this, args);
      // uPlot measures texts on canvases that nobody sees.
      if (this.canvas.isConnected) {
        stroke = performance.now();
      }
      return result;
    };
  }

  const reset = () => {
    start = null;
    sentence = null;
    stroke = null;
  };

  window.nearMissTimings = {
    /** From the moment the mouse is let go; `element` holds the sentence. */
    startWithRelease(element) {
      reset();
      window.addEventListener('mouseup', () => (start = performance.now()), { capture: true, once: true });
      const before = element.textContent;
      const watch = new MutationObserver(() => {
        if (sentence === null && element.textContent !== before) {
          sentence = performance.now();
          watch.disconnect();
        }
      });
      watch.observe(element, { childList: true, characterData: true, subtree: true });
    },
    /** From the next click. */
    startWithClick() {
      reset();
      window.addEventListener('click', () => (start = performance.now()), { capture: true, once: true });
    },
    /** Ms from the start until the page has such an element. */
    shown: (selector) =>
      new Promise((done) => {
        const look = () =>
          start !== null && document.querySelector(selector)
            ? done(performance.now() - start)
            : requestAnimationFrame(look);
        look();
      }),
    /** From the moment the answer to a query is there. */
    startWithAnswer() {
      reset();
      const watch = new PerformanceObserver((list) => {
        const answer = list.getEntries().findLast(({ name }) => name.includes('/api/ds/query'));
        if (answer instanceof PerformanceResourceTiming) {
          start = answer.responseEnd;
          watch.disconnect();
        }
      });
      watch.observe({ type: 'resource' });
    },
    /** Ms from the start, when nothing has been drawn for a while; null for what did not happen. */
    settled: () =>
      new Promise((done) => {
        const look = setInterval(() => {
          const last = Math.max(stroke ?? 0, sentence ?? 0);
          if (start !== null && last > start && performance.now() - last > QUIET_MS) {
            clearInterval(look);
            done({ sentence: sentence && sentence - start, graph: stroke && stroke - start });
          }
        }, 50);
      }),
  };
}
