import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useState } from 'react';
import { settle } from '../../testing/render/settle';
import { useHeldOpen } from './useHeldOpen';

function Fold({ openAtFirst = false, heldAtFirst = false }) {
  const [held, setHeld] = useState(heldAtFirst);
  const fold = useHeldOpen(held, openAtFirst);
  return (
    <>
      <details {...fold}>
        <summary>More</summary>
        <p>inside</p>
      </details>
      <button onClick={() => setHeld(!held)}>{held ? 'mend' : 'break'}</button>
    </>
  );
}

const inside = () => screen.getByText('inside');
const summary = () => screen.getByText('More');

it('opens for what must be seen, and cannot be shut over it', async () => {
  render(<Fold />);
  expect(inside()).not.toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'break' }));
  expect(inside()).toBeVisible();
  await userEvent.click(summary());
  await waitFor(() => expect(inside()).toBeVisible());
  await userEvent.click(summary());
  await waitFor(() => expect(inside()).toBeVisible());
});

it('stays open once that is mended, and is then folded by hand alone', async () => {
  render(<Fold heldAtFirst />);
  await userEvent.click(screen.getByRole('button', { name: 'mend' }));
  await settle();
  expect(inside()).toBeVisible();
  await userEvent.click(summary());
  await settle();
  expect(inside()).not.toBeVisible();
});

it('is as it was wanted at first where nothing holds it', async () => {
  render(<Fold openAtFirst />);
  expect(inside()).toBeVisible();
  await userEvent.click(summary());
  await settle();
  expect(inside()).not.toBeVisible();
});
