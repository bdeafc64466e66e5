import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useState } from 'react';
import { isStoppedByUnread } from './isStoppedByUnread';
import { TimeField } from './TimeField';

/** Clocks in Berlin are set back from 3:00 to 2:00 on 25 October 2026: 2:29 comes twice. */
const FIRST = Date.UTC(2026, 9, 25, 0, 29);
const SECOND = FIRST + 3_600_000;
const MINUTE = 60_000;
const NOON = Date.UTC(2026, 10, 3, 11);

function open(start: number | null, timeZone = 'Europe/Berlin', more: object = {}) {
  let last = start;
  const heard: string[] = [];
  const enters: Array<number | null> = [];
  const Page = () => {
    const [value, setValue] = useState(start);
    last = value;
    return (
      <div
        onKeyDown={({ key }) => {
          if (key === 'Escape') {
            heard.push(key);
          } else if (key === 'Enter') {
            enters.push(value);
          }
        }}
      >
        <TimeField label="Acted at" value={value} onChange={setValue} timeZone={timeZone} {...more} />
        <button onClick={() => setValue(SECOND)}>Another</button>
      </div>
    );
  };
  const { container } = render(<Page />);
  const input = screen.getByLabelText('Acted at');
  const type = (value: string) => {
    fireEvent.change(input, { target: { value } });
    fireEvent.blur(input);
  };
  return { user: userEvent.setup({ delay: null }), container, input, type, heard, enters, value: () => last };
}

function stopped(form: HTMLElement): boolean {
  let is = false;
  act(() => {
    is = isStoppedByUnread(form);
  });
  return is;
}

const turn = (name: string) => screen.getByRole('radio', { name });

it('says which turn of a repeated hour it shows, and lets one choose the other', async () => {
  const { user, input, value } = open(SECOND);
  expect(input).toHaveValue('2026-10-25 02:29:00');
  expect(turn('UTC+01:00')).toBeChecked();
  await user.click(turn('UTC+02:00'));
  expect(value()).toBe(FIRST);
  expect(input).toHaveValue('2026-10-25 02:29:00');
});

it.each([
  ['first', FIRST],
  ['second', SECOND],
])('stays in the %s turn while minutes are changed, and when nothing is', (_which, start) => {
  const { input, type, value } = open(start);
  fireEvent.blur(input);
  expect(value()).toBe(start);
  type('2026-10-25 02:30:00');
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

describe('what is typed', () => {
  it.each([
    ['2026-11-03 14:05:30', Date.UTC(2026, 10, 3, 13, 5, 30)],
    ['2026-11-03 14:05', Date.UTC(2026, 10, 3, 13, 5)],
    ['2026-11-3 9:05', Date.UTC(2026, 10, 3, 8, 5)],
    ['2026-11-03T14:05:30', Date.UTC(2026, 10, 3, 13, 5, 30)],
    [' 14:05 ', Date.UTC(2026, 10, 3, 13, 5)],
  ])('is read: %s', (text, at) => {
    const { input, type, value } = open(NOON);
    type(text);
    expect(value()).toBe(at);
    expect(input).toHaveDisplayValue(/^2026-11-03 \d\d:\d\d:\d\d$/);
  });

  it.each(['soon', 'now', '2026-11-03 25:00', '2026-02-30 10:00', '1234', '1969-12-31 10:00'])(
    'stays and is said to be no moment: %s',
    async (text) => {
      const { input, type, value, container, user } = open(NOON);
      type(text);
      expect(input).toHaveValue(text);
      expect(value()).toBe(NOON);
      expect(screen.getByRole('alert')).toHaveTextContent(/^Type a moment such as \d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
      expect(input).toBeInvalid();
      expect(stopped(container)).toBe(true);
      expect(input).toHaveFocus();
      await user.clear(input);
      await user.type(input, '2026-11-03 13:00');
      expect(screen.queryByRole('alert')).not.toBeInTheDocument();
      expect(stopped(container)).toBe(false);
    }
  );

  it('is not complained of on the way, unless somebody saves', async () => {
    const { input, user, container } = open(NOON);
    await user.clear(input);
    await user.type(input, '2026-1');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    stopped(container);
    expect(screen.getByRole('alert')).toBeInTheDocument();
    expect(input).toHaveValue('2026-1');
  });

  it('gives way to a moment that is chosen elsewhere', async () => {
    const { input, type, user, container } = open(NOON);
    type('soon');
    await user.click(screen.getByRole('button', { name: 'Another' }));
    expect(input).toHaveValue('2026-10-25 02:29:00');
    expect(stopped(container)).toBe(false);
  });

  it('is the moment as it was where it was emptied and that may not be', () => {
    const { input, type, value } = open(NOON);
    type('');
    expect(value()).toBe(NOON);
    expect(input).toHaveValue('2026-11-03 12:00:00');
  });

  it('is asked for where somebody saves while the field is empty, and that may not be', () => {
    const { input, container, value } = open(NOON);
    fireEvent.change(input, { target: { value: '' } });
    expect(stopped(container)).toBe(true);
    expect(screen.getByRole('alert')).toHaveTextContent(/^Type a moment such as/);
    expect(input).toHaveFocus();
    expect(value()).toBe(NOON);
  });

  it('is handed over by Enter before a form hears of that, also beyond what may be', async () => {
    const { input, user, value, enters } = open(NOON, 'utc', { min: NOON });
    await user.clear(input);
    await user.type(input, '2026-11-03 10:00');
    expect(value()).toBe(NOON);
    await user.keyboard('{Enter}');
    expect(value()).toBe(NOON - 60 * MINUTE);
    expect(enters).toEqual([NOON - 60 * MINUTE]);
    expect(input).toHaveFocus();
  });

  it('is nothing where it was emptied and that may be', () => {
    const { input, type, value } = open(NOON, 'utc', { clearable: true });
    type('');
    expect(value()).toBeNull();
    expect(input).toHaveValue('');
  });
});

describe('the calendar', () => {
  const opener = () => screen.getByRole('button', { name: 'Acted at: choose the day' });

  it('changes the day in the time zone of the dashboard, and keeps the clock', async () => {
    const { user, input, value } = open(Date.UTC(2026, 10, 3, 23, 30), 'Asia/Tokyo');
    expect(input).toHaveValue('2026-11-04 08:30:00');
    await user.click(opener());
    expect(opener()).toHaveAttribute('aria-expanded', 'true');
    await user.click(screen.getByRole('button', { name: 'November 17, 2026' }));
    expect(value()).toBe(Date.UTC(2026, 10, 16, 23, 30));
    expect(input).toHaveFocus();
    expect(opener()).toHaveAttribute('aria-expanded', 'false');
  });

  it('puts the moment in place of a text that says nothing, also by the day that it has', async () => {
    const { user, input, type, value, container } = open(NOON);
    type('soon');
    await user.click(opener());
    await user.click(screen.getByRole('button', { name: 'November 3, 2026' }));
    expect(input).toHaveValue('2026-11-03 12:00:00');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(stopped(container)).toBe(false);
    expect(value()).toBe(NOON);
  });

  it.each([
    ['start', Date.UTC(2026, 10, 2, 23), '2026-11-03 00:00:00'],
    ['end', Date.UTC(2026, 10, 3, 23) - 1, '2026-11-03 23:59:59'],
  ] as const)('and a day that is typed mean the %s of it, where a field asks for days', async (ofDay, at, text) => {
    jest.useFakeTimers({ now: NOON, doNotFake: ['setTimeout', 'setInterval', 'queueMicrotask'] });
    const { user, input, type, value } = open(null, 'Europe/Berlin', { ofDay, clearable: true });
    type('2026-11-03');
    expect([value(), input]).toEqual([at, expect.objectContaining({ value: text })]);
    type('');
    await user.click(opener());
    await user.click(screen.getByRole('button', { name: 'November 3, 2026' }));
    expect(value()).toBe(at);
    await user.click(opener());
    await user.click(screen.getByRole('button', { name: 'November 5, 2026' }));
    expect(value()).toBe(at + 2 * 24 * 60 * MINUTE);
    jest.useRealTimers();
  });

  it('closes by its button and by Escape, which goes no further', async () => {
    const { user, input, heard } = open(NOON);
    await user.click(opener());
    await user.click(opener());
    expect(screen.queryByTestId('date-picker')).not.toBeInTheDocument();
    await user.click(opener());
    await user.keyboard('{Escape}');
    expect(screen.queryByTestId('date-picker')).not.toBeInTheDocument();
    expect(input).toHaveFocus();
    expect(heard).toEqual([]);
    await user.keyboard('{Escape}');
    expect(heard).toEqual(['Escape']);
  });

  it('has names for its arrows', async () => {
    const { user } = open(NOON);
    await user.click(opener());
    await user.click(screen.getByRole('button', { name: 'Later' }));
    await user.click(screen.getByRole('button', { name: 'Later' }));
    await user.click(screen.getByRole('button', { name: 'Earlier' }));
    expect(screen.getByRole('button', { name: 'December 17, 2026' })).toBeInTheDocument();
  });
});
