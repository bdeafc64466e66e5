import type { ContractHost } from '../hosts/contractHost';
import { contractStage } from './contractStage';
import { describeFinding } from './finding.contract';
import { describeRights } from './rights.contract';
import { describeStore } from './store.contract';
import { describeTags } from './tags.contract';
import { describeWriting } from './writing.contract';

/** All that the store relies on in Grafana's annotations, seen on 12.3.0. Every host must pass it. */
export function describeAnnotationPort(name: string, makeHost: () => ContractHost): void {
  describe(`annotations ${name}`, () => {
    const stage = contractStage(makeHost());
    describeWriting(stage);
    describeTags(stage);
    describeFinding(stage);
    describeRights(stage);
    describeStore(stage);
  });
}
