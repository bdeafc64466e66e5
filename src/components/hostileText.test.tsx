import { QUESTIONS } from '../domain/record/questions';
import { getFieldDisplayName, renderMarkdown } from '@grafana/data';
import { render, renderHook } from '@testing-library/react';
import React from 'react';
import { chatLine } from '../domain/story/chatLine';
import { csvLine } from '../domain/text/csvLine';
import { decode } from '../domain/codec/decode';
import { encodeChange } from '../domain/codec/encodeChange';
import { encodeEntry } from '../domain/codec/encodeEntry';
import { encodeMarker } from '../domain/codec/encodeMarker';
import { encodeRecord } from '../domain/codec/encodeRecord';
import { nearMissesCsv } from '../domain/transfer/csv';
import { nearMissMarkdown, nearMissesMarkdown } from '../domain/story/markdown';
import { plainSpeech } from '../domain/story/plainSpeech';
import { safeLink, ownLink } from '../domain/text/link';
import { storySvg } from '../domain/story/picture/storySvg';
import { unpackEvidence } from '../domain/series/unpackEvidence';
import { routes } from '../routes';
import { A_RISING_TREND } from '../testing/builders/aRisingTrend';
import { aChange, anAuthor, aNearMiss, AN_OPEN_PROJECTION } from '../testing/builders/builders';
import { aHostileEntry, aHostileRecord, HOSTILE_TEXTS } from '../testing/builders/hostileTexts';
import { failureText } from './words/failureText';
import { NearMissRow } from './rows/NearMissRow';
import { sourceAddress, draftAddress } from './words/address';
import { storyFrames } from './graph/storyFrames';
import { useSpeech } from './words/useSpeech';

const LINK = '/a/resilience-nearmiss-app/nm/hostile-0001';
const ORGANIZATION = { kind: 'organization' } as const;
const SVG = 'data:image/svg+xml,';
const COLOURS = { line: '#1', road: '#2', band: '#3', limit: '#4', stretch: '#5', text: '#6', background: '#7' };

const hostile = (text: string) => aNearMiss({ ...aHostileRecord(text), author: anAuthor({ login: text }) });
const shown = (text: string) => ({ ...aHostileEntry(text), annotationId: 1, author: anAuthor(), edited: false });

/** What a browser makes of it. */
function parsed(html: string) {
  const page = document.createElement('div');
  page.innerHTML = html;
  return page;
}

function commentsIn(page: HTMLElement): string[] {
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
  const comments: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    comments.push(node.nodeValue ?? '');
  }
  return comments;
}

const elementsIn = (page: ParentNode) => Array.from(page.querySelectorAll('*'), ({ tagName }) => tagName);
const attributesIn = (page: ParentNode) =>
  Array.from(page.querySelectorAll('*'), ({ attributes }) => Array.from(attributes, ({ name }) => name)).flat();
const addressesIn = (page: ParentNode) => Array.from(page.querySelectorAll('a'), (a) => a.getAttribute('href'));
const inGrafana = (address: string) => new URL(address, 'https://grafana.example');

describe.each(HOSTILE_TEXTS)('%s', (_name, text) => {
  it.each([
    ['a record', encodeRecord(aHostileRecord(text), ORGANIZATION, LINK), 1],
    ['a change', encodeChange(aChange({ set: { title: text } }), hostile(text), LINK), 1],
    ['an entry', encodeEntry(aHostileEntry(text), hostile(text), LINK), 1],
    ['a marker', encodeMarker(aHostileRecord(text), LINK), 1],
  ])('shows in the native tooltip of %s as text beside our link', (_what, annotation, payloads) => {
    const page = parsed(annotation?.text ?? '');
    expect(elementsIn(page)).toEqual(['A']);
    expect(attributesIn(page)).toEqual(['href']);
    expect(addressesIn(page)).toEqual([LINK]);
    expect(commentsIn(page).map((comment) => comment.slice(0, 10))).toEqual(Array(payloads).fill('near-miss '));
    expect(page.textContent).not.toMatch(/"stretch"|"base"|"replaces"|[\u202a-\u202e\u2066-\u2069\u0000]/);
    expect(page.textContent?.length).toBeLessThan(400);
  });

  it('comes back from the store as it was typed, in every field', () => {
    const record = aHostileRecord(text);
    const stored = encodeRecord(record, ORGANIZATION, LINK);
    const decoded = decode({ id: 1, ...stored });
    const read = decoded.what === 'record' ? decoded.record : null;
    const last = read?.evidence?.dropped.at(-1);
    const leftOut = typeof last === 'object' && last.why === 'queries-too-large';
    // Queries make room for words where both would not fit, and that is said.
    const queries = leftOut ? [] : record.source?.queries;
    const { series } = record.evidence ?? {};
    expect(decoded).toMatchObject({
      record: { ...record, source: { ...record.source, queries }, evidence: { series } },
      unreadParts: [],
    });
  });

  it('makes tags that Grafana neither cuts nor refuses', () => {
    const { tags } = encodeRecord(aHostileRecord(text), ORGANIZATION, LINK);
    expect(tags.slice(0, 2)).toEqual(['near-miss', 'nm:hostile-0001']);
    for (const tag of tags.slice(2)) {
      expect(tag).toMatch(/^(kind|team|service):[^:\p{Cc}\p{Cs}]+$/u);
    }
  });

  it('draws nothing but lines and words into the picture', () => {
    const { evidence } = aHostileRecord(text);
    const { stretch, limit, actedAt } = A_RISING_TREND;
    const story = { stretch, actedAt, limit: { ...limit, text }, projection: AN_OPEN_PROJECTION };
    const picture = storySvg(
      { ...story, evidence: unpackEvidence(evidence ?? { series: [], dropped: [] }) },
      { width: 800, height: 300 },
      { ...COLOURS, text },
      plainSpeech
    );
    const page = new DOMParser().parseFromString(picture, 'image/svg+xml');
    const usual = ['circle', 'defs', 'g', 'line', 'linearGradient', 'pattern', 'polygon', 'polyline', 'rect', 'stop'];
    expect([...new Set(elementsIn(page))].sort()).toEqual([...usual, 'svg', 'text']);
    expect(attributesIn(page).filter((name) => /^on|href|style|src/i.test(name))).toEqual([]);
    expect(() => encodeURIComponent(picture)).not.toThrow();
  });

  it.each([
    [
      'one near miss',
      nearMissMarkdown(hostile(text), [shown(text), { ...shown(text), type: 'thanks' }], LINK, plainSpeech),
    ],
    [
      'several',
      nearMissesMarkdown([{ nearMiss: hostile(text), entries: [shown(text)] }], () => LINK, plainSpeech, QUESTIONS),
    ],
  ])('marks nothing up in the Markdown of %s', (_what, markdown) => {
    const page = parsed(renderMarkdown(markdown, { noSanitize: true }));
    const usual = ['A', 'EM', 'H1', 'H2', 'IMG', 'LI', 'P', 'STRONG', 'UL'];
    expect(elementsIn(page).filter((name) => !usual.includes(name))).toEqual([]);
    expect(page.querySelectorAll('h1').length).toBeLessThanOrEqual(1);
    expect(attributesIn(page).filter((name) => !['alt', 'href', 'src'].includes(name))).toEqual([]);
    expect(Array.from(page.querySelectorAll('img'), ({ src }) => src.slice(0, 19))).toEqual(
      markdown.includes('![') ? [SVG] : []
    );
    expect(commentsIn(page)).toEqual([]);
    const given = aHostileRecord(text).links.flatMap((link) => safeLink(link) ?? []);
    const hosts = (addresses: readonly string[]) =>
      addresses.map(inGrafana).map(({ protocol, host }) => `${protocol}//${host}`);
    const addresses = addressesIn(page).map(String);
    expect(addresses.filter((address) => address === LINK)).toHaveLength(1);
    expect(hosts(addresses).sort()).toEqual(hosts([LINK, ...given]).sort());
  });

  it('makes one line for a chat, with no link but ours', () => {
    const line = chatLine(hostile(text), LINK, plainSpeech);
    expect(line).not.toMatch(/[\r\n\u2028\u2029<>\u202a-\u202e\u2066-\u2069]/);
    const page = parsed(renderMarkdown(line, { noSanitize: true }));
    expect(elementsIn(page)).toEqual(['P']);
    expect(line.endsWith(` ${LINK}`)).toBe(true);
  });

  it('begins no cell of a spreadsheet as a formula, however its cells are separated', () => {
    const [, ...rows] = nearMissesCsv([hostile(text)]).split('\r\n');
    const cells = [rows.join('\r\n'), csvLine([text, 'end'])].flatMap((line) => line.split(/[,;\t\r\n]"?/));
    expect(cells.filter((cell) => /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u.test(cell))).toEqual([]);
  });

  it('leads to no other place than it seems to', () => {
    const { source } = aHostileRecord(text);
    const draft = { annotationId: 1, created: 1, time: 1, timeEnd: 1, text, tags: [], panelId: 1, login: '' };
    const own = [
      source ? sourceAddress(source) : '',
      draftAddress({ ...draft, dashboardUid: text }) ?? '',
      routes.nearMiss(text),
      ownLink(text) ?? '/',
    ].map(inGrafana);
    const foreign = ownLink(text) === null ? 0 : Number(ownLink(text) === safeLink(text));
    expect(own.filter(({ origin }) => origin !== 'https://grafana.example')).toHaveLength(foreign);
    expect(own.slice(0, 3).map(({ pathname }) => pathname.split('/')[1])).toEqual(['d', 'd', 'a']);

    const anchor = document.createElement('a');
    anchor.href = safeLink(text) ?? 'https://nowhere.example';
    expect(['http:', 'https:', 'mailto:']).toContain(anchor.protocol);
  });

  it('names lines of the graph as typed', () => {
    const { series } = unpackEvidence(aHostileRecord(text).evidence ?? { series: [], dropped: [] });
    const names = { road: 'road', stretch: 'stretch', acted: 'acted' };
    const frames = storyFrames(
      { series, limit: A_RISING_TREND.limit, projection: null, actedAt: null },
      { ...names, crossing: 'crossing' },
      { shown: A_RISING_TREND.stretch, range: null }
    );
    expect(frames.map((frame) => frame.fields[1] && getFieldDisplayName(frame.fields[1], frame, frames))).toEqual([
      text,
      `${text} 2`,
    ]);
  });

  it('is put into sentences as typed, and filled in once', () => {
    const { result } = renderHook(() => useSpeech('utc'));
    expect(result.current.phrase('test.said', 'Said: {{name}}.', { name: text })).toBe(`Said: ${text}.`);
    expect(plainSpeech.phrase('test.said', 'Said: {{name}}.', { name: text })).toBe(`Said: ${text}.`);
    expect(failureText({ kind: 'refused', status: 400, detail: `(${text})` })).toContain(`(${text})`);
  });

  it('shows in a row as text', () => {
    const { result } = renderHook(() => useSpeech('utc'));
    const { container } = render(
      <NearMissRow nearMiss={hostile(text)} speech={result.current} href={LINK} width={800} />
    );
    expect([...new Set(elementsIn(container))].sort()).toEqual(['A', 'DIV', 'IMG', 'SPAN']);
    expect(attributesIn(container).filter((name) => name.startsWith('on'))).toEqual([]);
    expect(container.querySelector('img')?.getAttribute('src')).toMatch(/^data:image\/svg\+xml,/);
    expect(addressesIn(container)).toEqual([LINK]);
    expect(container.textContent).toContain(text);
  });
});
