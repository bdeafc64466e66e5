import { createEvent, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { onSaveKeys } from './saveKeys';

function open() {
  const save = jest.fn();
  const opened = jest.fn();
  render(
    <div role="presentation" onKeyDown={onSaveKeys(save)}>
      <input aria-label="Title" />
      <button onClick={opened}>Add</button>
      <a href="#/there" onClick={opened}>
        <span>Open it?</span>
      </a>
    </div>
  );
  return { save, opened, field: screen.getByRole('textbox') };
}

it.each(['Control', 'Meta'])('saves by %s+Enter in a field, and not by Enter alone', async (key) => {
  const { save, field } = open();
  await userEvent.click(field);
  await userEvent.keyboard('{Enter}');
  expect(save).not.toHaveBeenCalled();
  await userEvent.keyboard(`{${key}>}{Enter}{/${key}}`);
  expect(save).toHaveBeenCalledTimes(1);
});

it('saves on a button instead of pressing it', async () => {
  const { save, opened } = open();
  screen.getByRole('button').focus();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(save).toHaveBeenCalledTimes(1);
  expect(opened).not.toHaveBeenCalled();
});

it('leaves a link its keys', () => {
  const { save } = open();
  const press = createEvent.keyDown(screen.getByText('Open it?'), { key: 'Enter', ctrlKey: true });
  fireEvent(screen.getByText('Open it?'), press);
  expect(press.defaultPrevented).toBe(false);
  expect(save).not.toHaveBeenCalled();
});

it('does not take the Enter that ends a word of an input method', () => {
  const { save, field } = open();
  fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true, isComposing: true });
  expect(save).not.toHaveBeenCalled();
});
