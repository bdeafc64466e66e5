import { anAuthor } from '../../../testing/builders';
import { authorText } from './authorText';

it('names who wrote and who copied', () => {
  expect(authorText(anAuthor({ login: 'anna' }))).toBe('anna');
  const copied = anAuthor({ login: 'admin', writtenBy: { login: 'anna', at: 1 } });
  expect(authorText(copied)).toBe('anna, copied by admin');
});

it('never leaves a gap where somebody has no login', () => {
  expect(authorText(anAuthor({ login: '' }))).toBe('someone without a login');
  const copied = anAuthor({ login: '', writtenBy: { login: '', at: 1 } });
  expect(authorText(copied)).toBe('someone without a login, copied by someone without a login');
});

it('names nobody once the seal is broken', () => {
  const text = authorText(anAuthor({ login: 'anna', sealed: false, writtenBy: { login: 'ben', at: 1 } }));
  expect(text).toBe('changed outside Near Miss, Grafana does not say by whom');
});
