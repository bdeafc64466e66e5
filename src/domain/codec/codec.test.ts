import fc from 'fast-check';
import { someDecodedEntries, someFields, someRecord, typedText } from '../../testing/builders/arbitraries';
import { aChange, aNearMiss, anAnnotation, anEntry, aRecord, A_SOURCE } from '../../testing/builders/builders';
import type { NewAnnotation } from './annotation';
import { decode } from './decode';
import { encodeChange } from './encodeChange';
import { encodeEntry } from './encodeEntry';
import { encodeMarker, isMarkerText } from './encodeMarker';
import { encodeRecord } from './encodeRecord';
import { ENTRY_TYPES, type EntryType, type NearMissRecord } from '../record/record';
import { packEvidence } from '../series/packEvidence';
import { MOST_NEW_TEXT_BYTES, textBytes, bytesOver, readPayload, replacePayload } from './payload';
import { wordingOf } from '../record/questions';

const LINK = '/a/resilience-nearmiss-app/nm/queue-1-abcd';
const ORGANIZATION = { kind: 'organization' } as const;

/** As Grafana gives back what was POSTed. */
function stored({ dashboardUid, ...rest }: NewAnnotation) {
  return {
    id: 7,
    created: 5,
    updated: 5,
    login: 'anna',
    ...rest,
    ...(dashboardUid ? { dashboardUID: dashboardUid } : {}),
  };
}

function roundTrip(record: NearMissRecord) {
  const decoded = decode(stored(encodeRecord(record, ORGANIZATION, LINK)));
  if (decoded.what !== 'record') {
    throw new Error(`not a record but ${JSON.stringify(decoded)}`);
  }
  return decoded;
}

/** What a browser makes of it: text and elements, without comments. */
function rendered(text: string) {
  const page = document.createElement('div');
  page.innerHTML = text;
  return page;
}

describe('a record survives encode and decode', () => {
  it('whatever was typed', () => {
    fc.assert(
      fc.property(someRecord, (record) => {
        const decoded = roundTrip(record);
        expect(decoded.record).toEqual(record);
        expect(decoded.unreadParts).toEqual([]);
      })
    );
  });

  it('with a sentence of 10 kB, which the text before the payload only begins', () => {
    const almost = 'All of it -- gone. 🧯'.repeat(450);
    const annotation = encodeRecord(aRecord({ almost }), ORGANIZATION, LINK);
    expect(decode(stored(annotation))).toMatchObject({ record: { almost } });
    expect(bytesOver(annotation)).toBe(0);
    expect(rendered(annotation.text).textContent?.length).toBeLessThan(600);
  });

  it('with queries of other plugins', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 2 }), (raw) => {
        const queries: unknown = JSON.parse(JSON.stringify(raw));
        const { source, evidence } = roundTrip(aRecord({ source: { ...A_SOURCE, queries: raw } })).record;
        expect(source?.queries.length === 0 && raw.length > 0 ? evidence?.dropped : source?.queries).toEqual(
          source?.queries.length === 0 && raw.length > 0 ? [{ why: 'queries-too-large' }] : queries
        );
      })
    );
  });

  it('but a limit that is no number is named as unread', () => {
    const broken = aRecord({ limit: { value: NaN, direction: 'rising', unit: '', text: '?', origin: 'typed' } });
    expect(roundTrip(broken)).toMatchObject({ record: { limit: null, title: broken.title }, unreadParts: ['limit'] });
  });

  it('in a journal', () => {
    const annotation = encodeRecord(aRecord(), { kind: 'journal', dashboardUid: 'j1' }, LINK);
    expect(decode(stored(annotation))).toMatchObject({ what: 'record', annotation: { dashboardUid: 'j1' } });
  });
});

describe('the text of an annotation', () => {
  it('shows the typed words and our link and nothing else', () => {
    fc.assert(
      fc.property(typedText, typedText, (title, almost) => {
        const page = rendered(encodeRecord(aRecord({ title, almost, evidence: null }), ORGANIZATION, LINK).text);
        expect(Array.from(page.querySelectorAll('*'), ({ tagName }) => tagName)).toEqual(['A']);
        expect(page.querySelector('a')).toHaveAttribute('href', LINK);
        expect(page.textContent).not.toContain('"version"');
      })
    );
  });

  it.each([
    ['its title, then what almost happened', { title: 'Queue', almost: ' All gone. ' }, 'Near miss: Queue. All gone.'],
    ['it once where both say the same', { title: ' ', almost: 'All gone.' }, 'Near miss: All gone.'],
    [
      'all of it where its first clause is the title',
      { title: '', almost: 'All gone, for good.' },
      'Near miss: All gone, for good.',
    ],
    ['its title alone', { title: 'Queue', almost: ' ' }, 'Near miss: Queue'],
  ])('names %s', (_what, over, sentence) => {
    const { text } = encodeRecord(aRecord(over), ORGANIZATION, '');
    expect(text.split('\n')[0]).toBe(sentence);
  });

  it('names the fields of a change and the words of an entry', () => {
    const of = aNearMiss({ title: 'Queue' });
    const change = encodeChange(aChange({ set: { title: 'x', cue: 'y' } }), of, '');
    expect(change.text.split('\n')[0]).toBe('Change of near miss “Queue”: title, cue');
    const words = (type: EntryType) => encodeEntry(anEntry({ type, text: 'Words.' }), of, '').text.split('\n')[0];
    expect(ENTRY_TYPES.map(words)).toEqual([
      'An answer on near miss “Queue”: Words.',
      'A takeaway on near miss “Queue”: Words.',
      'A follow-up on near miss “Queue”: Words.',
      'Thanks on near miss “Queue”: Words.',
    ]);
  });

  it('leaves out a link that could run a script', () => {
    expect(rendered(encodeRecord(aRecord(), ORGANIZATION, 'javascript:alert(1)').text).querySelector('a')).toBeNull();
    expect(rendered(encodeRecord(aRecord(), ORGANIZATION, '//evil.example').text).querySelector('a')).toBeNull();
  });

  it('takes less than 3 kB for a record of one series with as many points as are kept', () => {
    const times = Array.from({ length: 2_000 }, (_, i) => 1_700_000_000_000 + i * 15_000);
    const values = times.map((_, i) => 1e9 + 1e6 * i + 1e7 * Math.sin(i * 7));
    const stretch = { from: 1_700_010_000_000, to: 1_700_020_000_000 };
    const evidence = packEvidence(
      [{ name: 'memory {pod="cart-5d8f7c9b4-x2x7k"}', unit: 'bytes', times, values }],
      stretch
    );
    expect(evidence.series[0]?.times.length).toBeGreaterThan(470);
    const { text } = encodeRecord(aRecord({ evidence, stretch }), ORGANIZATION, LINK);
    expect(textBytes(text)).toBeLessThan(3_072);
    expect(text).toContain('predictable_csv_wave');
  });

  it('drops large queries first and says so', () => {
    const queries = [{ refId: 'A', expr: 'x'.repeat(3_000) }];
    const { record } = roundTrip(aRecord({ source: { ...A_SOURCE, queries } }));
    expect(record.source?.queries).toEqual([]);
    expect(record.evidence?.dropped).toEqual([{ why: 'queries-too-large' }]);
    expect(record.evidence?.series).toHaveLength(1);
  });

  it('keeps small queries whatever the words and the other series take', () => {
    const series = aRecord().evidence?.series[0];
    const evidence = { series: series ? [series, series, series] : [], dropped: [] };
    expect(roundTrip(aRecord({ almost: 'word '.repeat(800) })).record.source?.queries).toEqual(A_SOURCE.queries);
    expect(roundTrip(aRecord({ evidence })).record.source?.queries).toEqual(A_SOURCE.queries);
  });

  it('drops queries that JSON cannot hold and keeps the record', () => {
    const circle: unknown[] = [];
    circle.push(circle);
    const { record } = roundTrip(aRecord({ source: { ...A_SOURCE, queries: circle } }));
    expect(record.evidence?.dropped[0]).toEqual({
      why: 'queries-unwritable',
      detail: expect.stringMatching(/circular/i),
    });
  });

  it('drops series, the last first, before it passes 16 kB, but never a word', () => {
    const series = aRecord().evidence?.series[0];
    const evidence = {
      series: series ? Array.from({ length: 60 }, (_, i) => ({ ...series, name: `s${i}` })) : [],
      dropped: [],
    };
    const annotation = encodeRecord(aRecord({ evidence }), ORGANIZATION, LINK);
    expect(textBytes(annotation.text)).toBeLessThanOrEqual(MOST_NEW_TEXT_BYTES);
    const kept = roundTrip(aRecord({ evidence })).record.evidence;
    expect(kept?.series[0]?.name).toBe('s0');
    expect(kept?.dropped.slice(0, 2)).toEqual([
      { why: 'queries-too-large' },
      { why: 'words-needed-room', series: 's59' },
    ]);

    const words = 'word '.repeat(4_000);
    const tooLong = encodeRecord(aRecord({ evidence, almost: words }), ORGANIZATION, LINK);
    expect(decode(stored(tooLong))).toMatchObject({ record: { almost: words, evidence: { series: [] } } });
    expect(bytesOver(tooLong)).toBeGreaterThan(3_000);
  });

  it('fits thousands of series of a record made by hand in no time, as many as there is room for', () => {
    const series = aRecord().evidence?.series[0];
    const evidence = {
      series: series
        ? Array.from({ length: 5_000 }, (_, i) => ({ ...series, name: `s${i} ${'long '.repeat(50)}` }))
        : [],
      dropped: [],
    };
    const before = performance.now();
    const annotation = encodeRecord(aRecord({ evidence }), ORGANIZATION, LINK);
    expect(performance.now() - before).toBeLessThan(5_000);
    expect(bytesOver(annotation)).toBe(0);
    const kept = roundTrip(aRecord({ evidence })).record.evidence;
    expect(textBytes(annotation.text)).toBeGreaterThan(15_000);
    expect(kept?.dropped).toHaveLength(12);
    expect(kept?.dropped.at(-1)).toEqual({
      why: 'further-series',
      count: 5_000 - (kept?.series.length ?? 0) - 10,
    });
  });

  it('has whole times: the stretch, or twice the moment of acting without a graph', () => {
    const record = aRecord({ stretch: { from: 1.4, to: 9.6 } });
    expect(encodeRecord(record, ORGANIZATION, LINK)).toMatchObject({ time: 1, timeEnd: 10 });
    expect(encodeRecord({ ...record, stretch: null, actedAt: 50 }, ORGANIZATION, LINK)).toMatchObject({
      time: 50,
      timeEnd: 50,
    });
  });
});

describe('changes and entries', () => {
  it('survive encode and decode, in the place and at the times of their record', () => {
    const of = aNearMiss({
      place: { kind: 'journal', dashboardUid: 'j1' },
      time: 3,
      timeEnd: 4,
      actedAt: 99,
      stretch: null,
    });
    fc.assert(
      fc.property(someFields, typedText, typedText, (set, text, typed) => {
        const change = aChange({ set, base: { title: ['a'], status: [] }, writtenBy: { login: text, at: 1 } });
        const sent = encodeChange(change, of, LINK);
        expect(sent).toMatchObject({ dashboardUid: 'j1', time: 3, timeEnd: 4 });
        expect(decode(stored(sent))).toMatchObject({ what: 'change', change, unreadParts: [] });
        const entry = anEntry({ text, replaces: 'b', asked: wordingOf(typed) });
        expect(decode(stored(encodeEntry(entry, of, LINK)))).toMatchObject({ what: 'entry', entry });
      })
    );
  });

  it('keep at most 300 characters of the question, in one line, whoever wrote more', () => {
    const of = aNearMiss();
    const long = `Why?\n\u202e${'<b>ü'.repeat(2_500)}`;
    const kept = `Why? ${'<b>ü'.repeat(73)}<b…`;
    expect(Array.from(kept)).toHaveLength(300);
    const sent = encodeEntry(anEntry({ asked: long }), of, LINK);
    expect(readPayload(sent.text)).toMatchObject({ payload: { asked: kept } });
    expect(decode(stored(sent))).toMatchObject({ entry: { asked: kept } });
    const byHand = replacePayload(sent.text, { what: 'entry', ...anEntry({ asked: long }) });
    expect(decode(stored({ ...sent, text: byHand }))).toMatchObject({ entry: { asked: kept } });
  });

  it.each([
    ['absent', { asked: undefined }],
    ['no text', { asked: 5 }],
    ['of no answer', { type: 'takeaway', asked: 'Why?' }],
  ])('have no wording of a question where it is %s, and are read all the same', (_what, over) => {
    const older = anEntry({ asked: 'Why not?' });
    const text = replacePayload(encodeEntry(anEntry(), aNearMiss(), LINK).text, { what: 'entry', ...older, ...over });
    const sent = { ...encodeEntry(anEntry(), aNearMiss(), LINK), text };
    expect(decode(stored(sent))).toMatchObject({ what: 'entry', entry: { asked: '', text: older.text } });
  });

  it('carry tags by which they are found', () => {
    expect(encodeChange(aChange(), aNearMiss(), LINK).tags).toEqual([
      'near-miss-change',
      'nm:queue-1-abcd',
      'team:payments',
      'service:checkout',
    ]);
    expect(encodeEntry(anEntry(), aNearMiss(), LINK).tags).toEqual(['near-miss-retro', 'nm:queue-1-abcd']);
  });
});

describe('a marker', () => {
  it('names values of variables, series and limit on its panel, and is decoded by its tags', () => {
    const marker = encodeMarker(aRecord(), LINK);
    expect(marker).toMatchObject({
      dashboardUid: 'checkout',
      panelId: 4,
      tags: ['near-miss-marker', 'nm:queue-1-abcd'],
    });
    expect(rendered(marker?.text ?? '').textContent).toBe(
      'Near miss: orders waiting towards 25 K (service=checkout), open. Open near miss\n'
    );
    expect(decode(marker && stored(marker))).toMatchObject({ what: 'marker', nearMiss: 'queue-1-abcd' });
  });

  it('says in its first sentence what it is and how it stands, however long its names are', () => {
    const long = 'w'.repeat(500);
    const source = { ...A_SOURCE, series: long, variables: { [long]: long, b: long } };
    const limit = { value: 1, direction: 'rising', unit: '', text: long, origin: 'typed' } as const;
    const [sentence = ''] = (encodeMarker(aRecord({ source, limit, status: 'closed' }), LINK)?.text ?? '').split(
      ' <a '
    );
    const w = (count: number) => 'w'.repeat(count);
    expect(sentence).toBe(`Near miss: ${w(40)}…${w(39)} towards ${w(12)}…${w(11)} (${w(40)}…${w(38)}…), closed.`);
  });

  it('leads nowhere but to its near miss, whatever the names of series, limit and variables', () => {
    fc.assert(
      fc.property(someRecord, (record) => {
        const text = encodeMarker({ ...record, id: 'queue-1-abcd' }, LINK)?.text ?? '';
        const [sentence = ''] = text.split(' <a ');
        expect(sentence).not.toMatch(/:\/\/|www\.|mailto:|[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        expect(sentence === '' || /^Near miss.*, (open|discussed|closed|withdrawn)\.$/su.test(sentence)).toBe(true);
        expect(text === '' || isMarkerText(text, 'queue-1-abcd')).toBe(true);
      })
    );
  });

  it('tells no typed word, which a public dashboard would show', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z]{8}$/), (secret) => {
        const { title, almost, cue, action, savedHow, team, recordedFor, outcome } = {
          title: secret,
          almost: secret,
          cue: secret,
          action: secret,
          savedHow: secret,
          team: secret,
          recordedFor: secret,
          outcome: secret,
        };
        const over = { title, almost, cue, action, savedHow, team, recordedFor, outcome, services: [secret] };
        expect(JSON.stringify(encodeMarker(aRecord(over), LINK))).not.toContain(secret);
      })
    );
  });

  it('names no variables where there are none, each where there are several, and the dashboard where nothing else has a name', () => {
    const text = (over: object) => encodeMarker(aRecord({ source: { ...A_SOURCE, ...over } }), '')?.text.split('\n')[0];
    expect(text({ variables: {} })).toBe('Near miss: orders waiting towards 25 K, open.');
    expect(text({ variables: { a: '1', b: '2' } })).toBe('Near miss: orders waiting towards 25 K (a=1, b=2), open.');
    expect(text({ variables: {}, series: '', panelTitle: '' })).toBe('Near miss: Checkout service, open.');
    expect(text({ variables: {}, series: '', panelTitle: '', dashboardTitle: '' })).toBe('Near miss, open.');
  });

  it('names only variables that say something, and every value as a word', () => {
    const variables = { ds: 'P4169E866C3094E38', cluster: '', job: '$__all', service: ['cart', 'mail'], logs: 'a1b2' };
    const source = { ...A_SOURCE, variables, variableTexts: { logs: '' } };
    const said = (over: object) => encodeMarker(aRecord({ source: { ...source, ...over } }), '')?.text.split('\n')[0];
    expect(said({})).toBe('Near miss: orders waiting towards 25 K (job=All, service=cart + mail), open.');
    expect(said({ variables: { ds: 'x', cluster: '' } })).toBe('Near miss: orders waiting towards 25 K, open.');
  });

  it('is known by its payload, and the first ones by their sentence and link; by neither for another near miss', () => {
    const { text = '' } = encodeMarker(aRecord(), LINK) ?? {};
    const first = `Near miss (service=checkout): orders waiting towards 25 K · open <a href="/a/app/nm/queue-1-abcd">Open near miss</a>`;
    const telling = text.replace('(service=checkout)', '(ds=P4169E866C3094E38, cluster=, job=$__all)');
    expect(telling).not.toBe(text);
    for (const own of [text, first, telling]) {
      expect(isMarkerText(own, 'queue-1-abcd')).toBe(true);
      expect(isMarkerText(own, 'queue-2-abcd')).toBe(false);
      expect(isMarkerText(own, '1-abcd')).toBe(false);
      expect(isMarkerText(`Deployed. ${own}`, 'queue-1-abcd')).toBe(false);
    }
  });

  it.each([
    ['nothing', ''],
    ['words', 'Near miss: cart'],
    ['the link with words after it', 'Near miss <a href="/a/app/nm/queue-1-abcd">Open near miss</a> and more'],
    ['a broken payload', 'Near miss <!--near-miss {"what":"marker","id":"queue-1-abcd"'],
    ['a payload of another sort', 'Near miss <!--near-miss {"what":"entry","id":"queue-1-abcd"}-->'],
  ])('is not what has %s for its text', (_what, text) => {
    expect(isMarkerText(text, 'queue-1-abcd')).toBe(false);
    expect(decode({ id: 4, text, tags: ['near-miss-marker', 'nm:queue-1-abcd'] }).what).toBe(
      text.includes('"entry"') ? 'unreadable' : 'marker'
    );
  });

  it('cannot be made without a graph', () => {
    expect(encodeMarker(aRecord({ source: null }), LINK)).toBeNull();
    expect(encodeMarker(aRecord({ stretch: null }), LINK)).toBeNull();
  });
});

describe('decode', () => {
  it('makes something of anything', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          typedText.map((text) => ({ id: 1, text, tags: ['near-miss'] }))
        ),
        (raw) => {
          expect(['record', 'change', 'entry', 'marker', 'draft', 'unreadable']).toContain(decode(raw).what);
        }
      )
    );
  });

  it('makes something of any payload, and a near miss keeps what can be read', () => {
    const parts = fc.dictionary(
      fc.constantFrom(...Object.keys(aRecord()), 'set', 'base', 'text', 'type', 'replaces', 'nearMiss'),
      fc.jsonValue()
    );
    fc.assert(
      fc.property(parts, fc.constantFrom('record', 'change', 'entry', 'else'), (part, what) => {
        const text = `x <!--near-miss ${JSON.stringify({ ...part, what }).replaceAll('--', '-\\u002d')}-->`;
        const decoded = decode({ id: 1, text, tags: ['near-miss', 'nm:abc'] });
        expect(['record', 'change', 'entry', 'unreadable']).toContain(decoded.what);
        expect(decoded.what === 'record' ? typeof decoded.record.title : '').toBe(
          decoded.what === 'record' ? 'string' : ''
        );
      })
    );
  });

  it.each([
    ['a list', '[1]', 'Its stored data is not an object.'],
    ['nothing', 'null', 'Its stored data is not an object.'],
    [
      'nested deeper than anything we store',
      `{"a":${'['.repeat(64)}1${']'.repeat(64)}}`,
      'Its stored data is nested too deeply.',
    ],
    ['of a sort we do not know', '{"what":"song"}', 'Its stored data is of an unknown sort.'],
  ])('says that it cannot read a payload that is %s', (_what, json, reason) => {
    expect(decode({ id: 1, text: `<!--near-miss ${json}-->`, tags: ['near-miss'] })).toMatchObject({
      what: 'unreadable',
      reason,
    });
  });

  it('says of a cut-off or broken payload that it cannot be read, and never throws', () => {
    const { text } = encodeRecord(aRecord(), ORGANIZATION, LINK);
    const start = text.indexOf('<!--near-miss ');
    fc.assert(
      fc.property(fc.integer({ min: start + 14, max: text.length - 4 }), (length) => {
        const cut = decode({ id: 1, text: text.slice(0, length), tags: ['near-miss'] });
        expect(cut).toMatchObject({ what: 'unreadable', reason: 'Its stored data was cut off.' });
        const broken = decode({ id: 1, text: `${text.slice(0, length)}-->`, tags: ['near-miss'] });
        expect(broken).toMatchObject({ what: 'unreadable', reason: expect.stringMatching(/not valid JSON/) });
      })
    );
  });

  it('reads a record that was written by hand, with defaults', () => {
    const text =
      'We were lucky <!--near-miss {"what":"record","version":1,"id":"by-curl-0001","title":"Disk nearly full"} -->';
    expect(decode({ id: 3, time: 10, timeEnd: 20, text, tags: ['near-miss'] })).toMatchObject({
      what: 'record',
      unreadParts: [],
      record: {
        title: 'Disk nearly full',
        kind: 'other',
        status: 'recorded',
        actedAt: 20,
        savedBy: [],
        evidence: null,
      },
    });
  });

  it('reads the rest when parts have wrong types, and names them', () => {
    const text = `<!--near-miss ${JSON.stringify({
      what: 'record',
      version: 1,
      id: 'by-curl-0001',
      title: 5,
      kind: 'unheard-of',
      savedBy: ['luck', 7],
      almost: 'Gone.',
      stretch: { from: 9, to: 1 },
    })}-->`;
    const decoded = decode({ id: 3, text, tags: ['near-miss'] });
    expect(decoded).toMatchObject({
      record: { title: '', kind: 'other', savedBy: ['luck'], almost: 'Gone.', stretch: null },
    });
    expect(decoded.what === 'record' && [...decoded.unreadParts].sort()).toEqual([
      'kind',
      'savedBy',
      'stretch',
      'title',
    ]);
  });

  it('reads a newer version as far as possible', () => {
    const text = '<!--near-miss {"what":"record","version":9,"id":"a-newer-one0","title":"T","severity":{"x":1}}-->';
    expect(decode({ id: 3, text, tags: ['near-miss'] })).toMatchObject({
      what: 'record',
      record: { version: 9, title: 'T' },
    });
  });

  it('takes the id from the tags when the payload lost it', () => {
    const text = '<!--near-miss {"what":"record","version":1,"id":":::"}-->';
    expect(decode({ id: 3, text, tags: ['near-miss', 'nm:from-the-tag'] })).toMatchObject({
      record: { id: 'from-the-tag' },
      unreadParts: ['id'],
    });
    expect(decode({ id: 3, text, tags: ['near-miss'] })).toMatchObject({ what: 'unreadable' });
  });

  it('takes an annotation tagged near-miss without our data for a draft', () => {
    const raw = {
      id: 4,
      time: 10,
      text: 'restarted',
      tags: ['x', 'near-miss'],
      dashboardUID: 'd',
      panelId: 2,
      login: 'ben',
    };
    expect(decode(raw)).toEqual({
      what: 'draft',
      draft: {
        annotationId: 4,
        created: 0,
        time: 10,
        timeEnd: 10,
        text: 'restarted',
        tags: ['x', 'near-miss'],
        dashboardUid: 'd',
        panelId: 2,
        login: 'ben',
      },
    });
  });

  it('does not take a completed draft for a draft, though the server still finds it by its old tag', () => {
    expect(decode({ id: 4, text: 'x', tags: ['near-miss-marker', 'nm:abc'] })).toMatchObject({
      what: 'marker',
      nearMiss: 'abc',
    });
    expect(decode({ id: 4, text: 'x', tags: ['near-miss', 'near-miss-marker', 'nm:abc'] }).what).toBe('marker');
  });

  it.each([
    ['a marker without an id', ['near-miss-marker'], /without the id/],
    ['a change without data', ['near-miss-change', 'nm:abc'], /was removed/],
    ['an entry without data', ['near-miss-retro', 'nm:abc'], /was removed/],
    ['a keyed tag', ['near-miss:checkout'], /plain tag/],
    ['no tag of ours', [], /plain tag/],
  ])('gives a reason for %s', (_, tags, reason) => {
    expect(decode({ id: 4, text: 'x', tags })).toMatchObject({
      what: 'unreadable',
      reason: expect.stringMatching(reason),
    });
  });

  it('keeps an entry of an unknown type for its words', () => {
    const text = '<!--near-miss {"what":"entry","version":2,"id":"e","nearMiss":"n","type":"song","text":"la"}-->';
    expect(decode({ id: 4, text, tags: [] })).toMatchObject({ what: 'entry', entry: { type: 'takeaway', text: 'la' } });
  });
});

it('the arbitraries make replacements that a fold must judge', () => {
  const samples = fc.sample(someDecodedEntries, { numRuns: 50, seed: 1 }).flat();
  expect(samples.some(({ entry }) => samples.some((other) => other.entry.id === entry.replaces))).toBe(true);
  expect(anAnnotation().created).toBe(anAnnotation().updated);
});
