import { config } from '@grafana/runtime';
import type { Send } from '../grafana/send';
import { createUnfinishedText, type UnfinishedText } from './unfinished/unfinishedText';
import { userStorage } from '../grafana/userStorage';
import { whoAmI } from '../grafana/whoAmI';

// One a way to Grafana, so that all fields share one pause between writes.
const known = new WeakMap<Send, UnfinishedText>();

/** The unfinished texts of the current user, in this browser and in the Grafana that `send` reaches. */
export function unfinishedOver(send: Send): UnfinishedText {
  const there = known.get(send);
  if (there) {
    return there;
  }
  const { uid, login, orgId, signedIn } = whoAmI();
  const remote = signedIn && uid ? userStorage(send, { namespace: config.namespace || 'default', uid }) : null;
  const made = createUnfinishedText({ browser: () => window.localStorage, remote, owner: { orgId, login } });
  known.set(send, made);
  return made;
}
