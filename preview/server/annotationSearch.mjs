// @ts-check
import { createHash } from 'node:crypto';

const DASHBOARD_PAGE = 1000;

export const avatarOf = (email) => `/avatar/${createHash('md5').update(email.toLowerCase()).digest('hex')}`;

/** Splits at the first two colons; what follows the second is lost. @param {unknown} tags */
export function parseTags(tags) {
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

/** The fields Grafana answers; zero values are left out. @returns {any} */
function toItem(row) {
  const always = { id: row.id, dashboardUID: row.dashboard_uid, data: JSON.parse(row.data) };
  const tags = JSON.parse(row.tags ?? '[]');
  const sometimes = {
    ...{ dashboardId: row.dashboard_id, panelId: row.panel_id, created: row.created, updated: row.updated, time: row.epoch },
    ...{ timeEnd: row.epoch_end, text: row.text, tags: tags.length > 0 && tags, login: row.login, email: row.email },
    avatarUrl: row.email && avatarOf(row.email),
  };
  return { ...always, ...Object.fromEntries(Object.entries(sometimes).filter(([, value]) => Boolean(value))) };
}

/** One condition on the tags of an annotation: all of them, or any. It counts links, so a key with two values counts twice. */
function tagCondition(wanted, any) {
  const tags = parseTags(wanted);
  const each = tags.map(({ value }) => (value ? '(tag.key = ? AND tag.value = ?)' : '(tag.key = ?)')).join(' OR ');
  const count = `(SELECT COUNT(*) FROM annotation_tag at JOIN tag ON tag.id = at.tag_id WHERE at.annotation_id = a.id AND (${each}))`;
  const params = tags.flatMap(({ key, value }) => (value ? [key, value] : [key]));
  return tags.length > 0 ? [[`${count} ${any ? '> 0' : `= ${tags.length}`}`, ...params]] : [];
}

/**
 * @param {import('./store.mjs').Store} store
 * @param {any} query @param {string[] | undefined} dashboards those the reader sees; undefined: no filter
 */
function select(store, query, dashboards) {
  const seen = query.dashboardUID ? dashboards?.filter((uid) => uid === query.dashboardUID) : dashboards;
  const conditions = [
    ...(query.id ? [['a.id = ?', query.id]] : []),
    ...(query.dashboardUID ? [['a.dashboard_uid = ?', query.dashboardUID]] : []),
    ...(query.panelId ? [['a.panel_id = ?', query.panelId]] : []),
    ...(query.userId ? [['a.user_id = ?', query.userId]] : []),
    ...(query.from > 0 && query.to > 0 ? [['a.epoch <= ? AND a.epoch_end >= ?', query.to, query.from]] : []),
    ...(query.type === 'alert' ? [['1 = 0']] : []),
    ...tagCondition(query.tags, query.matchAny),
    ...(seen ? [[`(a.dashboard_id = 0 OR a.dashboard_uid IN (${seen.map(() => '?')}))`, ...seen]] : []),
  ];
  const where = ['1 = 1', ...conditions.map(([sql]) => sql)].join(' AND ');
  const params = conditions.flatMap(([, ...values]) => values);
  const sql = `SELECT a.*, u.login, u.email FROM annotation a LEFT JOIN user u ON u.id = a.user_id WHERE ${where}`;
  return store.all(`${sql} ORDER BY a.epoch_end DESC, a.epoch DESC LIMIT ?`, ...params, query.limit);
}

/** Whole tags of the annotation as it is now, all of them or any. */
function exactTags(wanted, any) {
  const each = wanted.map(() => "EXISTS (SELECT 1 FROM json_each(COALESCE(a.tags, '[]')) WHERE value = ?)");
  return wanted.length > 0 ? [[`(${each.join(any ? ' OR ' : ' AND ')})`, ...wanted]] : [];
}

/**
 * The search of the app platform: the newest by `time`, as many as asked for, of which the deleted and those that the reader
 * may not see are then left out; the legacy API sorts the rest by `timeEnd`.
 * @param {import('./store.mjs').Store} store @param {import('./access.mjs').Access} access
 */
export function findOnAppPlatform(store, access, user, query) {
  const conditions = [
    ...(query.id ? [['a.id = ?', query.id]] : []),
    ...(query.dashboardUID ? [['a.dashboard_uid = ?', query.dashboardUID]] : []),
    ...(query.panelId ? [['a.panel_id = ?', query.panelId]] : []),
    ...(query.userId ? [['a.user_id = ?', query.userId]] : []),
    ...(query.to > 0 ? [['a.epoch <= ?', query.to]] : []),
    ...(query.from > 0 ? [['a.epoch_end >= ?', query.from]] : []),
    ...(query.type === 'alert' ? [['1 = 0']] : []),
    ...exactTags(query.tags ?? [], query.matchAny),
  ];
  const where = ['1 = 1', ...conditions.map(([sql]) => sql)].join(' AND ');
  const params = conditions.flatMap(([, ...values]) => values);
  const sql = `SELECT a.*, u.login, u.email, t.annotation_id AS tombstone FROM annotation a
    LEFT JOIN user u ON u.id = a.user_id LEFT JOIN tombstone t ON t.annotation_id = a.id WHERE ${where}`;
  const isSeen = ({ dashboard_uid: uid, tombstone }) =>
    !tombstone && (uid === '' || access.can(user, 'annotations:read', `dashboards:uid:${uid}`));
  return store
    .all(`${sql} ORDER BY a.epoch DESC, a.id LIMIT ?`, ...params, query.limit)
    .filter(isSeen)
    .sort((a, b) => b.epoch_end - a.epoch_end || b.epoch - a.epoch)
    .map(toItem);
}

/**
 * Repeats what Grafana does: as long as fewer came than match at all, and the reader has at least that many
 * dashboards, the next page of dashboards is asked, and organization annotations come along again.
 * @param {import('./store.mjs').Store} store @param {import('./access.mjs').Access} access
 */
export function findAnnotations(store, access, user, asked) {
  const limit = asked.dashboardUID ? asked.limit : select(store, asked, undefined).length;
  const query = { ...asked, limit };
  const readable = store
    .all('SELECT uid FROM dashboard ORDER BY id')
    .map(({ uid }) => uid)
    .filter((uid) => (!query.dashboardUID || uid === query.dashboardUID) && access.can(user, 'annotations:read', `dashboards:uid:${uid}`));
  const found = [];
  for (let page = 0; found.length < limit; page++) {
    const dashboards = readable.slice(page * DASHBOARD_PAGE, (page + 1) * DASHBOARD_PAGE);
    found.push(...select(store, query, dashboards));
    if (dashboards.length < limit) {
      break;
    }
  }
  return found.map(toItem);
}
