import { readRights } from '../../grafana/rights';
import { unique } from '../hosts/contractHost';
import { grafanaUnderTest } from '../hosts/grafanaUnderTest';
import { httpHost, sendOf } from '../hosts/httpHost';
import { valueIn } from '../grafana/valueIn';
import { contractStage } from './contractStage';

const { url, admin } = grafanaUnderTest;

describe(`rights of ${url}`, () => {
  const host = httpHost(url, admin);
  const stage = contractStage(host);

  it('an Editor may write to the organization, a Viewer may not', async () => {
    expect(valueIn(await readRights(sendOf(stage.editor)))).toMatchObject({ organization: true, dashboard: null });
    expect(valueIn(await readRights(sendOf(stage.viewer)))).toMatchObject({ organization: false, dashboard: null });
  });

  it('tell about one dashboard, also one that is hidden or gone', async () => {
    const journal = await host.makeDashboard([{ user: stage.viewer, access: 'Edit' }]);
    const right = { organization: false, dashboard: true, unopened: null };
    expect(valueIn(await readRights(sendOf(stage.viewer), journal))).toEqual(right);
    const hidden = { organization: true, dashboard: false, unopened: 'forbidden' };
    expect(valueIn(await readRights(sendOf(stage.editor), journal))).toEqual(hidden);
    const open = await host.makeDashboard();
    expect(valueIn(await readRights(sendOf(stage.viewer), open))).toMatchObject({
      organization: false,
      dashboard: false,
    });
    expect(valueIn(await readRights(sendOf(stage.viewer), unique('gone')))).toEqual({
      organization: false,
      dashboard: false,
      unopened: 'gone',
    });
  });
});
