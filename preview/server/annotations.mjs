// @ts-check
import { createHash } from 'node:crypto';
import { Refusal } from './http.mjs';

const MAX_TAG_BYTES = 500;
const DASHBOARD_PAGE = 1000;

/** Splits at the first two colons; what follows the second is lost. @param {unknown} tags */
function parseTags(tags) {
  /** @type {{ key: string, value: string }[]} */
  const parsed = [];
  for (const tag of Array.isArray(tags) ? tags : []) {
    const [key = '', value = ''] = String(tag)
      .split(':')
      .map((part) => part.replace(/^ +| +$/g, ''));
    if (key && !parsed.some((known) => known.key === key && known.value === value)) {
      parsed.push({ key, value });
    }
  }
  return parsed;
}

const joinTags = (tags) => tags.map(({ key, value }) => (value ? `${key}:${value}` : key));

/** @param {string[]} tags */
function refuseLongTags(tags) {
  const bytes = 2 + tags.reduce((sum, tag, at) => sum + Buffer.byteLength(tag) + (at === 0 ? 2 : 3), 0);
  if (bytes > MAX_TAG_BYTES) {
    throw new Refusal(400, {
      ...{ statusCode: 400, messageId: 'annotations.tag-limit-exceeded' },
      message: 'Tags length exceeds the maximum allowed.',
    });
  }
}

/** @param {number} start @param {number} end @returns {[number, number]} */
function orderTimes(start, end) {
  const from = start || end;
  const to = end || start;
  return to < from ? [to, from] : [from, to];
}

/** The fields Grafana answers; zero values are left out. @param {any} row */
function toItem(row) {
  const item = {
    id: row.id,
    dashboardId: row.dashboard_id,
    dashboardUID: row.dashboard_uid,
    panelId: row.panel_id,
    created: row.created,
    updated: row.updated,
    time: row.epoch,
    timeEnd: row.epoch_end,
    text: row.text,
    tags: row.tags === null ? undefined : JSON.parse(row.tags),
    login: row.login,
    email: row.email,
    avatarUrl: row.email && `/avatar/${createHash('md5').update(row.email.toLowerCase()).digest('hex')}`,
    data: JSON.parse(row.data),
  };
  const filled = Object.entries(item).filter(
    ([key, value]) => key === 'dashboardUID' || key === 'data' || (Array.isArray(value) ? value.length > 0 : Boolean(value))
  );
  return Object.fromEntries(filled);
}

/** @param {import('./store.mjs').Store} store @param {import('./access.mjs').Access} access */
export function makeAnnotations(store, access) {
  /** Links are only ever added: like Grafana's own store, a PATCH leaves the links of removed tags behind. */
  function linkTags(id, tags) {
    for (const { key, value } of tags) {
      store.run('INSERT OR IGNORE INTO tag (key, value) VALUES (?, ?)', key, value);
      store.run('INSERT OR IGNORE INTO annotation_tag SELECT ?, id FROM tag WHERE key = ? AND value = ?', ...[id, key, value]);
    }
  }

  function tagFilter(wanted, any) {
    const tags = parseTags(wanted);
    if (tags.length === 0) {
      return { sql: '', params: [] };
    }
    const each = tags.map(({ value }) => (value ? '(tag.key = ? AND tag.value = ?)' : '(tag.key = ?)')).join(' OR ');
    const count = `(SELECT COUNT(*) FROM annotation_tag at JOIN tag ON tag.id = at.tag_id WHERE at.annotation_id = a.id AND (${each}))`;
    return {
      sql: ` AND ${count} ${any ? '> 0' : `= ${tags.length}`}`,
      params: tags.flatMap(({ key, value }) => (value ? [key, value] : [key])),
    };
  }

  /** @param {any} query @param {string[] | undefined} dashboards those the reader sees; undefined: no filter */
  function select(query, dashboards) {
    const tags = tagFilter(query.tags, query.matchAny);
    let sql = 'SELECT a.*, u.login, u.email FROM annotation a LEFT JOIN user u ON u.id = a.user_id WHERE 1 = 1';
    /** @type {any[]} */
    const params = [];
    const and = (condition, ...values) => {
      sql += ` AND ${condition}`;
      params.push(...values);
    };
    if (query.id) and('a.id = ?', query.id);
    if (query.dashboardUID) and('a.dashboard_uid = ?', query.dashboardUID);
    if (query.panelId) and('a.panel_id = ?', query.panelId);
    if (query.userId) and('a.user_id = ?', query.userId);
    if (query.from > 0 && query.to > 0) and('a.epoch <= ? AND a.epoch_end >= ?', query.to, query.from);
    if (query.type === 'alert') and('1 = 0');
    sql += tags.sql;
    params.push(...tags.params);
    if (dashboards) {
      const seen = query.dashboardUID ? dashboards.filter((uid) => uid === query.dashboardUID) : dashboards;
      and(`(a.dashboard_id = 0 OR a.dashboard_uid IN (${seen.map(() => '?').join(',') || "''"}) AND a.dashboard_uid <> '')`, ...seen);
    }
    return store.all(`${sql} ORDER BY a.epoch_end DESC, a.epoch DESC LIMIT ?`, ...params, query.limit);
  }

  /**
   * Repeats what Grafana does: as long as fewer came than match at all, and the reader has at least that many
   * dashboards, the next page of dashboards is asked, and organization annotations come along again.
   */
  function find(user, asked) {
    const query = { ...asked };
    if (!query.dashboardUID) {
      query.limit = select(query, undefined).length;
      if (query.limit === 0) {
        return [];
      }
    }
    const readable = store
      .all('SELECT uid FROM dashboard ORDER BY id')
      .map(({ uid }) => uid)
      .filter((uid) => access.can(user, 'annotations:read', `dashboards:uid:${uid}`))
      .filter((uid) => !query.dashboardUID || uid === query.dashboardUID);
    const found = [];
    for (let page = 0; found.length < query.limit; page++) {
      const dashboards = readable.slice(page * DASHBOARD_PAGE, (page + 1) * DASHBOARD_PAGE);
      found.push(...select(query, dashboards));
      if (dashboards.length < query.limit) {
        break;
      }
    }
    return found.map(toItem);
  }

  function findOne(user, id) {
    const [item] = find(user, { id, limit: 100, tags: [] });
    if (!item) {
      throw new Refusal(404, 'Annotation not found');
    }
    return item;
  }

  function create(user, body) {
    const dashboard = body.dashboardUID && store.get('SELECT id FROM dashboard WHERE uid = ?', body.dashboardUID);
    const scope = body.dashboardUID ? `dashboards:uid:${body.dashboardUID}` : 'annotations:type:organization';
    const allowed = access.answer(user, 'annotations:create', scope);
    if (allowed === 'unknown thing') {
      throw new Refusal(500, 'Error while checking annotation permissions');
    }
    if (allowed === 'no') {
      throw new Refusal(403, 'Access denied to save the annotation');
    }
    if (!body.text) {
      throw new Refusal(400, 'Failed to save annotation');
    }
    const now = Date.now();
    const tags = parseTags(body.tags);
    const [time, timeEnd] = orderTimes(body.time || now, body.timeEnd ?? 0);
    refuseLongTags(joinTags(tags));
    const id = store.run(
      `INSERT INTO annotation (user_id, dashboard_uid, dashboard_id, panel_id, epoch, epoch_end, text, tags, data, created, updated)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[user.id, body.dashboardUID ?? '', dashboard?.id ?? 0, body.panelId ?? 0, time, timeEnd, body.text],
      ...[JSON.stringify(joinTags(tags)), JSON.stringify(body.data ?? {}), now, now]
    );
    linkTags(id, tags);
    return id;
  }

  /** `tags` undefined (a PUT without) blanks the column and leaves the links, as Grafana does. */
  function update(id, to) {
    const row = store.get('SELECT * FROM annotation WHERE id = ?', id);
    const [time, timeEnd] = orderTimes(to.time || row.epoch, to.timeEnd || row.epoch_end);
    refuseLongTags(to.tags ?? []);
    linkTags(id, parseTags(to.tags));
    store.run(
      'UPDATE annotation SET epoch = ?, epoch_end = ?, text = ?, tags = ?, data = ?, updated = ? WHERE id = ?',
      ...[time, timeEnd, to.text ?? '', to.tags ? JSON.stringify(to.tags) : null],
      ...[to.data == null ? row.data : JSON.stringify(to.data), Date.now(), id]
    );
  }

  function remove(where, ...params) {
    store.run(`DELETE FROM annotation_tag WHERE annotation_id IN (SELECT id FROM annotation WHERE ${where})`, ...params);
    store.run(`DELETE FROM annotation WHERE ${where}`, ...params);
  }

  /** Counted over the whole organization, whoever asks. */
  function countTags(like, limit) {
    const rows = store.all(
      `SELECT key, value, COUNT(*) AS count FROM tag JOIN annotation_tag at ON at.tag_id = tag.id
       JOIN annotation a ON a.id = at.annotation_id WHERE key LIKE ? OR value LIKE ? GROUP BY key, value ORDER BY key, value LIMIT ?`,
      ...[`%${like}%`, `%${like}%`, limit]
    );
    return rows.map(({ key, value, count }) => ({ tag: value ? `${key}:${value}` : key, count }));
  }

  return { find, findOne, create, update, remove, countTags };
}

/** @typedef {ReturnType<typeof makeAnnotations>} Annotations */

/**
 * @param {ReturnType<typeof import('./http.mjs').makeRouter>} router
 * @param {Annotations} annotations @param {import('./access.mjs').Access} access
 */
export function addAnnotationRoutes(router, annotations, access) {
  const idOf = (call) => {
    const id = Number(call.params.id);
    if (!Number.isSafeInteger(id)) {
      throw new Refusal(400, 'annotationId is invalid');
    }
    return id;
  };
  router.add('GET /api/annotations', ({ url, user }) => {
    const number = (name) => Math.trunc(Number(url.searchParams.get(name))) || 0;
    return annotations.find(user, {
      from: number('from'),
      to: number('to'),
      limit: number('limit') || 100,
      panelId: number('panelId'),
      userId: number('userId'),
      dashboardUID: url.searchParams.get('dashboardUID') ?? '',
      type: url.searchParams.get('type'),
      tags: url.searchParams.getAll('tags'),
      matchAny: ['true', '1'].includes(url.searchParams.get('matchAny') ?? ''),
    });
  });
  router.add('GET /api/annotations/tags', ({ url }) => ({
    result: { tags: annotations.countTags(url.searchParams.get('tag') ?? '', Number(url.searchParams.get('limit')) || 100) },
  }));
  router.add('POST /api/annotations', ({ user, body }) => {
    if (typeof body !== 'object' || body === null) {
      throw new Refusal(400, 'bad request data');
    }
    return { id: annotations.create(user, body), message: 'Annotation added' };
  });
  router.add('GET /api/annotations/:id', (call) => annotations.findOne(call.user, idOf(call)));
  router.add('DELETE /api/annotations/:id', (call) => {
    access.demand(call.user, 'annotations:delete', `annotations:id:${idOf(call)}`);
    annotations.remove('id = ?', idOf(call));
    return { message: 'Annotation deleted' };
  });
  router.add('PUT /api/annotations/:id', (call) => {
    access.demand(call.user, 'annotations:write', `annotations:id:${idOf(call)}`);
    annotations.findOne(call.user, idOf(call));
    annotations.update(idOf(call), call.body ?? {});
    return { message: 'Annotation updated' };
  });
  router.add('PATCH /api/annotations/:id', (call) => {
    access.demand(call.user, 'annotations:write', `annotations:id:${idOf(call)}`);
    const now = annotations.findOne(call.user, idOf(call));
    const { text, tags, time, timeEnd, data } = call.body ?? {};
    annotations.update(idOf(call), {
      text: text || now.text,
      tags: tags ?? now.tags,
      time: time || now.time,
      timeEnd: timeEnd || now.timeEnd,
      data,
    });
    return { message: 'Annotation patched' };
  });
}
