import { render, screen } from '@testing-library/react';
import React, { Suspense } from 'react';
import { lazyChunk } from './lazyChunk';

const Shown = ({ name }: { name: string }) => <p>Hello {name}</p>;

it('shows the component once its chunk is there', async () => {
  const Chunk = lazyChunk(async () => ({ default: Shown }));
  render(
    <Suspense fallback={null}>
      <Chunk name="anna" />
    </Suspense>
  );
  expect(await screen.findByText('Hello anna')).toBeVisible();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

it('says what to do where the chunk is gone, and which', async () => {
  const Chunk = lazyChunk<{ name: string }>(() => Promise.reject(new Error('Loading chunk 17 failed.')));
  render(
    <Suspense fallback={null}>
      <Chunk name="anna" />
    </Suspense>
  );
  expect(await screen.findByRole('alert')).toHaveTextContent(/reload the page.*Loading chunk 17 failed/);
});
