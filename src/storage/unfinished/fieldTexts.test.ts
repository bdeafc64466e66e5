import fc from 'fast-check';
import { decodeFieldTexts, type FieldTexts, NO_TEXTS, together, withoutTexts, withText } from './fieldTexts';

const typed = (field: FieldTexts, by: string, text: string) => {
  const instead = field.texts.find((one) => one.by === by) ?? null;
  return withText(field, { text, by, at: 0, instead }, null);
};
const words = ({ texts }: FieldTexts) => texts.map(({ text }) => text).sort();

it('lets a text that was seen give way to the one typed over it', () => {
  const first = typed(NO_TEXTS, 'red', 'one');
  const over = withText(first, { text: 'two', by: 'blue', at: -9e15, instead: first.written }, null);
  expect(words(together(first, over))).toEqual(['two']);
});

it('keeps side by side what two browsers typed without knowing of each other', () => {
  expect(words(together(typed(NO_TEXTS, 'red', 'one'), typed(NO_TEXTS, 'blue', 'two')))).toEqual(['one', 'two']);
});

it('does not bring back what was forgotten, and leaves what was never seen', () => {
  const first = typed(NO_TEXTS, 'red', 'one');
  const forgotten = withoutTexts(first, [first.written], null);
  expect(words(together(forgotten, together(first, typed(NO_TEXTS, 'blue', 'two'))))).toEqual(['two']);
});

it('comes to the same in any order, however often, and loses no last words of anybody', () => {
  const someTexts = fc.array(fc.tuple(fc.nat(2), fc.nat(2), fc.boolean()), { maxLength: 12 });
  fc.assert(
    fc.property(someTexts, (steps) => {
      const places = [NO_TEXTS, NO_TEXTS, NO_TEXTS];
      const last = new Map<string, string>();
      steps.forEach(([here, from, reads], at) => {
        const field = places[here] ?? NO_TEXTS;
        if (reads) {
          places[here] = together(field, places[from] ?? NO_TEXTS);
        } else {
          places[here] = typed(field, `b${here}`, `t${at}`);
          last.set(`b${here}`, `t${at}`);
        }
      });
      const [one = NO_TEXTS, two = NO_TEXTS, three = NO_TEXTS] = places;
      const all = together(together(one, two), three);
      expect(words(together(three, together(two, together(one, two))))).toEqual(words(all));
      expect(words(all)).toEqual([...last.values()].sort());
    })
  );
});

it('reads back what it is stored as, and a text of before there were several', () => {
  const field = together(typed(NO_TEXTS, 'red', 'one'), typed(NO_TEXTS, 'blue', 'two'));
  expect(decodeFieldTexts(JSON.stringify(field))).toEqual(field);
  expect(decodeFieldTexts('{"text":"x","at":7}')).toMatchObject({ texts: [{ text: 'x', at: 7 }], since: null });
});

it.each(['{', '7', 'null', '{"text":3,"at":1}', '{"text":"x"}', '{"texts":7}'])('reads nothing from %s', (raw) => {
  expect(decodeFieldTexts(raw)).toBeNull();
});
