import { config } from '@grafana/runtime';
import { screen } from '@testing-library/react';
import React, { type ReactElement, type ReactNode } from 'react';
import { Route, Routes } from 'react-router-dom';
import { ANNA, annotationsWith, renderPage } from '../testing/render/renderPage';
import { StoredConfiguration } from './config/Configuration';
import InsightsPage from './insights/InsightsPage';
import ListPage from './list/ListPage';
import NearMissPage from './nearMiss/NearMissPage';
import PackPage from './pack/PackPage';
import RecordPage from './record/RecordPage';
import TransferPage from './transfer/TransferPage';

// A translator that marks what went through it: what stands there unmarked cannot be read in another language.
jest.mock('@grafana/i18n', () => {
  const actual = jest.requireActual('@grafana/i18n');
  return {
    ...actual,
    t: (...asked: unknown[]) => `«${actual.t(...asked)}»`,
    Trans: (props: Record<string, unknown> & { children?: ReactNode }) => (
      <span data-translated>
        <actual.Trans {...props} />
      </span>
    ),
  };
});

const ATTRIBUTES = ['aria-label', 'aria-description', 'placeholder', 'title', 'alt'];
/** What somebody typed, or Grafana itself says, as a value with its unit, has no translation of ours. */
const DATA = ['Xdata', 'anna', '25 K', 'UTC', 'PanelRenderer can only be used'];

/** Every text and spoken attribute below this element with a letter that neither passed the translator nor is data. */
function untranslated(root: HTMLElement): string[] {
  return Array.from(root.querySelectorAll('*')).flatMap((element) => {
    const said = ATTRIBUTES.map((name) => element.getAttribute(name) ?? '');
    const texts = Array.from(element.childNodes).map((node) =>
      node.nodeType === Node.TEXT_NODE && !element.closest('[data-translated], style, script')
        ? (node.textContent ?? '')
        : ''
    );
    return [...said, ...texts].filter(hasUnmarkedLetters);
  });
}

/** Grafana names days and months itself. */
const MOMENT = /\b[A-Z][a-z]{2} \d{1,2} [A-Z][a-z]{2}, \d/g;

function hasUnmarkedLetters(text: string): boolean {
  const rest = withoutMarked(text.replace(MOMENT, ''));
  return /\p{L}/u.test(rest) && !DATA.some((data) => rest.includes(data));
}

/** From the inside out: what was translated may hold what was translated before. */
function withoutMarked(text: string): string {
  const rest = text.replace(/«[^«»]*»/g, '');
  return rest === text ? rest : withoutMarked(rest);
}

const SETTINGS = {
  teams: [{ name: 'Xdata team', journalUid: 'j1' }],
  journals: [{ folderUid: 'f1', dashboardUid: 'j1', title: 'Xdata journal' }],
  extraQuestions: [{ key: 'Xdata-key', text: 'Xdata question', why: 'Xdata why' }],
};

async function shown(page: ReactElement, at: string) {
  window.localStorage.clear();
  config.bootData = { user: { permissions: { 'plugins:write': true } } } as never;
  const typed = { title: 'Xdata title', team: 'Xdata', almost: 'Xdata', cue: 'Xdata', action: 'Xdata' };
  const words = { ...typed, savedHow: 'Xdata', services: ['Xdata'], links: ['https://example.org/Xdata'] };
  const annotations = await annotationsWith([words]);
  const answers = { '/api/plugins/resilience-nearmiss-app/settings': { jsonData: SETTINGS }, '/api/search': [] };
  return renderPage(page, { at, annotations, user: ANNA, answers });
}

const NEAR_MISS = (
  <Routes key="near-miss">
    <Route path="/nm/:id" element={<NearMissPage />} />
  </Routes>
);

it.each([
  ['configuration', '/config', <StoredConfiguration key="config" />, () => screen.findByText(/Self-test/)],
  ['list', '/list', <ListPage key="list" />, () => screen.findByText('Xdata title')],
  ['insights', '/insights?period=', <InsightsPage key="insights" />, () => screen.findByText(/Too few/)],
  ['near miss', '/nm/queue-1-abcd', NEAR_MISS, () => screen.findByRole('heading', { name: '«History»' })],
  ['record', '/record', <RecordPage key="record" />, () => screen.findByText(/What almost happened/)],
  ['evidence pack', '/pack?period=&team=Xdata', <PackPage key="pack" />, () => screen.findByText(/What came of it/)],
  ['transfer', '/transfer', <TransferPage key="transfer" />, () => screen.findByText(/^Export$/)],
])('shows no text on the page %s that cannot be translated', async (_name, at, page, ready) => {
  const { container } = await shown(page, at);
  await ready();
  expect(untranslated(container)).toEqual([]);
});
