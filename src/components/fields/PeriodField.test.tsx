import { fireEvent, screen } from '@testing-library/react';
import React, { useState } from 'react';
import { annotationsWith, renderPage } from '../../testing/render/renderPage';
import { periodOf } from '../words/period';
import { PeriodField } from './PeriodField';

const NOW = Date.parse('2026-11-28T16:00:00Z');

function Chosen({ first, told }: { first: string; told: (key: string) => void }) {
  const [key, setKey] = useState(first);
  const period = periodOf(key, NOW, 'utc');
  return (
    period && (
      <PeriodField
        period={period}
        now={NOW}
        timeZone="utc"
        onChange={(next) => {
          told(next);
          setKey(next);
        }}
      />
    )
  );
}

const open = async (first = '2026-Q4') => {
  const told = jest.fn();
  return {
    told,
    ...renderPage(<Chosen first={first} told={told} />, { at: '/', annotations: await annotationsWith([]) }),
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

it('takes days of one’s own, and not days in the wrong order', async () => {
  const { told, user } = await open();
  await user.click(screen.getByRole('combobox', { name: 'Period' }));
  await user.click(await screen.findByRole('option', { name: 'Days of your own…' }));
  expect(told).toHaveBeenLastCalledWith('2026-10-01..2026-11-28');
  fireEvent.change(screen.getByLabelText('First day'), { target: { value: '2026-11-05' } });
  expect(told).toHaveBeenLastCalledWith('2026-11-05..2026-11-28');
  fireEvent.change(screen.getByLabelText('Last day'), { target: { value: '2026-11-01' } });
  expect(told).toHaveBeenLastCalledWith('2026-11-05..2026-11-28');
});

it('shows the period of an address that it does not offer', async () => {
  await open('30d');
  expect(screen.getByRole('combobox', { name: 'Period' })).toHaveValue('Last 30 days');
});
