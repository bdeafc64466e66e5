import { bytesOver, charactersOver } from '../../../domain/codec/payload';
import type { NearMiss } from '../../../domain/fold/nearMiss';
import { linkTo } from '../../../grafana/address';
import { type Addition, encodeAddition } from '../../../storage/store/encodeAddition';

/** How many characters of `text`, the words that somebody types, the annotation made of them has no room for; 0 when it fits. */
export function charactersTooLong(write: Addition, nearMiss: NearMiss, text: string): number {
  return charactersOver(text, bytesOver(encodeAddition(write, nearMiss, linkTo(nearMiss.id))));
}
