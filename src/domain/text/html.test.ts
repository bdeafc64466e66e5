import { escapeHtml, plainText } from './html';
it('drops the markup and keeps the words', () => {
  expect(plainText('heap <b>climbing</b><br/>see <a href="https://x.example">the graph</a> ')).toBe(
    'heap climbing\nsee the graph'
  );
});

it('keeps what only looks like markup', () => {
  expect(plainText('heap < 4 and > 3')).toBe('heap < 4 and > 3');
});

it('gives back what was escaped, once', () => {
  const typed = `a < b & "c" 'd' &lt;`;
  expect(plainText(escapeHtml(typed))).toBe(typed);
});

it.each(['<br', '</p', '<a', '< <', '&lt'])('takes no longer for a million characters of %s without an end', (part) => {
  const before = performance.now();
  const text = part.repeat(1_000_000 / part.length);
  expect(plainText(text)).toBe(text);
  expect(performance.now() - before).toBeLessThan(5_000);
});
