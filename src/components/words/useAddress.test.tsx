import { fireEvent, render, screen } from '@testing-library/react';
import React from 'react';
import { MemoryRouter, useNavigate } from 'react-router-dom';
import { useAddress } from './useAddress';

const withParam = (name: string, value: string) => (before: URLSearchParams) => {
  const next = new URLSearchParams(before);
  next.set(name, value);
  return next;
};

function Page() {
  const [address, change] = useAddress();
  const go = useNavigate();
  const thrice = () => [1, 2, 3].forEach(() => change(withParam('period', '90d')));
  const both = () => ['a', 'b'].forEach((name) => change(withParam(name, '1')));
  return (
    <>
      <output>{address.toString()}</output>
      <button onClick={thrice}>thrice</button>
      <button onClick={both}>both</button>
      <button onClick={() => go(-1)}>back</button>
    </>
  );
}

const open = () =>
  render(
    <MemoryRouter initialEntries={['/?team=shop']} future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>
      <Page />
    </MemoryRouter>
  );
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

it('makes one step of the back button of what is said three times', async () => {
  open();
  press('thrice');
  expect(await screen.findByText('team=shop&period=90d')).toBeInTheDocument();
  press('back');
  expect(await screen.findByText('team=shop')).toBeInTheDocument();
});

it('loses neither of two changes at once', async () => {
  open();
  press('both');
  expect(await screen.findByText('team=shop&a=1&b=1')).toBeInTheDocument();
});

it('changes what the address says after a step back', async () => {
  open();
  press('both');
  await screen.findByText('team=shop&a=1&b=1');
  press('back');
  await screen.findByText('team=shop&a=1');
  press('thrice');
  expect(await screen.findByText('team=shop&a=1&period=90d')).toBeInTheDocument();
});
