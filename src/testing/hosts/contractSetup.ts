import { grafanaUnderTest } from './grafanaUnderTest';
import { nodeSend } from '../grafana/nodeSend';
import { refuseUsed } from './refuseUsed';

/** Runs once before the contract suite. */
export default async function contractSetup(): Promise<void> {
  await refuseUsed(nodeSend(grafanaUnderTest.url, grafanaUnderTest.admin));
}
