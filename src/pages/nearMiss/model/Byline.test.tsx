import { render } from '@testing-library/react';
import React from 'react';
import type { Authorship } from '../../../domain/fold/authorship';
import { anAuthor } from '../../../testing/builders/builders';
import { Byline } from './Byline';

const shown = (author: Authorship) => render(<Byline author={author} />).container;

it('names who wrote, and first who copied', () => {
  expect(shown(anAuthor({ login: 'anna' }))).toHaveTextContent(/^anna$/);
  const copied = anAuthor({ login: 'admin', writtenBy: { login: 'anna/o’neil', at: 1 } });
  expect(shown(copied)).toHaveTextContent(/^copied by admin, first written by anna\/o’neil$/);
});

it('never leaves a gap where somebody has no login', () => {
  expect(shown(anAuthor({ login: '' }))).toHaveTextContent(/^someone without a login$/);
  const copied = anAuthor({ login: '', writtenBy: { login: '\u3164\u202e', at: 1 } });
  expect(shown(copied)).toHaveTextContent(
    /^copied by someone without a login, first written by someone without a login$/
  );
});

it('names nobody once the seal is broken', () => {
  const author = anAuthor({ login: 'anna', sealed: false, writtenBy: { login: 'ben', at: 1 } });
  expect(shown(author)).toHaveTextContent(/^changed outside Near Miss, Grafana does not say by whom$/);
});

it('names the login where Grafana does not say what was changed, and does not call it changed', () => {
  expect(shown(anAuthor({ login: 'anna', sealed: null }))).toHaveTextContent(/^anna$/);
});

it.each([
  ['three thousand letters', 'x'.repeat(3_000)],
  ['no-break spaces', `boss${'\u00a0'.repeat(3_000)}`],
  ['an override of direction', '\u202eboss'],
  ['an isolate', '\u2067boss'],
  ['line ends', `boss${'\n'.repeat(99)}`],
])('keeps who copied it in sight and in its place when the first writer is named with %s', (_what, login) => {
  const container = shown(anAuthor({ login: 'mallory', writtenBy: { login, at: 1 } }));
  expect(container.textContent).toMatch(/^copied by mallory, first written by .{1,40}$/u);
  expect(container.textContent).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u);
  expect(Array.from(container.querySelectorAll('bdi'), ({ textContent }) => textContent?.length)).toHaveLength(2);
});
