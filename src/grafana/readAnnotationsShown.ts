import { fieldOf } from '../domain/json/fieldOf';
import { readDashboard } from './dashboard';
import type { Send } from './send';

/**
 * Whether the dashboard draws its own annotations, markers among them: its built-in annotation query can be switched off.
 * null when nobody knows (dashboard unreadable, or of a schema that does not say).
 */
export async function readAnnotationsShown(send: Send, dashboardUid: string): Promise<boolean | null> {
  const dashboard = await readDashboard(send, dashboardUid);
  if (!dashboard.ok) {
    return null;
  }
  const { schema, body } = dashboard.value;
  const list = schema === 'v1' ? fieldOf(body, 'annotations', 'list') : fieldOf(body, 'annotations');
  const queries = (Array.isArray(list) ? list : []).map((query: unknown) =>
    schema === 'v1' ? query : fieldOf(query, 'spec')
  );
  const builtIn = queries.find((query) => Boolean(fieldOf(query, 'builtIn')));
  return builtIn === undefined ? null : fieldOf(builtIn, 'enable') !== false;
}
