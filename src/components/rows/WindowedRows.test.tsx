import { act, fireEvent, render, screen } from '@testing-library/react';
import React from 'react';
import { WindowedRows } from './WindowedRows';

const show = (count: number, headings?: ReadonlyMap<number, string>) =>
  render(
    <WindowedRows
      label="Near misses"
      items={Array.from({ length: count }, (_, index) => index)}
      keyOf={(index) => index}
      heightOf={() => 100}
      headings={headings}
    >
      {(index) => <a href={`#${index}`}>row {index}</a>}
    </WindowedRows>
  );

it('draws a handful of five thousand rows and tells screen readers of all', () => {
  show(5000);
  const rows = screen.getAllByRole('listitem');
  expect(rows.length).toBeLessThan(40);
  expect(rows[0]).toHaveAttribute('aria-setsize', '5000');
  expect(screen.getByRole('list', { name: 'Near misses' })).toHaveStyle({ height: '500000px' });
});

it('draws the last row when any ancestor has been scrolled to the end', () => {
  show(5000);
  const list = screen.getByRole('list');
  Object.assign(list, { getBoundingClientRect: () => ({ top: -499_500 }) });
  act(() => {
    fireEvent.scroll(document.body);
  });
  expect(screen.getByRole('link', { name: 'row 4999' })).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: 'row 0' })).not.toBeInTheDocument();
});

it('shows no row for an empty list', () => {
  show(0);
  expect(screen.queryByRole('listitem')).not.toBeInTheDocument();
});

it('has headings that move what stands below them, and that no item counts', () => {
  show(
    3,
    new Map([
      [0, 'cart · 1 near miss'],
      [1, 'shop · 2 near misses'],
    ])
  );
  expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
    'cart · 1 near miss',
    'shop · 2 near misses',
  ]);
  const row = screen.getByRole('link', { name: 'row 1' }).closest('li');
  expect(row).toHaveStyle({ top: '172px' });
  expect(row).toHaveAttribute('aria-posinset', '2');
  expect(row).toHaveAttribute('aria-setsize', '3');
  expect(screen.getByRole('list')).toHaveStyle({ height: '372px' });
});
