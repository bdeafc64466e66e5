import type { PanelRendererProps } from '@grafana/runtime';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { A_RISING_TREND } from '../../testing/builders/aRisingTrend';
import { AN_OPEN_PROJECTION } from '../../testing/builders/builders';
import { testIds } from '../testIds';
import { NearMissGraph } from './NearMissGraph';
import { storyEnd } from './storyFrames';

let drawn: PanelRendererProps | undefined;
let hasPlot = true;

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual('@grafana/runtime'),
  PanelRenderer: (props: PanelRendererProps) => {
    drawn = props;
    return hasPlot ? <div className="u-over" /> : null;
  },
}));

const { series, stretch, limit, actedAt } = A_RISING_TREND;
const quarter = (stretch.to - stretch.from) / 4;
const range = { from: stretch.from - 9 * quarter, to: actedAt };
const subject = { series: [series], stretch, limit, projection: AN_OPEN_PROJECTION, actedAt, range, timeZone: 'utc' };

const shown = () => [drawn?.data?.timeRange.from.valueOf(), drawn?.data?.timeRange.to.valueOf()];
const overlay = () => decodeURIComponent(document.querySelector('img')?.getAttribute('src') ?? '');

beforeEach(() => {
  hasPlot = true;
  const box = { left: 40, top: 10, width: 500, height: 200, right: 540, bottom: 210, x: 40, y: 10, toJSON: () => '' };
  jest.spyOn(HTMLDivElement.prototype, 'getBoundingClientRect').mockReturnValue(box);
});

it('begins a little before the stretch and ends shortly after the crossing', () => {
  render(<NearMissGraph {...subject} />);
  const crossing = actedAt + 75 * 60_000;
  const from = stretch.from - quarter;
  expect(shown()).toEqual([from, crossing + (crossing - from) / 10]);
});

it('begins as early as there was something to see where a stretch may be chosen', () => {
  render(<NearMissGraph {...subject} onStretch={jest.fn()} />);
  expect(shown()[0]).toBe(range.from);
});

it('shows the whole horizon when asked, and the road alone again', async () => {
  render(<NearMissGraph {...subject} />);
  const cropped = shown();
  await userEvent.click(screen.getByRole('button', { name: 'Show the whole horizon' }));
  expect(shown()).toEqual([cropped[0], storyEnd({ projection: AN_OPEN_PROJECTION })]);
  await userEvent.click(screen.getByRole('button', { name: 'Show the road again' }));
  expect(shown()).toEqual(cropped);
});

it('takes a part that is dragged over for a stretch also to the right of the road', async () => {
  const onStretch = jest.fn();
  render(<NearMissGraph {...subject} onStretch={onStretch} />);
  await userEvent.click(screen.getByRole('button', { name: 'Show the whole horizon' }));
  const end = storyEnd({ projection: AN_OPEN_PROJECTION }) ?? 0;
  act(() => drawn?.onChangeTimeRange?.({ from: end - 2_000.4, to: end - 1_000 }));
  expect(onStretch).toHaveBeenCalledWith({ from: end - 2_000, to: end - 1_000 });
});

it('lays zone, margin and words over what Grafana draws, and lets pointers through', async () => {
  render(<NearMissGraph {...subject} />);
  await waitFor(() => expect(overlay()).toContain('at least 48 min'));
  expect(overlay()).toMatch(/nm-hatch/);
  expect(overlay()).toMatch(/25 K around/);
  expect(overlay()).not.toContain('polyline');
  const image = document.querySelector('img');
  expect(image).toHaveAttribute('alt', '');
  expect(image?.style.width).toBe('500px');
});

it('puts its words where Grafana has the limit: both have one range of values', async () => {
  render(<NearMissGraph {...subject} />);
  await waitFor(() => expect(overlay()).toContain('<svg'));
  const { min, max } = drawn?.data?.series[0]?.fields[1]?.config ?? {};
  const [low, high] = [Number(min), Number(max)];
  const y = Number(/<line x1="0" y1="([\d.]+)" x2="500"/.exec(overlay())?.[1]);
  expect(y).toBeCloseTo((200 * (high - limit.value)) / (high - low), 0);
});

it('is drawn by Grafana alone where no place for words is found, or the acting is not known', () => {
  hasPlot = false;
  render(<NearMissGraph {...subject} />);
  hasPlot = true;
  render(<NearMissGraph {...subject} actedAt={null} />);
  expect(document.querySelector('img')).toBeNull();
  expect(drawn?.data?.series.length).toBeGreaterThan(1);
});

it('has a legend only for several series', () => {
  const legend = () => JSON.stringify(drawn?.options);
  render(<NearMissGraph {...subject} />);
  expect(legend()).toContain('"showLegend":false');
  render(<NearMissGraph {...subject} series={[series, { ...series, name: 'other' }]} />);
  expect(legend()).toContain('"showLegend":true');
});

it('is nothing without a series, whatever the limit', () => {
  render(<NearMissGraph {...subject} series={[]} />);
  expect(screen.queryByTestId(testIds.graph)).not.toBeInTheDocument();
});
