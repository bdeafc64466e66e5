/** Ids that tests, the performance harness and the preview use where no role reaches; one nested object for all of them. */
export const testIds = {
  /** One row of a list of near misses; the performance harness counts them. */
  item: 'near-miss-item',
  panel: 'near-miss-panel',
  graph: 'near-miss-graph',
  capture: 'near-miss-capture',
  list: 'near-miss-list',
  draft: 'near-miss-draft',
  page: 'near-miss-page',
  configuration: 'near-miss-configuration',
  transfer: 'near-miss-transfer',
  insights: 'near-miss-insights',
  pack: 'near-miss-pack',
} as const;
