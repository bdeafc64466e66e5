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

const elsewhere = () => screen.getByRole('button', { name: 'Elsewhere' });

/** Browsers do this to a field that is switched off; in jsdom it takes a detour. */
const loseFocus = () =>
  act(() => {
    elsewhere().focus();
    elsewhere().blur();
  });

function open() {
  const page = (busy: boolean) => (
    <>
      {form(busy)}
      <button>Elsewhere</button>
    </>
  );
  const shown = render(page(false));
  return (meanwhile: () => void) => {
    shown.rerender(page(true));
    meanwhile();
    shown.rerender(page(false));
  };
}

it('gives the focus back to its field once that is free again', async () => {
  const busyWhile = open();
  await userEvent.click(screen.getByRole('textbox'));
  busyWhile(() => {
    loseFocus();
    expect(document.body).toHaveFocus();
  });
  expect(screen.getByRole('textbox')).toHaveFocus();
});

it('leaves the focus where it went meanwhile, and takes none that it did not have', async () => {
  const busyWhile = open();
  await userEvent.click(screen.getByRole('textbox'));
  busyWhile(() => act(() => elsewhere().focus()));
  expect(elsewhere()).toHaveFocus();
  await userEvent.click(screen.getByRole('textbox'));
  loseFocus();
  busyWhile(() => {});
  expect(document.body).toHaveFocus();
});
