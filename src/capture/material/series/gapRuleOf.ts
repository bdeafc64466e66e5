import type { Field } from '@grafana/data';
import type { GapRule } from '../../../domain/series/withGaps';

/** What a field's config, overrides applied, and its times say about rows that are not there; as Grafana's graphs read it. */
export function gapRuleOf({ config }: Pick<Field, 'config'>, times: Pick<Field, 'config'>): GapRule {
  const insertNulls: unknown = config.custom?.insertNulls;
  const spanNulls: unknown = config.custom?.spanNulls;
  const interval = typeof insertNulls === 'number' && insertNulls > 0 ? insertNulls : times.config.interval;
  return {
    interval: interval ?? undefined,
    connected: typeof spanNulls === 'number' || typeof spanNulls === 'boolean' ? spanNulls : false,
  };
}
