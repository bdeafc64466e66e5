import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useState } from 'react';
import { TimeField } from './TimeField';

/** Clocks in Berlin are set back from 3:00 to 2:00 on 25 October 2026: 2:29 comes twice. */
const FIRST = Date.UTC(2026, 9, 25, 0, 29);
const SECOND = FIRST + 3_600_000;
const MINUTE = 60_000;

function open(start: number | null, timeZone = 'Europe/Berlin') {
  let last = start;
  const Page = () => {
    const [value, setValue] = useState(start);
    last = value;
    return <TimeField label="Acted at" value={value} onChange={setValue} timeZone={timeZone} />;
  };
  render(<Page />);
  const input = screen.getByLabelText('Acted at');
  const type = (value: string) => {
    fireEvent.change(input, { target: { value } });
    fireEvent.blur(input);
  };
  return { user: userEvent.setup({ delay: null }), input, type, value: () => last };
}

const turn = (name: string) => screen.getByRole('radio', { name });

it('says which turn of a repeated hour it shows, and lets one choose the other', async () => {
  const { user, input, value } = open(SECOND);
  expect(input).toHaveValue('2026-10-25T02:29');
  expect(turn('UTC+01:00')).toBeChecked();
  await user.click(turn('UTC+02:00'));
  expect(value()).toBe(FIRST);
  expect(input).toHaveValue('2026-10-25T02:29');
});

it.each([
  ['first', FIRST],
  ['second', SECOND],
])('stays in the %s turn while minutes are changed, and when nothing is', (_which, start) => {
  const { input, type, value } = open(start);
  fireEvent.blur(input);
  expect(value()).toBe(start);
  type('2026-10-25T02:30:00');
  expect(value()).toBe(start + MINUTE);
  type('2026-10-25T02:29:00');
  expect(value()).toBe(start);
});

it('takes the first turn of a moment that is typed into an empty field, and asks', () => {
  const { type, value } = open(null);
  type('2026-10-25T02:29:00');
  expect(value()).toBe(FIRST);
  expect(turn('UTC+02:00')).toBeChecked();
});

it('asks nothing where clocks show a moment once', () => {
  const { type, value } = open(SECOND);
  type('2026-10-25T03:29:00');
  expect(value()).toBe(SECOND + 60 * MINUTE);
  expect(screen.queryByRole('radio')).not.toBeInTheDocument();
});

it('knows zones that set their clocks by half an hour', () => {
  open(Date.UTC(2027, 3, 3, 15, 15), 'Australia/Lord_Howe');
  expect(turn('UTC+10:30')).toBeChecked();
  expect(turn('UTC+11:00')).not.toBeChecked();
});
