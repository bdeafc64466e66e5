import { parseJson, readJson } from './parseJson';

it('brings what the text holds', () => {
  expect(parseJson('{"a":[1,"b"]}')).toEqual({ a: [1, 'b'] });
  expect(readJson('null')).toEqual({ ok: true, value: null });
});

it.each([null, '', '{"a":', 'a note', 'undefined'])('is nothing for %j', (text) => {
  expect(parseJson(text)).toBeNull();
});

it('tells why a text holds none', () => {
  expect(readJson('{"a":')).toEqual({ ok: false, reason: expect.stringContaining('SyntaxError') });
});
