// @ts-check
import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';

const SCHEMA = `
CREATE TABLE IF NOT EXISTS user (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT UNIQUE, login TEXT UNIQUE, email TEXT,
  name TEXT, password TEXT, role TEXT, is_admin INTEGER DEFAULT 0, preferences TEXT DEFAULT '{}');
CREATE TABLE IF NOT EXISTS session (token TEXT PRIMARY KEY, user_id INTEGER);
CREATE TABLE IF NOT EXISTS folder (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT UNIQUE, title TEXT, parent_uid TEXT);
CREATE TABLE IF NOT EXISTS grants (folder_uid TEXT, role TEXT, user_id INTEGER, permission INTEGER);
CREATE TABLE IF NOT EXISTS dashboard (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT UNIQUE, title TEXT, folder_uid TEXT,
  model TEXT, version INTEGER, created INTEGER, updated INTEGER, created_by TEXT, updated_by TEXT, provisioned TEXT);
CREATE TABLE IF NOT EXISTS library_element (uid TEXT PRIMARY KEY, name TEXT, folder_uid TEXT, model TEXT);
CREATE TABLE IF NOT EXISTS plugin_setting (id TEXT PRIMARY KEY, enabled INTEGER, pinned INTEGER, json_data TEXT);
CREATE TABLE IF NOT EXISTS user_storage (name TEXT PRIMARY KEY, labels TEXT, spec TEXT, version INTEGER);
CREATE TABLE IF NOT EXISTS annotation (id INTEGER PRIMARY KEY AUTOINCREMENT, user_id INTEGER, dashboard_uid TEXT NOT NULL,
  dashboard_id INTEGER, panel_id INTEGER, epoch INTEGER, epoch_end INTEGER, text TEXT, tags TEXT, data TEXT,
  created INTEGER, updated INTEGER);
CREATE TABLE IF NOT EXISTS tombstone (annotation_id INTEGER PRIMARY KEY);
CREATE INDEX IF NOT EXISTS annotation_end ON annotation (epoch_end, epoch);
CREATE TABLE IF NOT EXISTS tag (id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT, value TEXT, UNIQUE (key, value));
CREATE TABLE IF NOT EXISTS annotation_tag (annotation_id INTEGER, tag_id INTEGER, UNIQUE (annotation_id, tag_id));
`;

/** One preview a folder: the lock of SQLite in WebAssembly is a folder that a killed run leaves behind, so it says nothing. */
function takeFolder(dataDir) {
  const owner = join(dataDir, 'preview.pid');
  const pid = existsSync(owner) ? Number(readFileSync(owner, 'utf8')) : 0;
  try {
    process.kill(pid || NaN, 0);
  } catch {
    writeFileSync(owner, String(process.pid));
    return owner;
  }
  throw new Error(`Another preview (process ${pid}) uses ${dataDir}. Stop it, or set DATA_DIR.`);
}

/**
 * Opens the store in `dataDir` (made when missing). Every statement is synchronous, so one request is one step.
 * @param {string} dataDir
 * @param {boolean} fresh removes what earlier runs kept
 */
export function openStore(dataDir, fresh) {
  mkdirSync(dataDir, { recursive: true });
  const owner = takeFolder(dataDir);
  const file = join(dataDir, 'preview.sqlite');
  if (fresh) {
    rmSync(file, { force: true });
  }
  rmSync(`${file}.lock`, { recursive: true, force: true });
  const database = new sqlite.Database(file);
  database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;');
  database.exec(SCHEMA);
  const run = (sql, ...params) => Number(database.run(sql, params).lastInsertRowid);
  return {
    /** @returns {any[]} */
    all: (sql, ...params) => database.all(sql, params),
    /** @returns {any} undefined when there is no such row */
    get: (sql, ...params) => database.get(sql, params) ?? undefined,
    run,
    /** @returns {number} the new row's id */
    insert: (table, row) => {
      const places = Object.keys(row).map(() => '?');
      return run(`INSERT INTO ${table} (${Object.keys(row)}) VALUES (${places})`, ...Object.values(row));
    },
    update: (table, row, where, ...params) => {
      const columns = Object.keys(row).map((name) => `${name} = ?`);
      return run(`UPDATE ${table} SET ${columns} WHERE ${where}`, ...Object.values(row), ...params);
    },
    close: () => {
      database.close();
      rmSync(owner);
    },
  };
}

/** @typedef {ReturnType<typeof openStore>} Store */

/** @param {string} password */
export function hashPassword(password) {
  const salt = randomBytes(12).toString('hex');
  return `${salt}:${scryptSync(password, salt, 32, { N: 1024 }).toString('hex')}`;
}

/** @param {string} password @param {string} stored */
export function isPassword(password, stored) {
  const [salt = '', hash = ''] = stored.split(':');
  return timingSafeEqual(Buffer.from(hash, 'hex'), scryptSync(password, salt, 32, { N: 1024 }));
}

/** @param {number} bytes */
export const makeUid = (bytes = 7) => randomBytes(bytes).toString('hex');
