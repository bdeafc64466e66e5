// A handful of mutated annotations and a healthy one on the whole way that stored data goes: from Grafana's answer to
// lists, pages, pictures, exports and imports.
import { chatLine } from '../src/domain/story/chatLine.ts';
import { decode } from '../src/domain/codec/decode.ts';
import { encodeChange } from '../src/domain/codec/encodeChange.ts';
import { encodeEntry } from '../src/domain/codec/encodeEntry.ts';
import { encodeImported } from '../src/domain/transfer/copy.ts';
import { encodeMarker } from '../src/domain/codec/encodeMarker.ts';
import { encodeRecord } from '../src/domain/codec/encodeRecord.ts';
import { exportFile } from '../src/domain/transfer/exportFile.ts';
import { fold } from '../src/domain/fold/fold.ts';
import { foldEntries } from '../src/domain/fold/foldEntries.ts';
import { byNearMiss } from '../src/domain/fold/byNearMiss.ts';
import { filterNearMisses, SORT_ORDERS, sortNearMisses } from '../src/domain/fold/filter.ts';
import { STATUSES } from '../src/domain/record/record.ts';
import { nearMissesCsv } from '../src/domain/transfer/csv.ts';
import { nearMissMarkdown } from '../src/domain/story/markdown.ts';
import { plainSpeech } from '../src/domain/story/plainSpeech.ts';
import { plainText } from '../src/domain/text/html.ts';
import { planImport } from '../src/domain/transfer/planImport.ts';
import { readExportFile } from '../src/domain/transfer/readExportFile.ts';
import { seededRandom } from '../src/domain/series/seededRandom.ts';
import { storySvg } from '../src/domain/story/picture/storySvg.ts';
import { unpackEvidence } from '../src/domain/series/unpackEvidence.ts';
import { decodedOf } from '../src/domain/codec/decoded.ts';
import { badAnnotations } from '../src/testing/builders/badRecords.ts';
import { aChange, anEntry, aNearMiss, aNearMissWithoutGraph, aRecord } from '../src/testing/builders/builders.ts';
import { mutatedAnnotation } from './mutatedAnnotation.mjs';

export { seededRandom };
/** Mutated annotations in a round. */
export const ROUND = 5;
const HEALTHY = 'healthy-0001';
/** @type {import('../src/domain/record/place.ts').Place} */
const ORGANIZATION = { kind: 'organization' };
const COLOURS = { line: '#1', road: '#2', band: '#3', limit: '#4', stretch: '#5', text: '#6', background: '#7' };

const nearMiss = aNearMiss();
/** @type {import('../src/domain/record/record.ts').WrittenBy} */
const copied = { login: 'ben', at: 5, sealed: false };
const encoded = [
  encodeRecord(aRecord(), ORGANIZATION, '/x'),
  encodeRecord(aRecord({ id: 'copied-00001', writtenBy: copied }), { kind: 'journal', dashboardUid: 'j' }, '/x'),
  encodeRecord(aNearMissWithoutGraph(), ORGANIZATION, '/x'),
  encodeChange(aChange(), nearMiss, '/x'),
  encodeChange(
    aChange({ id: 'change-2-abc', set: { ...aRecord(), title: 'x' }, base: { title: ['change-1-abc'] } }),
    nearMiss,
    '/x'
  ),
  encodeEntry(anEntry(), nearMiss, '/x'),
  encodeEntry(anEntry({ id: 'entry-2-abcd', replaces: 'entry-1-abcd', writtenBy: copied }), nearMiss, '/x'),
  encodeMarker(aRecord(), '/x'),
  { dashboardUid: '', time: 1, timeEnd: 2, tags: ['near-miss'], text: 'a draft <b>of</b> somebody' },
];
const originals = encoded
  .flatMap((one) => one ?? [])
  .map(({ dashboardUid, ...rest }, index) => ({
    ...{ id: index + 1, created: 10 + index, updated: 10 + index, login: 'anna', dashboardUID: dashboardUid },
    ...rest,
  }));
const healthy = { ...originals[0], id: 99, ...encodeRecord(aRecord({ id: HEALTHY }), ORGANIZATION, '/x') };
const handMade = badAnnotations().map((annotation, index) => ({ ...originals[0], id: 200 + index, ...annotation }));
const NOTHING = byNearMiss([]);

/** What became of each annotation of the round, in words to be counted. Throws what the code under test throws. */
export function fuzzRound(random) {
  const raw = Array.from({ length: ROUND }, () => mutatedAnnotation(originals, random));
  return { raw, outcomes: () => judged([healthy, ...raw]) };
}

/** The same for everything that tests make by hand. */
export function handMadeRound() {
  return { raw: handMade, outcomes: () => judged([healthy, ...handMade]) };
}

function judged(raw) {
  const decoded = raw.map(decode);
  const folded = fold(decodedOf(decoded, 'record'), decodedOf(decoded, 'change'));
  foldEntries(decodedOf(decoded, 'entry'));
  const gathered = byNearMiss(decoded);
  if (!folded.some(({ id }) => id === HEALTHY)) {
    throw new Error('the healthy near miss is hidden');
  }
  shown(folded);
  gathered.whole.forEach((one) => written(one));
  const draft = decoded.find(({ what }) => what === 'draft');
  plainText(draft?.draft.text ?? '');
  return [...decoded.slice(1).map(outcomeOf), ...imported(gathered)];
}

function shown(folded) {
  const passed = filterNearMisses(folded, { text: 'x', statuses: STATUSES });
  SORT_ORDERS.forEach((order) => sortNearMisses([...folded, ...passed], order));
  nearMissesCsv(folded);
}

function written({ nearMiss: one, entries }) {
  const { evidence, stretch } = one;
  if (evidence && stretch) {
    const picture = storySvg(
      { ...one, evidence: unpackEvidence(evidence), stretch },
      { width: 800, height: 300 },
      COLOURS,
      plainSpeech
    );
    encodeURIComponent(picture);
    if (/NaN|Infinity/.test(picture.replace(/<text.*?<\/text>|aria-label="[^"]*"/g, ''))) {
      throw new Error('the picture holds a number that is none');
    }
  }
  nearMissMarkdown(one, foldEntries(entries), '/x', plainSpeech);
  chatLine(one, '/x', plainSpeech);
  encodeMarker(one, '/x');
}

/** What would come of exporting it all and importing it into an empty Grafana and into the one it came from. */
function imported(here) {
  const file = readExportFile(JSON.stringify(exportFile(here.whole, { grafana: '', organization: 1 }, 1)));
  if (!file.ok) {
    throw new Error(`the export cannot be read: ${file.problem}`);
  }
  const options = { link: () => '/x', place: ORGANIZATION };
  const plan = planImport(file.file, NOTHING, options);
  plan.nearMisses.forEach(({ parts, nearMiss: of }) => parts.forEach((part) => of && encodeImported(part, of, '/x')));
  const again = planImport(file.file, here, options).nearMisses.flatMap(({ items }) => items);
  if (again.some(({ verdict }) => verdict === 'new')) {
    throw new Error('an import into where it came from would write');
  }
  const items = plan.nearMisses.flatMap((one) => one.items);
  return items.map(({ verdict, reason, detail }) => `import: ${reason ?? verdict}${detail && `: ${detail}`}`);
}

function outcomeOf(one) {
  switch (one.what) {
    case 'record':
    case 'change':
      return `${one.what}: ${one.unreadParts.length === 0 ? 'whole' : 'without the parts it names'}`;
    case 'unreadable':
      return `unreadable: ${one.reason.replace(/(JSON:).*$/s, '$1 …')}`;
    default:
      return one.what;
  }
}
