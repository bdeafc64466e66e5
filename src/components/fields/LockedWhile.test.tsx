import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { LockedWhile } from './LockedWhile';

const form = (busy: boolean) => (
  <LockedWhile busy={busy}>
    <input aria-label="Title" />
  </LockedWhile>
);

it('takes no typing while busy, and loses nothing of what stood there', async () => {
  const shown = render(form(false));
  await userEvent.type(screen.getByRole('textbox'), 'before');
  shown.rerender(form(true));
  await userEvent.type(screen.getByRole('textbox'), ' meanwhile');
  expect(screen.getByRole('textbox')).toHaveValue('before');
  shown.rerender(form(false));
  await userEvent.type(screen.getByRole('textbox'), ' and after');
  expect(screen.getByRole('textbox')).toHaveValue('before and after');
});
