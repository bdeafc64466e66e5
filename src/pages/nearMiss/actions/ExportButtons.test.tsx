import { pick } from '../../../testing/render/pageDoors';
import { screen } from '@testing-library/react';
import React from 'react';
import { Route, Routes } from 'react-router-dom';
import { byNearMiss } from '../../../domain/fold/byNearMiss';
import { planImport } from '../../../domain/transfer/planImport';
import { readExportFile } from '../../../domain/transfer/readExportFile';
import { anEntry, aRecord } from '../../../testing/builders/builders';
import { annotationsWith, renderPage, storeOf } from '../../../testing/render/renderPage';
import NearMissPage from '../NearMissPage';
import { changeIn, shareIn } from '../../../testing/hosts/writeTo';

// Roles are slow in jsdom; this is no timed assertion.
beforeEach(() => window.localStorage.clear());

const NOTHING = byNearMiss([]);

/** jsdom neither makes addresses of blobs nor downloads: what a browser would save is read back instead. */
function catchDownloads() {
  const saved: Array<{ name: string; text: Promise<string> }> = [];
  let last = new Blob();
  Object.assign(URL, { createObjectURL: (blob: Blob) => ((last = blob), 'blob:x'), revokeObjectURL: () => {} });
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, text: textOf(last) });
  });
  return saved;
}

function textOf(blob: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(blob);
  });
}

async function aChangedNearMiss() {
  const annotations = await annotationsWith();
  const store = storeOf(annotations);
  const outcome = await store.read(aRecord().id);
  if (!outcome.ok) {
    throw new Error(outcome.failure.kind);
  }
  await changeIn(store, outcome.value.nearMiss, { outcome: 'An alert on the rate.' });
  await shareIn(store, anEntry());
  return annotations;
}

it('offers before deleting a file that can be imported again, with changes and entries', async () => {
  const saved = catchDownloads();
  const { user } = renderPage(
    <Routes>
      <Route path="/nm/:id" element={<NearMissPage />} />
    </Routes>,
    { at: `/nm/${aRecord().id}`, annotations: await aChangedNearMiss() }
  );
  await pick(user, 'Delete for good…');
  await user.click(await screen.findByRole('button', { name: 'Export as JSON' }));
  await user.click(screen.getByRole('button', { name: 'Export as Markdown' }));
  expect(saved.map(({ name }) => name)).toEqual([`near-miss-${aRecord().id}.json`, `near-miss-${aRecord().id}.md`]);

  const [json, markdown] = await Promise.all(saved.map(({ text }) => text));
  const read = readExportFile(json);
  expect(read.ok && planImport(read.file, NOTHING, { link: (id) => id, place: null }).counts).toEqual({
    nearMisses: { new: 1, same: 0, refused: 0 },
    additions: { new: 2, same: 0, refused: 0 },
  });
  expect(markdown).toContain('An alert on the rate.');
});
