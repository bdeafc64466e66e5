import type { PanelRendererProps } from '@grafana/runtime';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { packEvidence } from '../../../domain/series/packEvidence';
import { withGaps } from '../../../domain/series/withGaps';
import { plainSpeech } from '../../../domain/story/plainSpeech';
import { A_RISING_TREND } from '../../../testing/builders/aRisingTrend';
import { aNearMiss } from '../../../testing/builders/builders';
import { HowSureOfIt } from './HowSureOfIt';
import { RoadNotTaken } from './RoadNotTaken';

let drawn: PanelRendererProps['data'];

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual('@grafana/runtime'),
  PanelRenderer: ({ data }: PanelRendererProps) => {
    drawn = data;
    return null;
  },
}));

const { series, stretch } = A_RISING_TREND;

it('draws the chosen series alone, with its gap, and how sure it is says how much was not measured', async () => {
  const isMissing = (at: number) => at > stretch.to - 100 * 60_000 && at < stretch.to - 40 * 60_000;
  const values = series.values.map((value, i) => (isMissing(series.times[i] ?? 0) ? null : value));
  const gapped = { ...series, ...withGaps(series.times, values) };
  const evidence = packEvidence([gapped, { ...series, name: 'another' }], stretch);
  const told = { nearMiss: aNearMiss({ evidence }), speech: plainSpeech };
  render(
    <>
      <RoadNotTaken {...told} />
      <HowSureOfIt {...told} />
    </>
  );
  const measured = drawn?.series.filter(({ name }) => name && !/^(band|seen|Had it gone on)/.test(name));
  expect(measured?.map(({ name }) => name)).toEqual(['orders waiting']);
  expect(measured?.[0]?.fields[1]?.values.filter((value: unknown) => value === null)).toHaveLength(1);
  await userEvent.click(screen.getByText(/^How sure are we\?/));
  expect(screen.getByText(/ of it not measured\.$/)).toBeInTheDocument();
});
