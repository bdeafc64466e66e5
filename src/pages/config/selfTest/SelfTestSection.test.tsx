import { screen, within } from '@testing-library/react';
import React from 'react';
import { MARKER_TAG, RECORD_TAG } from '../../../domain/codec/tags';
import { type MemoryAnnotations, memoryAnnotations } from '../../../testing/grafana/memoryAnnotations';
import { aRecord, A_SOURCE } from '../../../testing/builders/builders';
import { ANNA, annotationsWith, renderPage, storeOf } from '../../../testing/render/renderPage';
import { aDashboard } from '../../../testing/stages/selfTestHost';
import { SelfTestSection } from './SelfTestSection';
import { changeIn, recordIn } from '../../../testing/hosts/writeTo';

const KEPT = { max_age: '', max_annotations_to_keep: '' };
const ANSWERS = {
  '/api/access-control/user/permissions': {
    'annotations:create': ['annotations:*'],
    'dashboards:read': ['dashboards:*'],
  },
  '/api/dashboards/uid/checkout': aDashboard(4),
  '/api/admin/settings': { 'annotations.api': KEPT, 'annotations.dashboard': KEPT },
};

async function annotations() {
  const all = await annotationsWith([]);
  await recordIn(storeOf(all), aRecord({ source: A_SOURCE }), { kind: 'organization' });
  return all;
}

function tagged(all: MemoryAnnotations, tag: string) {
  return all
    .stored()
    .map((raw) => Object(raw) as { id: number; tags: string[]; text: string })
    .filter(({ tags }) => tags.includes(tag));
}

async function open(all: MemoryAnnotations, answers: Readonly<Record<string, unknown>> = {}) {
  const { user } = renderPage(<SelfTestSection />, { at: '/', annotations: all, answers: { ...ANSWERS, ...answers } });
  const run = async () => {
    await user.click(screen.getByRole('button', { name: 'Run the self-test' }));
    await screen.findByText(/^Done\./);
  };
  return { user, run };
}

const item = (title: string) =>
  screen.getAllByRole('listitem').find((each) => within(each).queryByText(title)) ?? document.body;

it('does nothing before somebody asks, and says what it is going to do', async () => {
  const all = await annotations();
  const calls = all.calls().length;
  await open(all);
  expect(screen.getByText(/writes a few test annotations and deletes them again/)).toBeInTheDocument();
  expect(screen.queryByRole('list')).not.toBeInTheDocument();
  expect(all.calls()).toHaveLength(calls);
});

it('tells each result in a word, and sums them up for a screen reader', async () => {
  const all = await annotations();
  const before = all.stored();
  const { run } = await open(all);
  await run();
  expect(screen.getAllByRole('listitem')).toHaveLength(15);
  for (const each of screen.getAllByRole('listitem')) {
    expect(each).toHaveTextContent(/^Fine/);
  }
  const [summary] = screen.getAllByRole('status');
  expect(summary).toHaveTextContent('Done. Fine: 15. Look at this: 0. Wrong: 0. Not known: 0.');
  expect(item('What is stored')).toHaveTextContent('Near misses: 1. Changes: 0.');
  expect(all.stored()).toEqual(before);
});

it('makes a marker again, says so, and looks once more', async () => {
  const all = await annotations();
  await all.remove(tagged(all, MARKER_TAG)[0]?.id ?? 0);
  const { user, run } = await open(all);
  await run();
  expect(item('Near misses without a marker')).toHaveTextContent(/^Look at this/);
  await user.click(screen.getByRole('button', { name: 'Make this marker' }));
  expect(await screen.findByText('Made 1 marker.')).toHaveFocus();
  expect(item('Near misses without a marker')).toHaveTextContent(/^Fine/);
  expect(item('What is stored')).toHaveTextContent('Markers: 1.');
  expect(tagged(all, MARKER_TAG)).toHaveLength(1);
});

it('keeps the button of a repair that was refused, with the reason', async () => {
  const all = await annotations();
  await all.remove(tagged(all, RECORD_TAG)[0]?.id ?? 0);
  const { user, run } = await open(all);
  await run();
  all.failNext('remove', { failure: { kind: 'forbidden', status: 403, detail: 'Not yours.' } });
  await user.click(screen.getByRole('button', { name: 'Remove this marker' }));
  expect(await screen.findByText(/Removed 0 markers\. Not for 1 near miss: .*Not yours\./)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Remove this marker' }));
  expect(await screen.findByText('Removed 1 marker.')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Remove this marker' })).not.toBeInTheDocument();
  expect(all.stored()).toEqual([]);
});

it('removes no marker for somebody from whom its near miss may be hidden', async () => {
  const all = await annotations();
  await all.remove(tagged(all, RECORD_TAG)[0]?.id ?? 0);
  const { run } = await open(all, {
    '/api/access-control/user/permissions': {
      'annotations:create': ['annotations:*'],
      'dashboards:read': ['folders:uid:x'],
    },
  });
  await run();
  expect(item('Markers without a near miss')).toHaveTextContent(/^Not known.*may only be hidden from you/);
  expect(screen.queryByRole('button', { name: 'Remove this marker' })).not.toBeInTheDocument();
});

it('gives an Admin who may not read the settings a sentence for who may', async () => {
  const { run } = await open(await annotations(), { '/api/admin/settings': {} });
  await run();
  expect(item('What Grafana deletes by itself')).toHaveTextContent(/^Not known.*Ask one: “Are max_age/);
});

it('warns of what Grafana deletes, with the age of the oldest', async () => {
  const { run } = await open(await annotations(), {
    '/api/admin/settings': {
      'annotations.api': { max_age: '90d', max_annotations_to_keep: '' },
      'annotations.dashboard': { max_age: '', max_annotations_to_keep: '1000' },
    },
  });
  await run();
  const found = item('What Grafana deletes by itself');
  expect(found).toHaveTextContent(/^Look at this/);
  expect(found).toHaveTextContent(/organization: deleted 90d after they were stored .* The oldest is \d+ days old\./);
  expect(found).toHaveTextContent(/keeps the newest 1000 .* Of Near Miss there are 1, the oldest \d+ days old\./);
});

it('saves orphaned words as a file and never deletes them', async () => {
  const all = await annotationsWith();
  const read = await storeOf(all).read('queue-1-abcd');
  if (!read.ok) {
    throw new Error(read.failure.kind);
  }
  await changeIn(storeOf(all), read.value.nearMiss, { cue: 'It went quiet.' });
  await all.remove(tagged(all, RECORD_TAG)[0]?.id ?? 0);
  let saved: Blob | null = null;
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => {
      saved = blob;
      return 'blob:';
    },
    revokeObjectURL: () => {},
  });
  HTMLAnchorElement.prototype.click = () => {};
  const { user, run } = await open(all);
  await run();
  const found = item('Changes and entries without a near miss');
  expect(found).toHaveTextContent('Changes: 1. Entries on worksheets: 0.');
  await user.click(within(found).getByRole('button', { name: 'Save them as a file' }));
  expect(saved).toMatchObject({ type: 'application/json' });
  expect(all.stored()).toHaveLength(1);
});

it('copies the result without a login or a title', async () => {
  const all = await annotations();
  const { user, run } = await open(all, {
    '/api/plugins/resilience-nearmiss-app/settings': {
      jsonData: { journals: [{ folderUid: 'f1', dashboardUid: 'journal-1', title: 'Payments journal' }] },
    },
  });
  await run();
  expect(item('Rights')).toHaveTextContent('Payments journal');
  await user.click(screen.getByRole('button', { name: 'Copy the result' }));
  // This page is not secure in jsdom, so the browser does not let it copy.
  const text = (await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'The text to copy' })).value;
  expect(text).toMatch(/^Self-test of Near Miss on Grafana .* UTC/);
  expect(text).toContain('[Wrong] Rights');
  expect(text).toContain('Journal “journal-1”: its dashboard was deleted');
  expect(text).toContain('[Fine] Test annotations\n  Nothing of this run is left.');
  for (const secret of ['Payments journal', ANNA.login, aRecord().title, A_SOURCE.dashboardTitle]) {
    expect(text).not.toContain(secret);
  }
});

it('can be stopped, and tells what it looked at', async () => {
  const all = await annotations();
  const before = all.stored();
  const { user } = await open(all);
  let release = () => {};
  all.delay((method) =>
    method === 'post' ? new Promise((resolve) => (release = () => resolve())) : Promise.resolve()
  );
  await user.click(screen.getByRole('button', { name: 'Run the self-test' }));
  await screen.findByText('Running; checks done: 1');
  await user.click(screen.getByRole('button', { name: 'Stop' }));
  expect(screen.getByRole('button', { name: 'Run the self-test' })).toHaveFocus();
  release();
  expect(await screen.findByText('Stopped. Here is what was looked at.')).toBeInTheDocument();
  expect(screen.getAllByRole('listitem')).toHaveLength(3);
  expect(all.stored()).toEqual(before);
});

it('runs once, however often it is asked', async () => {
  const all = await annotations();
  const { user } = await open(all);
  const button = screen.getByRole('button', { name: 'Run the self-test' });
  await user.dblClick(button);
  await screen.findByText(/^Done\./);
  expect(screen.getAllByRole('listitem')).toHaveLength(15);
});

it('names the near misses whose moments look wrong, each with the way to its page', async () => {
  const all = await annotations();
  const seconds = aRecord({ id: 'seconds-1-ab', title: 'Disk', actedAt: 1_793_714_280 });
  await recordIn(storeOf(all), seconds, { kind: 'organization' });
  const { run } = await open(all);
  await run();
  const found = within(item('Moments that look wrong'));
  expect(found.getByText(/seconds were taken for milliseconds: 1\. In the future: 0\./)).toBeInTheDocument();
  expect(found.getByRole('link', { name: 'Disk' })).toHaveAttribute('href', expect.stringContaining('seconds-1-ab'));
});

it('shows each marker with its exact text, dashboard and writer before it is made, and makes another’s only alone', async () => {
  const all = await annotations();
  for (const id of ['own-1-abcdef', 'own-2-abcdef']) {
    await recordIn(storeOf(all), aRecord({ id }), { kind: 'organization' });
  }
  const stranger = all.as({ login: 'mallory' });
  const series = 'call https://evil.example';
  await recordIn(storeOf(stranger), aRecord({ id: 'other-1-abcd', source: { ...A_SOURCE, series } }), {
    kind: 'organization',
  });
  for (const { id } of tagged(all, MARKER_TAG)) {
    await all.remove(id);
  }
  const { user, run } = await open(all);
  await run();
  const rows = () => within(item('Near misses without a marker')).queryAllByRole('listitem');
  const hostile = () => rows().find((row) => row.textContent?.includes('mallory'));
  expect(hostile()).toHaveTextContent(
    /Near miss: call … towards 25 K \(service=checkout\), open\..*Checkout service \/ Orders waiting/
  );
  await user.click(screen.getByRole('button', { name: 'Make those of my own near misses' }));
  expect(await screen.findByText('Made 3 markers.')).toHaveFocus();
  expect(rows()).toEqual([hostile()]);
  await user.tab();
  await user.tab();
  expect(screen.getByRole('button', { name: 'Make this marker' })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(await screen.findByText('Made 1 marker.')).toHaveFocus();
  expect(rows()).toEqual([]);
});

it('names what only looks like a marker, with who wrote it and where, and offers nothing for it', async () => {
  const all = await annotations();
  const [own] = tagged(all, MARKER_TAG);
  const tags = own?.tags ?? [];
  await all
    .as({ login: 'mallory' })
    .post({ dashboardUid: 'payments', panelId: 2, time: 1, timeEnd: 2, text: '<b>Pay</b>', tags });
  const { run } = await open(all, { '/api/dashboards/uid/payments': { dashboard: { title: 'Pay desk' } } });
  await run();
  const found = item('What only looks like a marker');
  expect(await within(found).findByRole('link', { name: 'Pay desk' })).toHaveAttribute('href', '/d/payments');
  expect(found).toHaveTextContent(/^Look at this.*Pay.*Pay desk.*mallory.*not written by Near Miss/);
  expect(within(found).queryByRole('button')).not.toBeInTheDocument();
});

it('says what becomes of what Grafana refuses for its age, and asks nobody to correct it', async () => {
  const { run } = await open(memoryAnnotations({ user: ANNA, mode: 'app-platform' }));
  await run();
  const found = item('What happened long ago');
  expect(found).toHaveTextContent(/^Look at this.*100 days ago is refused for its age\..*keep the true times inside/);
  expect(found).toHaveTextContent(/Grafana said: /);
  expect(found).not.toHaveTextContent(/try again/);
});
