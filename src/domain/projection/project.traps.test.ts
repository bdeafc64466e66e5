import type { ProjectionInput } from './project';
import { project } from './project';
import { proposeStretch } from './proposeStretch';

const MINUTE = 60_000;
const START = 1_700_000_000_000;

type Series = Pick<ProjectionInput, 'times' | 'values'>;

function series(count: number, height: (index: number) => number): Series {
  const indices = Array.from({ length: count }, (_, i) => i);
  return { times: indices.map((i) => START + i * MINUTE), values: indices.map(height) };
}

function between({ times, values }: Series, from: number, to: number): Series {
  const inside = (time: number | undefined) => time !== undefined && time >= from && time <= to;
  return { times: times.filter(inside), values: values.filter((_, i) => inside(times[i])) };
}

/** Minutes after the last point; Infinity for "not within the horizon". */
function leadOf({ times, values }: Series, limit: number, extra: Partial<ProjectionInput> = {}) {
  const last = times.at(-1) ?? NaN;
  const result = project({ times, values, limit, horizon: 2 * (last - (times[0] ?? NaN)), ...extra });
  const minutes = (moment: number | null) => (moment === null ? Infinity : (moment - last) / MINUTE);
  return result.ok
    ? { lo: minutes(result.lo), crossing: minutes(result.crossing), hi: minutes(result.hi), p: result.p }
    : { refused: result.reason, lo: Infinity, crossing: Infinity, hi: Infinity, p: 0 };
}

/** A small wobble without a period of its own, -1..1. */
const wobble = (i: number) => Math.sin(i * 12.9898) * Math.cos(i * 4.1414);

describe('project, where others go wrong', () => {
  it('keeps its digits far from 1970: the same answer a thousand years later', () => {
    const leak = series(400, (i) => 10 + i / 10 + wobble(i));
    const later = { ...leak, times: leak.times.map((time) => time + 1000 * 365.25 * 86_400_000) };
    expect(leadOf(later, 70).crossing).toBeCloseTo(leadOf(leak, 70).crossing, 1);
  });

  it('is late, not wrong, on a frame of averages, which hide the peaks that meet the limit', () => {
    const saw = series(600, (i) => 20 + i / 20 + 25 * ((i % 40) / 40));
    const averages = {
      times: saw.times.filter((_, i) => i % 40 === 39),
      values: saw.times
        .filter((_, i) => i % 40 === 39)
        .map((_, k) => saw.values.slice(k * 40, k * 40 + 40).reduce((a, b) => a + b, 0) / 40),
    };
    expect(leadOf(averages, 95).crossing).toBeGreaterThan(leadOf(saw, 95).crossing);
  });

  it('refuses a percentage beyond 100 % and answers for one below', () => {
    const disk = series(400, (i) => 0.4 + i / 1000);
    expect(leadOf(disk, 1.2, { ceiling: 1 }).refused).toBe('limit-unreachable');
    expect(leadOf(disk, 0.95, { ceiling: 1 }).crossing).toBeCloseTo(150, -1.5);
  });

  it('runs free space down to the reserved blocks rather than to zero', () => {
    const free = series(400, (i) => 500 - i + wobble(i));
    const reserved = leadOf(free, 50, { floor: 0 });
    const empty = leadOf(free, 0, { floor: 0 });
    expect(reserved.crossing).toBeGreaterThan(40);
    expect(reserved.crossing).toBeLessThan(empty.crossing);
    expect(leadOf(free, -1, { floor: 0 }).refused).toBe('limit-unreachable');
  });

  it('needs no log axis: what doubles is met within twice and half of the true time', () => {
    const doubling = series(600, (i) => 5 * 2 ** (i / 160));
    const truth = 160 * Math.log2(150 / 5) - 599;
    expect(leadOf(doubling, 150).crossing).toBeLessThan(2 * truth);
    expect(leadOf(doubling, 150).crossing).toBeGreaterThan(truth / 2);
  });

  it('takes a sum whose largest part was restarted for less likely than the part that grows', () => {
    const part = series(400, (i) => 20 + i / 5);
    const sum = series(400, (i) => 20 + i / 5 + (i < 300 ? 60 : 0));
    expect(leadOf(sum, 180).p).toBeLessThan(leadOf(part, 120).p);
  });

  it('says less of a growth when the aftermath of acting is left in', () => {
    const acted = series(440, (i) => (i < 400 ? 20 + i / 5 : 22));
    const upToActing = between(acted, START, START + 399 * MINUTE);
    expect(leadOf(upToActing, 120).p).toBeGreaterThan(0.6);
    expect(leadOf(acted, 120).p).toBeLessThan(0.4);
  });

  it('is slowed by flat hours before the growth, and put right by the proposed stretch', () => {
    const leak = series(800, (i) => 20 + wobble(i) + Math.max(0, i - 600) / 5);
    const stretch = proposeStretch(leak.times, leak.values, Infinity) ?? { from: NaN, to: NaN };
    const truth = 5 * (90 - (leak.values[799] ?? NaN));
    const off = (crossing: number) => Math.abs(crossing - truth) / truth;
    const right = leadOf(between(leak, stretch.from, stretch.to), 90, { horizon: 800 * MINUTE }).crossing;
    expect(off(right)).toBeLessThan(0.15);
    expect(off(right)).toBeLessThan(off(leadOf(leak, 90, { horizon: 800 * MINUTE }).crossing));
  });

  it('believes the time since a deploy more than the time before it', () => {
    const leak = series(600, (i) => 20 + wobble(i) / 4 + i / 100 + Math.max(0, i - 380) / 4);
    const truth = (120 - (leak.values[599] ?? NaN)) / (1 / 100 + 1 / 4);
    expect(Math.abs(leadOf(leak, 120).crossing - truth) / truth).toBeLessThan(0.35);
  });

  it('lets the chance fall, not only the interval widen, for a cache that fills up', () => {
    const cache = series(600, (i) => 80 * (1 - Math.exp(-i / 120)) + wobble(i) / 2);
    const steady = series(600, (i) => (80 * i) / 600 + wobble(i) / 2);
    expect(leadOf(cache, 95).p).toBeLessThan(0.5);
    expect(leadOf(cache, 95).p).toBeLessThan(leadOf(steady, 95).p - 0.15);
  });

  it('lets the chance fall where a log is rotated before it can fill the disk', () => {
    const rotated = series(600, (i) => 20 + (i % 150) / 3 + wobble(i));
    const plain = series(600, (i) => 20 + i / 12 + wobble(i));
    expect(leadOf(rotated, 90).p).toBeLessThan(leadOf(plain, 90).p);
  });

  it('takes stale markers and missed scrapes for gaps, never for zeros', () => {
    const leak = series(400, (i) => 40 + i / 10 + wobble(i));
    const stale = {
      ...leak,
      values: leak.values.map((value, i) => (i % 9 === 4 || (i > 150 && i < 200) ? NaN : value)),
    };
    const missed = { ...leak, values: leak.values.map((value, i) => (i % 60 === 30 ? 0 : value)) };
    const whole = leadOf(leak, 100).crossing;
    expect(Math.abs(leadOf(stale, 100).crossing - whole)).toBeLessThan(0.2 * whole);
    expect(Math.abs(leadOf(missed, 100).crossing - whole)).toBeLessThan(0.2 * whole);
  });

  it('burns an error budget down its stairs to zero, and not below', () => {
    const budget = series(480, (i) => 100 - 10 * Math.floor(i / 60));
    const { lo, crossing } = leadOf(budget, 0, { floor: 0 });
    expect(lo).toBeLessThanOrEqual(180);
    expect(Math.abs(crossing - 120)).toBeLessThan(90);
  });

  it('writes its answer as JSON without loss: open ends are null, never Infinity', () => {
    const leak = series(300, (i) => i / 10 + 3 * wobble(i));
    const result = project({ ...leak, limit: 60, horizon: 600 * MINUTE });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});
