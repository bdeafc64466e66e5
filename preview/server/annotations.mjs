// @ts-check
import { parseTags } from './annotationSearch.mjs';
import { Refusal } from './http.mjs';

const MAX_TAG_BYTES = 500;

const joinTags = (tags) => tags.map(({ key, value }) => (value ? `${key}:${value}` : key));

/** @param {string[]} tags */
function refuseLongTags(tags) {
  const bytes = 2 + tags.reduce((sum, tag, at) => sum + Buffer.byteLength(tag) + (at === 0 ? 2 : 3), 0);
  if (bytes > MAX_TAG_BYTES) {
    const message = 'Tags length exceeds the maximum allowed.';
    throw new Refusal(400, { statusCode: 400, messageId: 'annotations.tag-limit-exceeded', message });
  }
}

/** Annotations under the contract of docs/record-format.md: Grafana's own, with its oddities. */
export class Annotations {
  /**
   * @param {import('./store.mjs').Store} store @param {import('./access.mjs').Access} access
   * @param {import('./annotationRules.mjs').AnnotationRules} rules
   */
  constructor(store, access, rules) {
    this.store = store;
    this.access = access;
    this.rules = rules;
  }

  /** Links are only ever added: like Grafana's own store, a PATCH leaves the links of removed tags behind. */
  linkTags(id, tags) {
    for (const { key, value } of tags) {
      this.store.run('INSERT OR IGNORE INTO tag (key, value) VALUES (?, ?)', key, value);
      this.store.run('INSERT OR IGNORE INTO annotation_tag SELECT ?, id FROM tag WHERE key = ? AND value = ?', id, key, value);
    }
  }

  find(user, query) {
    return this.rules.find(this.store, this.access, user, query).map(this.rules.answer);
  }

  findOne(user, id) {
    const [item] = this.find(user, { id, limit: 100 });
    if (!item) {
      throw new Refusal(404, 'Annotation not found');
    }
    return item;
  }

  create(user, { dashboardUID = '', panelId = 0, time, timeEnd, text, tags: given, data }) {
    const scope = dashboardUID ? `dashboards:uid:${dashboardUID}` : 'annotations:type:organization';
    const allowed = this.access.answer(user, 'annotations:create', scope);
    if (allowed !== 'yes') {
      const unknown = allowed === 'unknown thing';
      throw new Refusal(...(unknown ? UNKNOWN_DASHBOARD : NOT_ALLOWED));
    }
    if (!text) {
      throw new Refusal(400, 'Failed to save annotation');
    }
    const tags = parseTags(given);
    refuseLongTags(joinTags(tags));
    const now = Date.now();
    const times = this.rules.times({ time: time || now, timeEnd }, now);
    const id = this.store.insert('annotation', {
      ...{ user_id: user.id, dashboard_uid: dashboardUID, panel_id: panelId, ...times, text },
      dashboard_id: this.store.get('SELECT id FROM dashboard WHERE uid = ?', dashboardUID)?.id ?? 0,
      ...{ tags: JSON.stringify(joinTags(tags)), data: JSON.stringify(data ?? {}), created: now, updated: now },
    });
    this.linkTags(id, tags);
    return id;
  }

  /** `tags` undefined (a PUT without) blanks the column and leaves the links, as Grafana does. */
  update(id, { time, timeEnd, text = '', tags, data }) {
    const row = this.store.get('SELECT * FROM annotation WHERE id = ?', id);
    refuseLongTags(tags ?? []);
    this.linkTags(id, parseTags(tags));
    const times = this.rules.patchedTimes(row, { time, timeEnd });
    const kept = { tags: tags ? JSON.stringify(tags) : null, data: data ? JSON.stringify(data) : row.data };
    this.store.update('annotation', { ...times, ...kept, text, updated: Date.now() }, 'id = ?', id);
  }

  remove(where, ...params) {
    this.rules.remove(this.store, where, ...params);
  }

  /** Counted over the whole organization, whoever asks. */
  countTags(part, limit) {
    const rows = this.store.all(
      `SELECT key, value, COUNT(*) AS count FROM tag JOIN annotation_tag at ON at.tag_id = tag.id
       JOIN annotation a ON a.id = at.annotation_id WHERE key LIKE ? OR value LIKE ? GROUP BY key, value ORDER BY key, value LIMIT ?`,
      ...[`%${part}%`, `%${part}%`, limit]
    );
    return rows.map(({ key, value, count }) => ({ tag: value ? `${key}:${value}` : key, count }));
  }
}

/** @type {[number, string]} */
const UNKNOWN_DASHBOARD = [500, 'Error while checking annotation permissions'];
/** @type {[number, string]} */
const NOT_ALLOWED = [403, 'Access denied to save the annotation'];

/** @param {import('./host.mjs').Host} host */
export function addAnnotationRoutes({ router, annotations, access }) {
  const number = (url, name) => Math.trunc(Number(url.searchParams.get(name))) || 0;
  const idFor = ({ params, user }, action) => {
    if (!/^\d+$/.test(params.id)) {
      throw new Refusal(400, 'annotationId is invalid');
    }
    access.demand(user, action, `annotations:id:${params.id}`);
    return Number(params.id);
  };
  router.add('GET /api/annotations', ({ url, user }) =>
    annotations.find(user, {
      ...{ from: number(url, 'from'), to: number(url, 'to'), limit: number(url, 'limit') || 100 },
      ...{ panelId: number(url, 'panelId'), userId: number(url, 'userId'), dashboardUID: url.searchParams.get('dashboardUID') },
      ...{ type: url.searchParams.get('type'), tags: url.searchParams.getAll('tags') },
      matchAny: ['true', '1'].includes(url.searchParams.get('matchAny')),
    })
  );
  router.add('GET /api/annotations/tags', ({ url }) => ({
    result: { tags: annotations.countTags(url.searchParams.get('tag') ?? '', number(url, 'limit') || 100) },
  }));
  router.add('POST /api/annotations', ({ user, body }) => ({ id: annotations.create(user, body ?? {}), message: 'Annotation added' }));
  router.add('GET /api/annotations/:id', (call) => annotations.findOne(call.user, idFor(call, 'annotations:read')));
  router.add('DELETE /api/annotations/:id', (call) => {
    annotations.remove('id = ?', idFor(call, 'annotations:delete'));
    return { message: 'Annotation deleted' };
  });
  router.add('PUT /api/annotations/:id', (call) => {
    const { id } = annotations.findOne(call.user, idFor(call, 'annotations:write'));
    annotations.update(id, call.body ?? {});
    return { message: 'Annotation updated' };
  });
  router.add('PATCH /api/annotations/:id', (call) => {
    const now = annotations.findOne(call.user, idFor(call, 'annotations:write'));
    const { text, tags = now.tags, time, timeEnd, data } = call.body ?? {};
    annotations.update(now.id, { text: text || now.text, tags, time, timeEnd, data });
    return { message: 'Annotation patched' };
  });
}
