import type { AppSettings } from '../../domain/record/settings';
import { unique, type ContractUser } from '../hosts/contractHost';
import { grafanaUnderTest } from '../hosts/grafanaUnderTest';
import { httpHost, must } from '../hosts/httpHost';
import { severalAtOnce } from '../hosts/severalAtOnce';
import { valueIn } from '../grafana/valueIn';
import type { AnnotationPort } from '../../storage/annotations/annotationPort';
import { everyJournal } from '../../storage/annotations/everyJournal';
import { fieldOf } from '../../domain/json/fieldOf';
import { readPluginSettings, savePluginSettings } from '../../grafana/pluginSettings';
import { walkAnnotations } from '../../storage/annotations/walk';
import { readAnnotation } from '../../domain/codec/annotation';
import { journalsBeyondSearch } from '../../storage/annotations/grafanaAnnotations';

const { url, admin } = grafanaUnderTest;
const MINUTE = 60_000;
/** Grafana looks through 1,000 dashboards at once. */
const DASHBOARDS = 1_020;
const COUNT = 300;

describe(`a journal beyond a thousand dashboards on ${url}`, () => {
  const host = httpHost(url, admin);
  const tag = unique('load');
  let journal: string;
  let settings: AppSettings;
  let reader: ContractUser;

  beforeAll(async () => {
    settings = valueIn(await readPluginSettings(host.admin));
    const dashboards: string[] = [];
    await severalAtOnce(
      Array.from({ length: DASHBOARDS }, () => null),
      async () => void dashboards.push(await host.makeDashboard())
    );
    // Grafana goes by the title, which is the uid here.
    journal = dashboards.sort().at(-1) ?? '';
    // Last: Grafana remembers for a minute what one may see.
    reader = await host.makeUser('Viewer');
    const mapped = { folderUid: 'any', dashboardUid: journal, title: journal };
    valueIn(await savePluginSettings(host.admin, { ...settings, journals: [...settings.journals, mapped] }));
    await severalAtOnce(
      Array.from({ length: COUNT }, (_, index) => index),
      async (index) => {
        const at = Date.UTC(2026, 0, 1) + index * MINUTE;
        // Every third in the journal, the newest among them.
        const place = index % 3 === 2 ? { dashboardUID: journal } : {};
        const body = { time: at, timeEnd: at, text: 'words', tags: [tag], ...place };
        const made = await must(host.admin, { method: 'POST', path: '/api/annotations', body });
        host.removeLater(`/api/annotations/${String(fieldOf(made, 'id'))}`);
      }
    );
  }, 20 * MINUTE);

  afterAll(async () => {
    valueIn(await savePluginSettings(host.admin, settings));
    await host.cleanUp();
  }, 20 * MINUTE);

  const read = async (port: AnnotationPort) => {
    const { annotations } = valueIn(await walkAnnotations(port, { tags: [tag] }));
    return annotations.map((raw) => readAnnotation(raw)?.timeEnd ?? 0);
  };

  it('is read by a walk: none missed, none twice, newest first', async () => {
    const send = reader.send ?? host.anonymous;
    const beyond = await journalsBeyondSearch(send);
    expect(valueIn(beyond)).toContain(journal);
    const ends = await read(everyJournal(reader.port, async () => beyond));
    expect(ends).toEqual(
      Array.from({ length: COUNT }, (_, index) => Date.UTC(2026, 0, 1) + (COUNT - 1 - index) * MINUTE)
    );
    process.stdout.write(`  ${ends.length} of ${COUNT}; by the search alone ${(await read(reader.port)).length}\n`);
  });
});
