import fc from 'fast-check';
import { typedText } from '../../testing/builders/arbitraries';
import { nameList, namesIn } from './nameList';

it('writes names as people do, in quotes where a separator stands inside', () => {
  expect(nameList(['cart', 'Payments, EU', '5" disks', '"x"'])).toBe('cart, "Payments, EU", 5" disks, """x"""');
  expect(nameList(['cart', 'a; b'], ';')).toBe('cart; "a; b"');
});

it.each([
  [' cart ,, mail\ncart', ['cart', 'mail']],
  ['"Payments, EU",cart', ['Payments, EU', 'cart']],
  ['cart, "Payments, EU"\n"a""b"', ['cart', 'Payments, EU', 'a"b']],
  ['5" disks, 7" disks', ['5" disks', '7" disks']],
  // As it is while somebody types.
  ['"Payments, EU', ['"Payments', 'EU']],
  ['"a" b, c', ['"a" b', 'c']],
  ['"", " "', []],
])('reads %j', (text, names) => {
  expect(namesIn(text)).toEqual(names);
});

it('reads back what it wrote, whatever the names are', () => {
  const names = fc.array(
    typedText.map((text) => text.trim()).filter((text) => text !== ''),
    { maxLength: 5 }
  );
  fc.assert(
    fc.property(names, (some) => {
      expect(namesIn(nameList(some))).toEqual([...new Set(some)]);
    })
  );
});
