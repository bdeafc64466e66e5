import type { Editing } from './PageModel';

/** True when writing is worth offering: rights Grafana did not tell are tried, and a refusal is an answer like any other. */
export const mayTry = (editing: Editing): boolean => editing === 'allowed' || editing === 'unknown';
