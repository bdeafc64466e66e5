import amdModule from 'amd-module';
import { APP_ID } from './pluginIds';

// Lazy chunks lie beside module.js, wherever Grafana (a sub-path, a CDN) served it from.
const uri = amdModule?.uri ?? `public/plugins/${APP_ID}/module.js`;
__webpack_public_path__ = uri.slice(0, uri.lastIndexOf('/') + 1);
