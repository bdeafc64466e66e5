import fc from 'fast-check';
import { firstClause } from './firstClause';
import { visibleText } from './visibleText';

it.each([
  ['The cart would have stopped. For hours.', 'The cart would have stopped'],
  ['The cart would have stopped; nobody would have known', 'The cart would have stopped'],
  ['The cart would have stopped: out of memory', 'The cart would have stopped'],
  ['The cart would have stopped — for everybody', 'The cart would have stopped'],
  ['The cart would have stopped – for everybody', 'The cart would have stopped'],
  ['The cart would have stopped\nFor hours', 'The cart would have stopped'],
  ['No orders for an hour, and no alert', 'No orders for an hour'],
  ['The cart would have stopped.', 'The cart would have stopped'],
  ['Nobody would have known... and then all would', 'Nobody would have known'],
  ['Der Vertrag wäre weg. Über Nacht', 'Der Vertrag wäre weg'],
  ['The cart was last. "For hours"', 'The cart was last'],
])('takes of %j the first clause', (text, clause) => {
  expect(firstClause(text)).toBe(clause);
});

it.each([
  ['At 3.5 GiB the cart stops, as it did in May', 'At 3.5 GiB the cart stops'],
  ['At 14:05 the cart stops, as it did in May', 'At 14:05 the cart stops'],
  ['OOM: the cart stops, and all with it', 'OOM: the cart stops'],
  ['In May, the cart stopped for good', 'In May, the cart stopped for good'],
  ['5 – 10 orders lost', '5 – 10 orders lost'],
  ['25,000 orders waiting', '25,000 orders waiting'],
  ['Logins down for approx. 20 min in the shop', 'Logins down for approx. 20 min in the shop'],
  ['All orders of Acme Inc. would have been lost', 'All orders of Acme Inc. would have been lost'],
  ['No payments for ca. 30 min. Nobody knew', 'No payments for ca. 30 min'],
  ['The API, e.g. the login, was slow', 'The API, e.g. the login'],
  ['The API, e.g., the login, was slow', 'The API, e.g., the login'],
  ['Kafka itself, i.e. All of it. For hours', 'Kafka itself, i.e. All of it'],
  ['The new node vs. Kafka. Kafka would have won', 'The new node vs. Kafka'],
  ['The disk No. 3 would have been full', 'The disk No. 3 would have been full'],
  ['Nobody but Dr. Meyer knew. Then he left', 'Nobody but Dr. Meyer knew'],
])('does not end %j where no clause ends', (text, clause) => {
  expect(firstClause(text)).toBe(clause);
});

it('cuts a long one between words, and a word that is too long itself anywhere', () => {
  expect(firstClause('Every payment would have been cut off after thirty milliseconds in every shop')).toBe(
    'Every payment would have been cut off after thirty milliseconds in…'
  );
  expect(firstClause('x'.repeat(80))).toBe(`${'x'.repeat(69)}…`);
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc
    .array(fc.constantFrom('a', 'word', ' ', ', ', '. ', 'ca. ', ': ', '—', '\n', '😀', '\ud83d', '\u202e', '…'), {
      maxLength: 200,
    })
    .map((parts) => parts.join(''))
);

it('is one line of at most 70 characters, without half of one, and empty only where nothing shows, for any text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const clause = firstClause(text);
      expect(clause === '').toBe(visibleText(text) === '');
      expect(Array.from(clause).length).toBeLessThanOrEqual(70);
      expect(clause).not.toMatch(/\p{Cs}|[\r\n]/u);
      expect(clause).toBe(clause.trim());
    }),
    { numRuns: 2_000 }
  );
});

it('reads no more of a long text than it needs', () => {
  const started = performance.now();
  expect(firstClause('. '.repeat(500_000))).not.toBe('');
  expect(performance.now() - started).toBeLessThan(500);
});
