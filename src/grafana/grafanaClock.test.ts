import { createGrafanaClock } from './grafanaClock';

const NOON = Date.UTC(2026, 10, 3, 12);

it('knows no time before Grafana said one', () => {
  expect(createGrafanaClock().now()).toBeNull();
});

it('goes on from what Grafana said, however the browser’s clock is set', () => {
  let passed = 5_000;
  const clock = createGrafanaClock(() => passed);
  clock.heard(new Date(NOON).toUTCString());
  passed += 90_000;
  expect(clock.now()).toBe(NOON + 90_000);
});

it('takes the newest answer, and none from what is no date', () => {
  const clock = createGrafanaClock(() => 0);
  clock.heard(new Date(NOON).toUTCString());
  clock.heard(new Date(NOON - 3_600_000).toUTCString());
  [null, undefined, '', 'soon'].forEach(clock.heard);
  expect(clock.now()).toBe(NOON - 3_600_000);
});
