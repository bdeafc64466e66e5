import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import type { Sending } from '../storage/react/useSending';
import { answering } from '../testing/stages/outboxStage';
import { DOWN, FORBIDDEN } from '../testing/stages/storeStage';
import { QueuedRecord } from './QueuedRecord';

type Queued = Extract<Sending['state'], { is: 'queued' }>;
const QUEUED: Queued = {
  ...{ is: 'queued', refused: false, trying: false, failure: DOWN, keptIn: 'browser', write: answering('entry-1') },
};

// Browsers give a clipboard only to such a page.
beforeEach(() => void Object.assign(window, { isSecureContext: true }));

function open(state: Partial<Queued> = {}, onAnother?: () => void) {
  const sending: Sending = {
    ...{ state: { ...QUEUED, ...state }, send: jest.fn(), retryNow: jest.fn(), takeBack: jest.fn() },
  };
  const user = userEvent.setup({ delay: null });
  render(<QueuedRecord sending={sending} markdown={() => '# all of it'} onAnother={onAnother} />);
  return { sending, user };
}

it('says that the page may be closed, why it waits, and can be copied', async () => {
  const { user } = open();
  expect(screen.getByRole('alert')).toHaveAccessibleName(/tried again until Grafana has it\. You can close this page/);
  expect(screen.getByText(/Grafana has a problem of its own right now/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Copy as Markdown' }));
  expect(await window.navigator.clipboard.readText()).toBe('# all of it');
});

it('says that the page must stay open where the browser cannot keep it', () => {
  open({ keptIn: 'memory' });
  expect(screen.getByRole('alert')).toHaveAccessibleName(/Do not close this page/);
});

it('says that a refused one waits for a person, who tries now or takes it back', async () => {
  const { sending, user } = open({ refused: true, failure: FORBIDDEN });
  expect(screen.getByRole('alert')).toHaveAccessibleName('Kept here: Grafana refused it');
  await user.click(screen.getByRole('button', { name: 'Try now' }));
  await user.click(screen.getByRole('button', { name: 'Take it back and edit' }));
  expect(sending.retryNow).toHaveBeenCalledTimes(1);
  expect(sending.takeBack).toHaveBeenCalledTimes(1);
});

it('cannot be taken back while it is on its way', () => {
  open({ trying: true });
  expect(screen.getByRole('button', { name: 'Take it back and edit' })).toBeDisabled();
});

it('offers another one only where there can be another', async () => {
  const another = jest.fn();
  const { user } = open({}, another);
  await user.click(screen.getByRole('button', { name: 'Record another one' }));
  expect(another).toHaveBeenCalledTimes(1);
});
