import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { plainSpeech } from '../../domain/story/plainSpeech';
import { projectStretch } from '../../domain/projection/projectStretch';
import { A_RISING_TREND } from '../../testing/builders/aRisingTrend';
import type { EvidenceSeries } from '../../domain/series/evidence';
import { withGaps } from '../../domain/series/withGaps';
import { HowSure } from './HowSure';

const { series, limit, stretch } = A_RISING_TREND;

async function open(window: { from: number; to: number }, value: number = limit.value, shown: EvidenceSeries = series) {
  const projection = projectStretch(shown, window, value);
  const to = { ...limit, value };
  render(<HowSure series={shown} limit={to} projection={projection} traits={{}} speech={plainSpeech} />);
  await userEvent.click(screen.getByText(/^How sure are we\?/));
  return projection;
}

const said = (term: string) => screen.getByText(term).nextElementSibling?.textContent ?? '';

it('tells the method, the points and the chance of the projection it belongs to', async () => {
  const projection = await open({ from: series.times[14] ?? 0, to: stretch.to });
  expect(said('Method')).toMatch(/peaks of the stretch.*replay those steps 400 times.*no further\.$/);
  expect(said('What it looked at')).toMatch(
    new RegExp(`^${projection.points} points between .*none from after acting\\.$`)
  );
  expect(projection).toMatchObject({ ok: true, hi: null });
  expect(said('Chance')).toMatch(/^Of \d+ such climbs, \d would have crossed within 3.5 h\. The others stop or turn/);
  expect(said('How early')).toMatch(/^9 in 10: not before .* UTC\. Half of those that go on: by \d\d:\d\d\.$/);
});

it('begins with the chance and ends with the method', async () => {
  await open({ from: series.times[14] ?? 0, to: stretch.to });
  const terms = screen.getAllByRole('term').map(({ textContent }) => textContent);
  const others = ['What it looked at', 'From half the stretch', 'From double the stretch'];
  expect(terms).toEqual(['Chance', 'How early', ...others, 'Method']);
});

it('tells what the last half and twice as much would have said, each by the projection itself', async () => {
  const from = series.times[20] ?? 0;
  const to = series.times[34] ?? 0;
  await open({ from, to }, 19_000);
  const half = projectStretch(series, { from: (from + to) / 2, to }, 19_000);
  const double = projectStretch(series, { from: from - (to - from), to }, 19_000);
  for (const [term, projection] of [
    ['From half the stretch', half],
    ['From double the stretch', double],
  ] as const) {
    const crossing = projection.ok ? projection.crossing : null;
    expect(crossing).not.toBeNull();
    const clock = plainSpeech.time(crossing ?? NaN, crossing ?? NaN);
    expect(said(term)).toMatch(new RegExp(`^(Of|Nearly).*would have crossed\\. .*that go on: by ${clock}`));
  }
});

it('says so where the points do not reach back, and where half of the stretch gives no answer', async () => {
  await open({ from: series.times[0] ?? 0, to: series.times[8] ?? 0 });
  expect(said('From double the stretch')).toBe('The points do not reach back that far.');
  expect(said('From half the stretch')).toBe('No answer: too few points.');
});

it('names no chance when the projection was refused, but what other stretches say', async () => {
  await open({ from: series.times[20] ?? 0, to: series.times[34] ?? 0 }, 100);
  expect(screen.queryByText('Chance')).not.toBeInTheDocument();
  expect(said('From half the stretch')).toBe('No answer: it moved away.');
});

const without = (isMissing: (minute: number) => boolean) => {
  const start = series.times[0] ?? 0;
  const values = series.values.map((value, i) => (isMissing(((series.times[i] ?? 0) - start) / 60_000) ? null : value));
  return { ...series, ...withGaps(series.times, values) };
};
const WHOLE = { from: series.times[0] ?? 0, to: stretch.to };

it('says at once how much of what it looked at was not measured, where that is much', async () => {
  await open(
    WHOLE,
    limit.value,
    without((minute) => minute > 30 && minute < 150)
  );
  expect(screen.getByText(/^How sure are we/)).toHaveTextContent('How sure are we? 2 h of the stretch not measured.');
  expect(said('What it looked at')).toMatch(/after acting\. 2 h of it not measured\.$/);
});

it('says it where it is asked what it looked at, where that is little', async () => {
  await open(
    WHOLE,
    limit.value,
    without((minute) => minute === 60)
  );
  expect(screen.getByText(/^How sure are we/)).toHaveTextContent(/^How sure are we\?$/);
  expect(said('What it looked at')).toMatch(/after acting\. 10 min of it not measured\.$/);
});

it('says nothing of the kind where all was measured, or what was not lies elsewhere', async () => {
  await open(
    { from: series.times[14] ?? 0, to: stretch.to },
    limit.value,
    without((minute) => minute === 20)
  );
  expect(screen.queryByText(/not measured/)).not.toBeInTheDocument();
});
