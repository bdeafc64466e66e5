import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { plainSpeech } from '../../domain/story/plainSpeech';
import { aNearMiss } from '../../testing/builders/builders';
import { saveFile } from '../saveFile';
import { CopyPicture } from './CopyPicture';

jest.mock('../saveFile', () => ({ saveFile: jest.fn() }));

const button = () => screen.getByRole('button', { name: 'Copy picture' });
const write = jest.fn<Promise<void>, [Array<{ items: Record<string, Promise<Blob>> }>]>();
const png = new Blob(['png'], { type: 'image/png' });

/** What jsdom lacks: decoding, drawing and the clipboard for anything but text. */
function givenABrowserThatCopies(toBlob: HTMLCanvasElement['toBlob'] = (done) => done(png)) {
  const user = userEvent.setup();
  Object.assign(globalThis, {
    ClipboardItem: class {
      constructor(public items: object) {}
    },
  });
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { write } });
  HTMLImageElement.prototype.decode = () => Promise.resolve();
  HTMLCanvasElement.prototype.toBlob = toBlob;
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({ drawImage: jest.fn() } as never);
  return user;
}

beforeEach(() => {
  jest.mocked(saveFile).mockClear();
  write.mockReset().mockImplementation(async ([item]) => void (await item?.items['image/png']));
});

it('copies the picture as a PNG and says so', async () => {
  const user = givenABrowserThatCopies();
  render(<CopyPicture nearMiss={aNearMiss()} speech={plainSpeech} />);
  await user.click(button());
  expect(await screen.findByText('Picture copied')).toBe(
    screen.getByRole('status').firstElementChild ?? screen.getByRole('status')
  );
  await expect(write.mock.calls[0]?.[0][0]?.items['image/png']).resolves.toBe(png);
  expect(saveFile).not.toHaveBeenCalled();
});

it.each<[string, () => ReturnType<typeof userEvent.setup>]>([
  [
    'lets no page write there',
    () => {
      const user = givenABrowserThatCopies();
      write.mockRejectedValue(new DOMException('no', 'NotAllowedError'));
      return user;
    },
  ],
  [
    'has no clipboard without HTTPS',
    () => {
      const user = givenABrowserThatCopies();
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
      return user;
    },
  ],
  ['draws no PNG', () => givenABrowserThatCopies((done) => done(null))],
])('saves the SVG as a file where the browser %s, and says so', async (_what, given) => {
  const user = given();
  const nearMiss = aNearMiss();
  render(<CopyPicture nearMiss={nearMiss} speech={plainSpeech} />);
  await user.click(button());
  expect(await screen.findByText(/saved as a file/)).toBeInTheDocument();
  expect(saveFile).toHaveBeenCalledWith(
    `near-miss-${nearMiss.id}.svg`,
    'image/svg+xml',
    expect.stringContaining('acted 2026-11-03 14:58 UTC')
  );
});

it.each([
  ['no graph was kept', { evidence: null }],
  ['the graph of another series was kept', { series: 'another' }],
])('offers nothing to copy where %s', (_what, over) => {
  const { container } = render(<CopyPicture nearMiss={aNearMiss(over)} speech={plainSpeech} />);
  expect(container).toBeEmptyDOMElement();
});
