import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { plainSpeech } from '../domain/story/plainSpeech';
import { UnfinishedFormNotice } from './UnfinishedFormNotice';
import type { UnfinishedForm } from './useUnfinishedForm';

const AT = Date.UTC(2026, 10, 3, 16);

function open(over: Partial<UnfinishedForm> = {}) {
  const discard = jest.fn();
  const kept: UnfinishedForm = {
    ...{ foundAt: null, other: null, keptIn: 'browser', takeOther: jest.fn(), forget: jest.fn() },
    ...over,
  };
  render(<UnfinishedFormNotice unfinished={kept} speech={plainSpeech} onDiscard={discard} />);
  return { discard, kept, user: userEvent.setup({ delay: null }) };
}

it('says nothing while all that is shown was typed just now', () => {
  open();
  expect(screen.queryByRole('status')).not.toBeInTheDocument();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

it('says from when what was found is, and lets it be dropped', async () => {
  const { discard, user } = open({ foundAt: AT });
  expect(screen.getByRole('status')).toHaveTextContent('what you entered at 2026-11-03 16:00 UTC and did not save');
  await user.click(screen.getByRole('button', { name: 'Start anew' }));
  expect(discard).toHaveBeenCalledTimes(1);
});

it('offers another unfinished one without showing it', async () => {
  const { kept, user } = open({ other: { text: 'secret words', at: AT } });
  expect(screen.getByRole('status')).toHaveTextContent('another unfinished one, from 2026-11-03 16:00 UTC');
  expect(screen.queryByText(/secret words/)).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Show that one instead' }));
  expect(kept.takeOther).toHaveBeenCalledTimes(1);
});

it('warns before the page is left where nothing can be kept', () => {
  open({ keptIn: 'memory' });
  expect(screen.getByRole('alert')).toHaveAccessibleName(/Save before you leave the page/);
});
