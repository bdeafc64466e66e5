import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import type { Limit } from '../../domain/projection/limit';
import { LimitChips } from './LimitChips';

const OFFERS = [10, 20, 30, 40, 50].map((value): Limit => ({
  value,
  unit: '',
  direction: 'rising',
  text: String(value),
  origin: 'threshold',
}));

function open(limit: Limit | null, offers = OFFERS) {
  const onChoose = jest.fn();
  render(<LimitChips limit={limit} offers={offers} onChoose={onChoose} />);
  return { onChoose, user: userEvent.setup({ delay: null }) };
}

const shown = () =>
  screen.getAllByRole('button', { name: /^rises to/ }).map(({ textContent }) => parseInt(textContent ?? ''));

it('shows what fits into a line, and the others when asked', async () => {
  const { user, onChoose } = open(null);
  expect(shown()).toEqual([10, 20, 30]);
  const more = screen.getByRole('button', { name: '2 more' });
  expect(more).toHaveAttribute('aria-expanded', 'false');
  await user.click(more);
  expect(shown()).toEqual([10, 20, 30, 40, 50]);
  expect(more).toHaveFocus();
  await user.click(screen.getByRole('button', { name: /^rises to 50/ }));
  expect(onChoose).toHaveBeenCalledWith(OFFERS[4]);
  await user.click(screen.getByRole('button', { name: 'fewer' }));
  expect(shown()).toEqual([10, 20, 30]);
});

it('never hides the chosen one', () => {
  open(OFFERS[4] ?? null);
  expect(shown()).toEqual([10, 20, 30, 50]);
  expect(screen.getByRole('button', { name: /^rises to 50/ })).toHaveAttribute('aria-pressed', 'true');
});

it('offers no more where there are no more', () => {
  open(null, OFFERS.slice(0, 3));
  expect(shown()).toHaveLength(3);
  expect(screen.queryByRole('button', { name: /more|fewer/ })).not.toBeInTheDocument();
});
