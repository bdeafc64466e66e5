/** Runs in the page before Grafana: notes long tasks, and the first frame after which an item has been painted where it can be seen. */
export function panelProbe(item) {
  performance.setResourceTimingBufferSize(5000);
  /** @type {{ tasks: Array<[start: number, took: number]>, first: number | null }} */
  const probe = { tasks: [], first: null };
  window.panelProbe = probe;
  new PerformanceObserver((list) => {
    list.getEntries().forEach(({ startTime, duration }) => probe.tasks.push([startTime, duration]));
  }).observe({ type: 'longtask', buffered: true });
  const look = () => {
    const box = document.querySelector(item)?.getBoundingClientRect();
    if (!box || box.height === 0 || box.bottom <= 0 || box.top >= window.innerHeight) {
      requestAnimationFrame(look);
      return;
    }
    const painted = new MessageChannel();
    painted.port1.onmessage = () => (probe.first = performance.now());
    painted.port2.postMessage(0);
  };
  requestAnimationFrame(look);
}

/** Once for 1.5 s neither a long task ended nor annotations came in: what it took, ms from the navigation. */
export async function settled() {
  const QUIET = 1500;
  for (;;) {
    const { tasks, first } = window.panelProbe;
    const calls = performance
      .getEntriesByType('resource')
      .filter(({ name }) => new URL(name).pathname === '/api/annotations');
    const ends = [...tasks.map(([start, took]) => start + took), ...calls.map((one) => one.startTime + one.duration)];
    const end = Math.max(first ?? 0, ...ends);
    if (performance.now() - end >= QUIET) {
      const asked = Math.min(...calls.map(({ startTime }) => startTime));
      return {
        askedToFirst: calls.length > 0 ? (first ?? 0) - asked : 0,
        settled: end,
        blocked: tasks.reduce((sum, [, took]) => sum + Math.max(0, took - 50), 0),
      };
    }
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** Drags the list to its end in sixty steps of two frames: the slowest of them in ms, and the words of the last item. */
export async function scrolledThrough(item) {
  const scrolls = (element) =>
    element.scrollHeight > element.clientHeight + 4 && /auto|scroll/.test(getComputedStyle(element).overflowY);
  let box = document.querySelector(item);
  while (box && !scrolls(box)) {
    box = box.parentElement;
  }
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  let slowest = 0;
  let before = performance.now();
  for (let step = 1; box && step <= 60; step++) {
    box.scrollTop = (box.scrollHeight * step) / 60;
    await frame();
    await frame();
    slowest = Math.max(slowest, performance.now() - before);
    before = performance.now();
  }
  const items = document.querySelectorAll(item);
  return { slowest, last: items[items.length - 1]?.textContent?.slice(0, 200) ?? '' };
}
