import { render, screen, within } from '@testing-library/react';
import React from 'react';
import { Route, Routes } from 'react-router-dom';
import NearMisses from '../panel/NearMisses';
import type { NearMissesProps } from '../panel/NearMissesProps';
import { NearMissStoreProvider } from '../storage/react/NearMissStoreProvider';
import { BAD_RECORDS, badAnnotations } from '../testing/builders/badRecords';
import { aRecord } from '../testing/builders/builders';
import { annotationsWith, renderPage, storeOf } from '../testing/render/renderPage';
import ListPage from './list/ListPage';
import { openMore } from '../testing/render/pageDoors';
import NearMissPage from './nearMiss/NearMissPage';
import { recordIn } from '../testing/hosts/writeTo';

// A megabyte of text is slow in jsdom; these are no timed assertions.
beforeEach(() => window.localStorage.clear());

const READABLE = BAD_RECORDS.filter(({ unread }) => unread !== null);
const BROKEN = BAD_RECORDS.length - READABLE.length;
const HEALTHY = [
  { id: 'healthy-0001', title: 'Healthy and oldest', services: ['healthy'] },
  { id: 'healthy-0002', title: 'Healthy and newest', services: ['healthy'] },
];

/** A healthy near miss before and after all that was made by hand. */
async function damaged() {
  const [oldest = {}, newest = {}] = HEALTHY;
  const annotations = await annotationsWith([oldest]);
  for (const annotation of badAnnotations()) {
    await annotations.post(annotation);
  }
  await recordIn(storeOf(annotations), aRecord({ source: null, ...newest }), { kind: 'organization' });
  return annotations;
}

function panelOf(props: Partial<NearMissesProps> = {}): NearMissesProps {
  const { actedAt } = aRecord();
  return {
    ...{ options: { days: 0 }, width: 800, height: 500, timeZone: 'utc', asOf: actedAt + 1 },
    ...{ from: actedAt - 86_400_000, to: actedAt + 86_400_000, replaceVariables: (text: string) => text },
    ...props,
  };
}

describe('records made by hand', () => {
  it('hide no other in the list, which counts and names what it cannot read', async () => {
    const { user } = renderPage(
      <Routes>
        <Route path="/list" element={<ListPage />} />
      </Routes>,
      { at: '/list?q=healthy', annotations: await damaged() }
    );
    expect(await screen.findByRole('link', { name: 'Healthy and newest' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Healthy and oldest' })).toBeInTheDocument();
    expect(screen.getByText(`2 of ${READABLE.length + 2} near misses`, { exact: false })).toBeInTheDocument();
    // The broken records, and a change that names no near miss.
    await user.click(screen.getByText(`${BROKEN + 1} annotations could not be read`));
    for (const reason of [/cut off/, /nested too deeply/, /not valid JSON/, /not an object/, /lacks id, near miss/]) {
      expect(screen.getByText(reason)).toBeInTheDocument();
    }
  });

  it('stand in the list themselves, by what can be read of them', async () => {
    renderPage(
      <Routes>
        <Route path="/list" element={<ListPage />} />
      </Routes>,
      { at: '/list?q=bad', annotations: await damaged() }
    );
    expect(
      await screen.findByText(`${READABLE.length} of ${READABLE.length + 2} near misses`, { exact: false })
    ).toBeInTheDocument();
    expect(screen.getAllByRole('link', { name: /^Bad: / }).length).toBeGreaterThan(1);
  });

  it.each([
    ['list', 'link'],
    ['story', 'link'],
    ['timeline', 'button'],
  ] as const)('hide no other in the %s of a panel', async (view, role) => {
    const store = storeOf(await damaged());
    render(
      <NearMissStoreProvider store={store}>
        <NearMisses {...panelOf({ options: { days: 0, view } })} />
      </NearMissStoreProvider>
    );
    expect(await screen.findByText(new RegExp(`^${BROKEN + 1} annotations could not be read`))).toBeInTheDocument();
    expect(
      await screen.findByRole(role, { name: /^(2 near misses, the newest: )?Healthy and newest$/ })
    ).toBeInTheDocument();
  });

  it.each(READABLE)('$name: shows on its page what it can and says what it cannot', async ({ id, name, unread }) => {
    renderPage(
      <Routes>
        <Route path="/nm/:id" element={<NearMissPage />} />
      </Routes>,
      { at: `/nm/${id}`, annotations: await damaged() }
    );
    const story = await screen.findByRole('article');
    expect(within(story).getByRole('heading', { level: 1, hidden: true })).toHaveTextContent(`Bad: ${name}`);
    for (const part of unread ?? []) {
      expect(within(story).getByText(/^Not read: /)).toHaveTextContent(new RegExp(`\\b${part}\\b`));
    }
    expect(await within(story).findByRole('list', { name: 'History' })).toBeInTheDocument();
  });

  it('with changes in a circle, twins and broken entries show the rest of them', async () => {
    renderPage(
      <Routes>
        <Route path="/nm/:id" element={<NearMissPage />} />
      </Routes>,
      { at: `/nm/${READABLE[0]?.id}`, annotations: await damaged() }
    );
    expect(await screen.findByText('Still here.')).toBeInTheDocument();
    expect(within(screen.getByRole('list', { name: 'The values' })).getByText('One.')).toBeInTheDocument();
    const beside = screen.getByRole('list', { name: 'What does not count here', hidden: true });
    expect(within(beside).getByText('A twin with other words')).toBeInTheDocument();
    expect(screen.getByText(/^Not read: /)).toHaveTextContent('base.team');
  });

  it('of a newer version can be read and not be edited', async () => {
    const { user } = renderPage(
      <Routes>
        <Route path="/nm/:id" element={<NearMissPage />} />
      </Routes>,
      { at: '/nm/bad-a-future-version', annotations: await damaged() }
    );
    expect(await screen.findByText(/newer version/)).toBeInTheDocument();
    await openMore(user);
    expect(screen.getByRole('menuitem', { name: 'Copy link' })).toBeInTheDocument();
    expect(screen.queryByRole('menuitem', { name: 'Edit' })).not.toBeInTheDocument();
  });
});
