import { withoutTwins } from '../../domain/fold/oldestFirst';
import { type StoredPart, partIdentity } from '../../domain/fold/storedPart';
import { twinsIn } from '../store/removeTwins';
import type { CheckResult } from './checkResult';
import type { Inventory } from './inventory';

export interface TwinsFacts {
  /** Younger, and the very same: no word is lost with them. */
  same: number;
  /** Younger with the same id, but of another text, place or login, or changed since: left alone. */
  different: number;
}

export type TwinsResult = CheckResult<'twins', TwinsFacts>;

/** Annotations whose id an older one has already. */
export function checkTwins({ parts }: Pick<Inventory, 'parts'>): TwinsResult {
  const twins = twinsIn(parts);
  const keyOf = (part: StoredPart) => `${part.what} ${partIdentity(part).id}`;
  const younger = withoutTwins(parts, keyOf).reduce((sum, each) => sum + each.twins.length, 0);
  const facts: TwinsFacts = { same: twins.length, different: younger - twins.length };
  const removable = new Set(twins.map(({ id }) => id));
  const ids = parts.filter(({ annotation }) => removable.has(annotation.id)).map((part) => partIdentity(part).nearMiss);
  return {
    check: 'twins',
    state: younger > 0 ? 'warn' : 'ok',
    facts,
    repair: twins.length > 0 ? { does: 'remove-twins', nearMisses: [...new Set(ids)] } : null,
  };
}
