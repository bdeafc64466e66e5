import type { PartReader } from '../json/reader';
import { readText } from '../json/reader';

/**
 * A Grafana unit id. Names that every object has (`constructor`, `__proto__`) are none: Grafana looks units up in a plain
 * object and would call what it finds there.
 */
export const readUnit: PartReader<string> = (raw, miss) => {
  const unit = readText(raw, miss);
  if (unit !== undefined && unit in Object.prototype) {
    miss();
    return undefined;
  }
  return unit;
};
