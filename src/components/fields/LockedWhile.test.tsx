import { act, render, screen } from '@testing-library/react';
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

/** What browsers do to the field that is switched off, and jsdom does not. */
const loseFocus = () => act(() => screen.getByRole('textbox').blur());

it('gives the focus back once it is free again, unless it went elsewhere or was not there', async () => {
  const page = (busy: boolean) => (
    <>
      {form(busy)}
      <button>Elsewhere</button>
    </>
  );
  const shown = render(page(false));
  const busyAndBack = (meanwhile: () => void) => {
    shown.rerender(page(true));
    meanwhile();
    shown.rerender(page(false));
  };
  busyAndBack(() => {});
  expect(document.body).toHaveFocus();
  await userEvent.click(screen.getByRole('textbox'));
  busyAndBack(loseFocus);
  expect(screen.getByRole('textbox')).toHaveFocus();
  busyAndBack(() => act(() => screen.getByRole('button').focus()));
  expect(screen.getByRole('button')).toHaveFocus();
  act(() => screen.getByRole('button').blur());
  await userEvent.click(screen.getByRole('textbox'));
  loseFocus();
  busyAndBack(() => {});
  expect(document.body).toHaveFocus();
});
