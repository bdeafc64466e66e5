import { screen, within } from '@testing-library/react';
import React from 'react';
import { Route, Routes } from 'react-router-dom';
import { encodeChange } from '../../../domain/codec/encodeChange';
import { encodeEntry } from '../../../domain/codec/encodeEntry';
import { encodeRecord } from '../../../domain/codec/encodeRecord';
import { aChange, anEntry, aNearMiss, aRecord } from '../../../testing/builders/builders';
import { memoryAnnotations } from '../../../testing/grafana/memoryAnnotations';
import { valueIn } from '../../../testing/grafana/valueIn';
import { renderPage } from '../../../testing/render/renderPage';
import NearMissPage from '../NearMissPage';

const ID = aRecord().id;
const HERS = { kind: 'journal', dashboardUid: 'hers' } as const;

async function openWith(foreign: ReadonlyArray<ReturnType<typeof encodeEntry>>) {
  const annotations = memoryAnnotations({ user: { login: 'anna' } });
  valueIn(await annotations.post(encodeRecord(aRecord(), { kind: 'organization' }, '')));
  for (const annotation of foreign) {
    valueIn(await annotations.as({ login: 'mallory' }).post(annotation));
  }
  const page = (
    <Routes>
      <Route path="/nm/:id" element={<NearMissPage />} />
    </Routes>
  );
  const answers = { '/api/dashboards/uid/hers': { dashboard: { title: 'Her journal' } } };
  const { user } = renderPage(page, { at: `/nm/${ID}`, annotations, answers });
  await screen.findByRole('article');
  return user;
}

it('tells who put what on the id of a near miss, and where', async () => {
  const hers = aNearMiss({ place: HERS });
  const user = await openWith([
    encodeRecord(aRecord({ title: 'Her record' }), HERS, ''),
    encodeChange(aChange({ set: { status: 'withdrawn' } }), hers, ''),
    encodeEntry(anEntry({ text: 'Her words.' }), hers, ''),
  ]);
  expect(screen.getByText('3 more things carry this id and do not count here')).toBeInTheDocument();
  await user.click(screen.getByText('Show what they say'));
  const items = within(screen.getByRole('list', { name: 'What does not count here', hidden: true })).getAllByRole(
    'listitem',
    { hidden: true }
  );
  expect(await screen.findAllByText('kept in Her journal')).toHaveLength(3);
  expect(items.map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^Another record, mallory, .*kept in Her journal.*Her record$/),
    expect.stringMatching(/^A change, mallory, .*kept in Her journal.*Withdrawn$/i),
    expect.stringMatching(/^An entry, mallory, .*kept in Her journal.*Her words\.$/),
  ]);
});

it('shows twenty of many, and counts the rest', async () => {
  const hers = aNearMiss({ place: HERS });
  await openWith(Array.from({ length: 23 }, (_, at) => encodeEntry(anEntry({ id: `hers-${100_000 + at}` }), hers, '')));
  expect(screen.getByText('23 more things carry this id and do not count here')).toBeInTheDocument();
  const list = within(screen.getByRole('list', { name: 'What does not count here', hidden: true }));
  expect(list.getAllByRole('listitem', { hidden: true })).toHaveLength(21);
  expect(list.getByText('And 3 more.')).toBeInTheDocument();
});

it('says nothing where everything with the id is part of it', async () => {
  await openWith([]);
  expect(screen.queryByText(/do(es)? not count here/)).not.toBeInTheDocument();
});

it('leads from what was imported under a new id to the one that has the former', async () => {
  const annotations = memoryAnnotations();
  valueIn(await annotations.post(encodeRecord(aRecord({ formerId: 'taken-1-abcd' }), { kind: 'organization' }, '')));
  const first = aRecord({ id: 'taken-1-abcd', title: 'The first one' });
  valueIn(await annotations.post(encodeRecord(first, { kind: 'organization' }, '')));
  const page = (
    <Routes>
      <Route path="/nm/:id" element={<NearMissPage />} />
    </Routes>
  );
  renderPage(page, { at: `/nm/${ID}`, annotations });
  expect(await screen.findByRole('link', { name: 'Here “The first one” has the id it came with' })).toHaveAttribute(
    'href',
    expect.stringContaining('/nm/taken-1-abcd')
  );
});
