import { encodeMarker } from '../codec/encodeMarker';
import { nearMissIdOfDraft } from '../record/id';
import { A_SOURCE, anAnnotation, aRecord } from '../../testing/builders/builders';
import { ownMarkers } from './ownMarkers';

const LINK = '/a/app/nm/queue-1-abcd';
const { text = '' } = encodeMarker(aRecord(), LINK) ?? {};
const ON_SOURCE = { text, dashboardUid: A_SOURCE.dashboardUid, panelId: A_SOURCE.panelId };

it('are those with our text on the panel the near miss was seen on, in their order', () => {
  const [one, two] = [anAnnotation({ ...ON_SOURCE, id: 7 }), anAnnotation({ ...ON_SOURCE, id: 3, login: 'ben' })];
  expect(ownMarkers(aRecord(), [one, two])).toEqual([one, two]);
  expect(ownMarkers(aRecord(), [])).toEqual([]);
});

it.each([
  ['another text', { text: 'Deployed' }],
  ['our text under other words', { text: `Deployed. ${text}` }],
  ['the text of another near miss', { text: encodeMarker(aRecord({ id: 'other-1-abcd' }), LINK)?.text }],
  ['another dashboard', { dashboardUid: 'payments' }],
  ['another panel', { panelId: 5 }],
  ['the organization', { dashboardUid: '', panelId: 0 }],
])('are not those with %s', (_what, over) => {
  expect(ownMarkers(aRecord(), [anAnnotation({ ...ON_SOURCE, ...over })])).toEqual([]);
});

it('are none of a near miss without a graph, though a stranger put our text somewhere', () => {
  expect(ownMarkers(aRecord({ source: null }), [anAnnotation({ text })])).toEqual([]);
});

it('are the draft that became it, wherever that lies, as long as it has our text', () => {
  const created = Date.UTC(2026, 10, 1);
  const ofDraft = aRecord({ id: nearMissIdOfDraft(created, 12), source: null });
  const draft = anAnnotation({
    id: 12,
    created,
    text: text.replaceAll(aRecord().id, ofDraft.id),
    dashboardUid: 'payments',
  });
  expect(ownMarkers(ofDraft, [draft])).toEqual([draft]);
  expect(ownMarkers(ofDraft, [{ ...draft, text: 'Deployed' }])).toEqual([]);
  expect(ownMarkers(ofDraft, [{ ...draft, id: 13 }])).toEqual([]);
});
