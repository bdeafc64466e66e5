import { render, screen } from '@testing-library/react';
import React from 'react';
import { plainSpeech } from '../../domain/story/plainSpeech';
import { aNearMiss, aNearMissWithoutGraph } from '../../testing/builders/builders';
import { NearMissRow } from './NearMissRow';
import { testIds } from '../testIds';

const show = (over: Parameters<typeof aNearMiss>[0] = {}, width = 600) =>
  render(<NearMissRow nearMiss={aNearMiss(over)} speech={plainSpeech} href="/a/app/nm/queue-1-abcd" width={width} />);

it('is one link with the title, beside margin, what saved it, where, status and when', () => {
  show();
  expect(screen.getByRole('link', { name: 'Orders piled up behind one consumer' })).toHaveAttribute(
    'href',
    '/a/app/nm/queue-1-abcd'
  );
  const row = screen.getByTestId(testIds.item);
  expect(row).toHaveTextContent('Margin: at least 48 min (9 in 10).');
  expect(row).toHaveTextContent('Saved by a person, luck · Team payments · checkout');
  expect(row).toHaveTextContent('Recorded');
  expect(row).toHaveTextContent('2026-11-03 14:58 UTC');
});

it('draws a still picture from the frozen points, hidden from screen readers', () => {
  const { container } = show();
  const picture = container.querySelector('img');
  expect(picture).toHaveAttribute('alt', '');
  expect(decodeURIComponent(picture?.getAttribute('src') ?? '')).toContain('<polyline');
});

it('shows what came of it once closed', () => {
  show({ status: 'closed', outcome: 'A second consumer runs all the time.' });
  expect(screen.getByTestId(testIds.item)).toHaveTextContent(
    'Margin: at least 48 min (9 in 10). A second consumer runs'
  );
});

it('says what almost happened once, where that is its title', () => {
  show({ title: '', almost: 'Orders would have been lost.' });
  expect(screen.getAllByText(/Orders would have been lost/)).toHaveLength(1);
});

it.each([
  [760, 240, 84, 101],
  [759, 240, 84, 117],
  [480, 240, 84, 117],
  [479, 463, 96, 241],
  [320, 304, 96, 241],
])('has its picture beside the words or, on a phone, above them (%i px)', (width, wide, high, row) => {
  const { container } = show({}, width);
  expect(container.querySelector('img')).toHaveAttribute('width', String(wide));
  expect(container.querySelector('img')).toHaveAttribute('height', String(high));
  expect(screen.getByTestId(testIds.item)).toHaveStyle({ height: `${row}px` });
});

it('says first of an example that it is one', () => {
  show({ example: true });
  expect(screen.getByText(/^Example · Saved by a person, luck · Team payments · checkout$/)).toBeInTheDocument();
});

it('does not show an outcome that was written before it was reopened', () => {
  show({ status: 'discussed', outcome: 'A second consumer runs all the time.' });
  expect(screen.queryByText(/A second consumer runs all the time/)).not.toBeInTheDocument();
});

it('says nothing of a margin without a graph', () => {
  render(<NearMissRow nearMiss={aNearMissWithoutGraph()} speech={plainSpeech} href="/x" width={600} />);
  expect(screen.getByTestId(testIds.item)).toHaveTextContent('Every payment would have been cut off after 30 ms.');
  expect(screen.getByTestId(testIds.item)).not.toHaveTextContent('Margin');
});

it('names a started one by its graph', () => {
  show({ title: '', almost: '', savedBy: [], status: 'started' });
  expect(screen.getByRole('link', { name: 'orders waiting towards 25 K' })).toBeInTheDocument();
  expect(screen.getByTestId(testIds.item)).not.toHaveTextContent('Saved by');
});

it('shows markup that somebody typed as text', () => {
  show({ title: '<img src=x onerror=alert(1)> & "quotes"' });
  expect(screen.getByRole('link', { name: '<img src=x onerror=alert(1)> & "quotes"' })).toBeInTheDocument();
});
