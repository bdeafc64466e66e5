import { detailOf, failed, failureOf, type FailureKind, isTriedAgain } from './outcome';

it.each([
  [400, 'refused'],
  [401, 'unauthorized'],
  [402, 'refused'],
  [403, 'forbidden'],
  [404, 'missing'],
  [406, 'not-acceptable'],
  [408, 'timeout'],
  [409, 'refused'],
  [410, 'missing'],
  [429, 'unavailable'],
  [499, 'refused'],
  [500, 'unavailable'],
  [501, 'unavailable'],
  [503, 'unavailable'],
  [504, 'timeout'],
  [599, 'unavailable'],
])('takes status %i as %s', (status, kind) => {
  expect(failureOf(status, 'so')).toEqual({ kind, status, detail: 'so' });
});

it('knows a failure without an answer, with or without words', () => {
  expect(failed('offline')).toEqual({ ok: false, failure: { kind: 'offline', status: 0, detail: '' } });
  expect(failed('timeout', 'late')).toEqual({ ok: false, failure: { kind: 'timeout', status: 0, detail: 'late' } });
});

describe('the detail', () => {
  it.each<[string, unknown]>([
    ['message: reason', { message: 'message', error: 'reason' }],
    ['message', { message: 'message', error: '' }],
    ['message', { message: 'message', error: { deep: 1 } }],
    ['reason', { message: 7, error: 'reason' }],
    ['reason', { error: 'reason' }],
    ['', { message: null }],
    ['', {}],
    ['', null],
    ['', undefined],
    ['', 42],
  ])('is “%s” of %j', (detail, body) => {
    expect(detailOf(body)).toBe(detail);
  });

  it('is the text of a page, in one line without its tags', () => {
    expect(detailOf('<html>\n  <h1>Bad<b>gateway</b></h1>\r\n\t nginx </html>')).toBe('Bad gateway nginx');
    expect(detailOf('a < b')).toBe('a < b');
    expect(detailOf('')).toBe('');
  });

  it('ends after 200 characters', () => {
    expect(detailOf('x'.repeat(200))).toBe('x'.repeat(200));
    expect(detailOf(` <p>${'x'.repeat(201)}`)).toBe('x'.repeat(200));
  });
});

const AGAIN: Readonly<Record<FailureKind, boolean>> = {
  aborted: true,
  offline: true,
  timeout: true,
  unauthorized: true,
  unavailable: true,
  unreadable: true,
  forbidden: false,
  missing: false,
  'not-acceptable': false,
  overtaken: false,
  'too-long': false,
  refused: false,
};

it.each(Object.entries(AGAIN))('%s is tried again: %p', (kind, expected) => {
  expect(isTriedAgain({ kind: kind as FailureKind, status: 403, detail: '' })).toBe(expected);
});
