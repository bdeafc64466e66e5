import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { formattedValueToString, getValueFormat } from '@grafana/data';
import React, { useState } from 'react';
import { plainSpeech } from '../../domain/story/plainSpeech';
import type { Limit } from '../../domain/projection/limit';
import { LimitField } from './LimitField';

const SPEECH = {
  ...plainSpeech,
  value: (value: number, unit: string) => formattedValueToString(getValueFormat(unit)(value)),
};

const limitOf = (value: number, unit: string): Limit => ({
  value,
  unit,
  direction: 'rising',
  text: SPEECH.value(value, unit),
  origin: 'typed',
});

function Typed({ unit, onValue }: { unit: string; onValue: (value: number | null) => void }) {
  const [text, setText] = useState('');
  const [limit, setLimit] = useState<Limit | null>(null);
  const type = (typed: string, value: number | null) => {
    setText(typed);
    setLimit(value === null ? null : limitOf(value, unit));
    onValue(value);
  };
  return <LimitField text={text} limit={limit} unit={unit} speech={SPEECH} onType={type} />;
}

function open(unit: string) {
  const onValue = jest.fn();
  render(<Typed unit={unit} onValue={onValue} />);
  return { onValue, user: userEvent.setup(), field: screen.getByRole('textbox', { name: /^Limit/ }) };
}

it('looks empty while nothing is typed', () => {
  const { field } = open('short');
  expect(field).not.toHaveAttribute('placeholder');
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

it('reads what is typed in the unit of the series', async () => {
  const { user, field, onValue } = open('h');
  await user.type(field, '3.5 days');
  expect(onValue).toHaveBeenLastCalledWith(84);
  expect(screen.getByText(/Read as 3.50 days/)).toBeInTheDocument();
});

it('asks which of two numbers is meant, takes none meanwhile and keeps what was typed', async () => {
  const { user, field, onValue } = open('short');
  await user.type(field, '25,000');
  expect(onValue).toHaveBeenLastCalledWith(null);
  expect(field).toHaveValue('25,000');
  expect(field).toHaveAccessibleDescription('“25,000” can be read in more than one way. Which is meant?');
  expect(field).toBeInvalid();
  const choices = within(screen.getByRole('group', { name: 'What “25,000” means' })).getAllByRole('button');
  expect(choices.map(({ textContent }) => textContent)).toEqual(['25 K', '25']);
});

it('takes the answer by keyboard, in words that need no asking again', async () => {
  const { user, field, onValue } = open('short');
  await user.type(field, '25,123');
  await user.tab();
  await user.keyboard('{Enter}');
  expect(onValue).toHaveBeenLastCalledWith(25_123);
  expect(field).toHaveValue('25123');
  expect(field).toHaveFocus();
  expect(screen.queryByRole('group')).not.toBeInTheDocument();
});

it('does not ask where Grafana itself writes just that', async () => {
  const { user, field, onValue } = open('locale');
  await user.type(field, (25_000).toLocaleString());
  expect(onValue).toHaveBeenLastCalledWith(25_000);
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

it.each([
  ['currencyUSD', 'Type a number, with or without its unit, such as $1.'],
  ['dateTimeFromNow', /^Type a plain number, such as \d+\.$/],
])('says for %s what it would read', async (unit, hint) => {
  const { user, field } = open(unit);
  await user.type(field, 'plenty');
  expect(screen.getByRole('alert')).toHaveTextContent(hint);
});
