import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { plainSpeech } from '../domain/story/plainSpeech';
import { storySentence } from '../domain/story/projectionSentence';
import { aRecord } from '../testing/builders/builders';
import { DOWN, FORBIDDEN } from '../testing/stages/storeStage';
import { RecordedNotice } from './RecordedNotice';

type Props = Parameters<typeof RecordedNotice>[0];
const LINK = 'https://grafana.example/nm/queue-1-abcd';

// Browsers give a clipboard only to such a page.
beforeEach(() => void Object.assign(window, { isSecureContext: true }));

function open(over: Partial<Props> = {}) {
  const user = userEvent.setup({ delay: null });
  const { container } = render(
    <RecordedNotice
      record={aRecord()}
      recorded={{ annotationId: 1, marker: null }}
      link={LINK}
      speech={plainSpeech}
      {...over}
    />
  );
  return { user, container, copied: () => window.navigator.clipboard.readText() };
}

it('takes the focus from the button that is gone, and leads to the near miss', () => {
  open();
  expect(document.activeElement).toContainElement(screen.getByText('The near miss is recorded.'));
  expect(screen.getByRole('link', { name: 'Open the near miss' })).toHaveAttribute(
    'href',
    expect.stringContaining('queue-1-abcd')
  );
});

it('says of one without words that they can come later', () => {
  open({ record: aRecord({ status: 'started' }) });
  expect(screen.getByText(/The graph is kept\./)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Open it and add the words' })).toBeInTheDocument();
});

it('shows picture and sentence, and what to paste into a chat, as it will be pasted', async () => {
  const { user, copied, container } = open();
  expect(container.querySelector('img')).toHaveAttribute('src', expect.stringMatching(/^data:image\/svg/));
  expect(screen.getByText(storySentence(aRecord(), plainSpeech))).toBeInTheDocument();
  const chat = screen.getByRole('textbox', { name: 'To paste into a chat' });
  await user.click(screen.getByRole('button', { name: 'Copy for chat' }));
  expect(chat).toHaveValue(await copied());
  expect(chat).toHaveAttribute('readonly');
});

it('is shorter for a graph that was kept: there is nothing to read yet, and it can be pasted all the same', async () => {
  const { user, copied, container } = open({ record: aRecord({ status: 'started', almost: '' }) });
  expect(container.querySelector('img')).toBeInTheDocument();
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Copy for chat' }));
  expect(await copied()).toContain(LINK);
});

it('draws nothing where no graph was kept', () => {
  const { container } = open({ record: aRecord({ evidence: null }) });
  expect(container.querySelector('img')).not.toBeInTheDocument();
});

it('gives the link, and a line for a chat that holds it', async () => {
  const { user, copied } = open();
  await user.click(screen.getByRole('button', { name: 'Copy link' }));
  expect(await copied()).toBe(LINK);
  await user.click(screen.getByRole('button', { name: 'Copy for chat' }));
  expect(await copied()).toMatch(/the shop stops taking new ones.*https:\/\/grafana\.example\/nm\/queue-1-abcd/s);
});

it('tells of the marker what to know about it only where it was made', () => {
  open({ recorded: { annotationId: 1, marker: { ok: true, value: 2 } }, children: 'Turn on annotations.' });
  expect(screen.getByText('Turn on annotations.')).toBeInTheDocument();
});

it.each([
  [DOWN, 'follows as soon as Grafana takes it'],
  [FORBIDDEN, 'its marker on the graph was refused'],
])('says that the near miss is stored without its marker, which can be tried again: %#', async (failure, sentence) => {
  const again = jest.fn();
  const { user } = open({
    recorded: { annotationId: 1, marker: { ok: false, failure } },
    children: 'Turn on annotations.',
    onAgain: again,
  });
  expect(screen.getByText('The near miss is recorded.')).toBeInTheDocument();
  expect(screen.getByRole('alert', { name: new RegExp(sentence) })).toBeInTheDocument();
  expect(screen.queryByText('Turn on annotations.')).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Try the marker again' }));
  expect(again).toHaveBeenCalledTimes(1);
});
