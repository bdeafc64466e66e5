import { render, screen } from '@testing-library/react';
import React from 'react';
import { plainSpeech } from '../../domain/story/plainSpeech';
import { aNearMiss, aNearMissWithoutGraph } from '../../testing/builders/builders';
import { StoryPicture } from './StoryPicture';

const row = { width: 240, height: 84, speech: plainSpeech };
const drawing = () => decodeURIComponent(document.querySelector('img')?.getAttribute('src') ?? '');

it('shows what is needed most in a row, and leaves screen readers to the words beside it', () => {
  render(<StoryPicture nearMiss={aNearMiss()} {...row} />);
  expect(screen.queryByRole('img')).not.toBeInTheDocument();
  expect(drawing()).toContain('at least 48 min');
  expect(drawing()).toContain('25 K around');
  expect(drawing()).toContain('font-size="11"');
});

it('says itself what it shows where it stands alone', () => {
  render(<StoryPicture nearMiss={aNearMiss()} {...row} alone />);
  expect(screen.getByRole('img', { name: /^Graph of orders waiting\. .*25 K/ })).toBeInTheDocument();
});

it('is light for paper', () => {
  render(<StoryPicture nearMiss={aNearMiss()} {...row} onPaper />);
  expect(drawing()).toMatch(/^data:image\/svg\+xml,<svg [^>]*><rect width="240" height="84" fill="#ffffff"/);
});

it('has the word for the kind where no graph was kept', () => {
  render(<StoryPicture nearMiss={aNearMissWithoutGraph({ kind: 'exposure' })} {...row} />);
  expect(screen.getByText('Exposure')).toHaveAttribute('aria-hidden', 'true');
  expect(document.querySelector('img')).toBeNull();
});
