// @ts-check
import { makeAccess } from './access.mjs';
import { Annotations } from './annotations.mjs';
import { makeRouter } from './http.mjs';
import { openStore } from './store.mjs';

/**
 * What the routes are made from.
 * @param {string} dataDir @param {boolean} fresh @param {string} dist the built plugin
 * @param {import('./annotationRules.mjs').AnnotationRules} rules
 */
export function makeHost(dataDir, fresh, dist, rules) {
  const store = openStore(dataDir, fresh);
  const access = makeAccess(store);
  return { store, access, annotations: new Annotations(store, access, rules), router: makeRouter(), dist };
}

/** @typedef {ReturnType<typeof makeHost>} Host */
