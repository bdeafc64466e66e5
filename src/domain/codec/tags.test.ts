import fc from 'fast-check';
import { typedText } from '../../testing/builders/arbitraries';
import { idInTags, tagsOf } from './tags';

/** As Grafana estimates it before it answers 400: a comma and two quotes a tag, two brackets. */
const estimated = (tags: string[]) => tags.reduce((sum, tag) => sum + Buffer.byteLength(tag) + 3, 1);

it('never takes more than 480 bytes, has one colon a tag at most, and no tag twice or beside its bare key', () => {
  const names = fc.oneof(typedText, fc.constantFrom('cart', 'Cart', ' cart ', 'a:b', 'near-miss', '服务'));
  fc.assert(
    fc.property(names, names, fc.array(names, { maxLength: 60 }), (kind, team, services) => {
      const tags = tagsOf({ plain: 'near-miss', id: 'abcdefghijkl', kind, team, services });
      expect(estimated(tags)).toBeLessThanOrEqual(480);
      expect(tags.slice(0, 2)).toEqual(['near-miss', 'nm:abcdefghijkl']);
      const lower = tags.map((tag) => tag.toLowerCase());
      expect(new Set(lower).size).toBe(tags.length);
      for (const tag of tags) {
        expect(tag.split(':').length).toBeLessThanOrEqual(2);
        expect(tags).not.toContain(`${tag}:`);
        expect(tag.startsWith('near-miss:')).toBe(false);
        expect(tag.length).toBeLessThanOrEqual(108);
      }
    })
  );
});

it('keys kind, team and services, with a look-alike for the colon that Grafana would cut at', () => {
  expect(
    tagsOf({ plain: 'near-miss', id: 'x', kind: 'trend', team: 'a:b:c', services: ['cart', 'CART', '  '] })
  ).toEqual(['near-miss', 'nm:x', 'kind:trend', 'team:a∶b∶c', 'service:cart']);
});

it('goes on with shorter names after one that did not fit', () => {
  const services = ['s'.repeat(101), ...'abcdef'.split('').map((letter) => letter.repeat(90)), 'short'];
  const tags = tagsOf({ plain: 'near-miss', id: 'x', services });
  expect(tags).toContain('service:short');
  expect(tags.length).toBe(7);
});

it('takes names of up to 100 characters and as many bytes as there are', () => {
  const tag = (name: string) => tagsOf({ plain: 'near-miss', id: 'x', team: name })[2];
  expect(tag('s'.repeat(100))).toBe(`team:${'s'.repeat(100)}`);
  expect(tag('s'.repeat(101))).toBeUndefined();
  const full = tagsOf({ plain: 'near-miss', id: 'x', services: ['a', 'b', 'c', 'd'].map((one) => one.repeat(100)) });
  const left = 480 - estimated(full) - 'service:'.length - 3;
  const services = [...full.slice(2).map((one) => one.slice(8)), 'e'.repeat(left)];
  expect(estimated(tagsOf({ plain: 'near-miss', id: 'x', services }))).toBe(480);
  expect(tagsOf({ plain: 'near-miss', id: 'x', services: [...services.slice(0, -1), 'e'.repeat(left + 1)] })).toEqual(
    full
  );
});

it('finds the id again', () => {
  expect(idInTags(['near-miss', 'nm:abc'])).toBe('abc');
  expect(idInTags(['near-miss'])).toBe('');
});
