import { PanelPlugin } from '@grafana/data';
import { NearMissPanel } from './NearMissPanel';
import type { NearMissesOptions } from './NearMissesOptions';

export const plugin = new PanelPlugin<NearMissesOptions>(NearMissPanel);
