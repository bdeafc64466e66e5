import type { AnnotationPort } from './annotationPort';
import { atAnyAge } from './atAnyAge';
import { everyJournal } from './everyJournal';
import { httpAnnotations } from './httpAnnotations';
import { grafanaClock } from '../../grafana/grafanaClock';
import type { Send } from '../../grafana/send';
import { journalsOf } from '../../domain/record/journals';
import { readPluginSettings } from '../../grafana/pluginSettings';
import { type Outcome, isTriedAgain } from '../../grafana/outcome';

/** Grafana's default for `[annotations] search_dashboards_page_limit`. */
const BATCH = 1000;

/**
 * The journals (uids of their dashboards) that a search over all dashboards may miss: none while there are so few
 * dashboards that Grafana looks through all of them. It goes through the dashboards a person may view in batches, and stops
 * with the batch that fills the request (12.3, `annotationsimpl.Find`).
 */
export async function journalsBeyondSearch(send: Send): Promise<Outcome<readonly string[]>> {
  const settings = await readPluginSettings(send);
  if (!settings.ok) {
    // Where the settings are closed to the reader, or the app has none, no journal can be known.
    return isTriedAgain(settings.failure) ? settings : { ok: true, value: [] };
  }
  const known = journalsOf(settings.value).map(({ dashboardUid }) => dashboardUid);
  if (known.length === 0) {
    return { ok: true, value: [] };
  }
  const search = await send({ method: 'GET', path: `/api/search?type=dash-db&limit=1&page=${BATCH + 1}` });
  // Not knowing is no reason to miss some.
  const isAll = search.ok && Array.isArray(search.value) && search.value.length === 0;
  return { ok: true, value: isAll ? [] : known };
}

/** The annotations of the Grafana that answers: all that the reader may see, however many dashboards there are, and of any age. */
export function grafanaAnnotations(send: Send): AnnotationPort {
  // Before Grafana's first answer, which cannot be a refusal, any clock will do.
  const now = () => grafanaClock.now() ?? Date.now();
  return everyJournal(atAnyAge(httpAnnotations(send), now), () => journalsBeyondSearch(send));
}
