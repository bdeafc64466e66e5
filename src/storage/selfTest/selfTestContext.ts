import type { Send } from '../../grafana/send';
import type { StoreContext } from '../store/storeContext';

/** What the self-test works with: what the store needs, and what carries requests that are not annotations. */
export interface SelfTestContext extends StoreContext {
  send: Send;
}
