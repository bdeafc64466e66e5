import { APP_ID } from '../pluginIds';
import { readSettings, type AppSettings } from '../domain/record/settings';
import { fieldOf } from '../domain/json/fieldOf';
import type { Outcome } from './outcome';
import type { Send } from './send';

const PATH = `/api/plugins/${APP_ID}/settings`;

/** The app's settings as every signed-in user may read them; whatever is missing or broken comes as the shipped default. */
export async function readPluginSettings(send: Send, signal?: AbortSignal): Promise<Outcome<AppSettings>> {
  const answer = await send({ method: 'GET', path: PATH, signal });
  return answer.ok ? { ok: true, value: readSettings(fieldOf(answer.value, 'jsonData')) } : answer;
}

/**
 * Writes the settings; only an Admin may. Grafana replaces the whole object at once, so what else is in it (enabled, pinned,
 * settings of a later version) is read first and sent along.
 */
export async function savePluginSettings(send: Send, settings: AppSettings): Promise<Outcome<null>> {
  const before = await send({ method: 'GET', path: PATH });
  if (!before.ok) {
    return before;
  }
  const kept = fieldOf(before.value, 'jsonData');
  const body = {
    enabled: fieldOf(before.value, 'enabled') === true,
    pinned: fieldOf(before.value, 'pinned') === true,
    jsonData: { ...(typeof kept === 'object' ? kept : {}), ...settings },
  };
  const answer = await send({ method: 'POST', path: PATH, body });
  return answer.ok ? { ok: true, value: null } : answer;
}
