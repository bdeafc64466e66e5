import { fireEvent, screen } from '@testing-library/react';
import React, { useState } from 'react';
import { annotationsWith, renderPage } from '../../testing/render/renderPage';
import { periodOf } from '../words/period';
import { PeriodField } from './PeriodField';

const NOW = Date.parse('2026-11-28T16:00:00Z');

interface ChosenProps {
  first: string;
  timeZone: string;
  told: (key: string) => void;
}

function Chosen({ first, timeZone, told }: ChosenProps) {
  const [key, setKey] = useState(first);
  const period = periodOf(key, NOW, timeZone);
  return (
    period && (
      <PeriodField
        period={period}
        now={NOW}
        timeZone={timeZone}
        onChange={(next) => {
          told(next);
          setKey(next);
        }}
      />
    )
  );
}

const open = async (first = '2026-Q4', timeZone = 'utc') => {
  const told = jest.fn();
  return {
    told,
    ...renderPage(<Chosen first={first} timeZone={timeZone} told={told} />, {
      at: '/',
      annotations: await annotationsWith([]),
    }),
  };
};

it('offers this quarter and those before it, the last days and all time', async () => {
  const { told, user } = await open();
  await user.click(screen.getByRole('combobox', { name: 'Period' }));
  expect((await screen.findAllByRole('option')).slice(0, 3).map((option) => option.textContent)).toEqual([
    'Q4 2026',
    'Q3 2026',
    'Q2 2026',
  ]);
  await user.click(screen.getByRole('option', { name: 'Q3 2026' }));
  expect(told).toHaveBeenLastCalledWith('2026-Q3');
});

it('takes days of one’s own', async () => {
  const { told, user } = await open();
  await user.click(screen.getByRole('combobox', { name: 'Period' }));
  await user.click(await screen.findByRole('option', { name: 'Own days' }));
  expect(told).toHaveBeenLastCalledWith('2026-10-01..2026-11-28');
  fireEvent.change(screen.getByLabelText('First day'), { target: { value: '2026-11-05' } });
  expect(told).toHaveBeenLastCalledWith('2026-11-05..2026-11-28');
});

it('keeps days in the wrong order where they stand, says so, and tells nobody until they are mended', async () => {
  const { told } = await open('2026-11-05..2026-11-28');
  fireEvent.change(screen.getByLabelText('Last day'), { target: { value: '2026-01-28' } });
  expect(screen.getByLabelText('Last day')).toHaveValue('2026-01-28');
  expect(screen.getByRole('alert')).toHaveTextContent('Two days, the earlier one first');
  expect(told).not.toHaveBeenCalled();
  fireEvent.change(screen.getByLabelText('First day'), { target: { value: '2026-01-05' } });
  expect(told).toHaveBeenLastCalledWith('2026-01-05..2026-01-28');
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

it('keeps no half a period', async () => {
  const { told } = await open('2026-11-05..2026-11-28');
  fireEvent.change(screen.getByLabelText('First day'), { target: { value: '' } });
  expect(screen.getByRole('alert')).toBeInTheDocument();
  expect(told).not.toHaveBeenCalled();
});

it('shows no days once another period is chosen', async () => {
  const { user } = await open('2026-11-05..2026-11-28');
  await user.click(screen.getByRole('combobox', { name: 'Period' }));
  await user.click(await screen.findByRole('option', { name: 'Q4 2026' }));
  expect(screen.queryByLabelText('First day')).not.toBeInTheDocument();
});

it('begins days of one’s own with those of the quarter where the reader is', async () => {
  const { told, user } = await open('2026-Q3', 'Europe/Berlin');
  await user.click(screen.getByRole('combobox', { name: 'Period' }));
  await user.click(await screen.findByRole('option', { name: 'Own days' }));
  expect(told).toHaveBeenLastCalledWith('2026-07-01..2026-09-30');
});

it('shows the period of an address that it does not offer', async () => {
  await open('30d');
  expect(screen.getByRole('combobox', { name: 'Period' })).toHaveValue('Last 30 days');
});
