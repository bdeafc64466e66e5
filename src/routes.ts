import { APP_ID } from './pluginIds';
import { pathPart } from './domain/text/link';

const root = `/a/${APP_ID}`;

/** Addresses of the app's pages, below Grafana's root. */
export const routes = {
  root,
  list: `${root}/list`,
  record: `${root}/record`,
  transfer: `${root}/transfer`,
  insights: `${root}/insights`,
  pack: `${root}/pack`,
  configuration: `/plugins/${APP_ID}`,
  draft: (annotationId: number) => `${root}/draft/${annotationId}`,
  nearMiss: (id: string) => `${root}/nm/${pathPart(id)}`,
};
