import { expect, type Page } from '@playwright/test';
import { testIds } from '../../src/components/testIds';
import { headline } from '../../src/domain/record/headline';
import { routes } from '../../src/routes';
import type { PlaceName, RightsStage } from '../rightsStage';
import type { Deed } from '../whatGrafanaAllows';
import { NearMissView } from './NearMissView';

const RIGHTS = '/api/access-control/user/permissions';

/** The app as one person meets it: what it offers them to do. */
export class ReaderView {
  private readonly nearMiss;

  constructor(
    private readonly page: Page,
    private readonly stage: RightsStage
  ) {
    this.nearMiss = new NearMissView(page);
  }

  /** Until Grafana has said what the person may do, a page lets them try: so wait for its answers, and until they are drawn. */
  private async after(paths: readonly string[], act: () => Promise<unknown>) {
    const answers = paths.map((path) => this.page.waitForResponse((response) => response.url().includes(path)));
    await Promise.all([...answers.map(async (answer) => (await answer).finished()), act()]);
    await this.page.evaluate(
      () => new Promise<void>((drawn) => requestAnimationFrame(() => requestIdleCallback(() => drawn())))
    );
  }

  private rightsAt(place: PlaceName): string[] {
    const kept = this.stage.places[place];
    return [RIGHTS, ...(kept.kind === 'journal' ? [`/api/dashboards/uid/${kept.dashboardUid}`] : [])];
  }

  /** As a link inside the app does it: nothing is loaded anew. */
  private go(path: string) {
    return this.page.evaluate((to) => {
      window.history.pushState({}, '', to);
      window.dispatchEvent(new PopStateEvent('popstate', { state: {} }));
    }, path);
  }

  /** The near misses of which place the list shows. */
  async list(): Promise<Record<PlaceName, boolean>> {
    await this.page.goto(`${routes.list}?q=rights`);
    const list = this.page.getByTestId(testIds.list);
    // Its full stop says that all is read; until then more may come.
    const count = list.getByRole('status').filter({ hasText: /^\d+ of \d+ near miss.*\.$/ });
    const rows = list.getByRole('list', { name: 'Near misses', exact: true }).getByTestId(testIds.item);
    await expect(async () => expect(await rows.count()).toBe(parseInt(await count.innerText(), 10))).toPass();
    const shows = async (place: PlaceName) => {
      const name = headline(this.stage.files[place].nearMiss);
      return (await list.getByRole('link', { name, exact: true }).count()) > 0;
    };
    return { organization: await shows('organization'), journal: await shows('journal') };
  }

  /** Its page, by its address; where writing is not offered, it must say why. */
  async open(
    place: PlaceName,
    isThere: boolean
  ): Promise<Omit<Record<Deed, boolean>, 'list' | 'record' | 'configure'>> {
    const { main } = this.nearMiss;
    const { id } = this.stage.files[place].nearMiss;
    await this.after(isThere ? this.rightsAt(place) : [], () => this.go(routes.nearMiss(id)));
    const part = this.nearMiss.part('What led somebody to look there');
    const reason = main.getByText(
      /This near miss is not there, or you may not see it|You can read this near miss, but not add to it/
    );
    await expect(this.nearMiss.more.or(reason).first()).toBeVisible();
    const offered = {
      open: await this.nearMiss.more.isVisible(),
      answer: await part.getByRole('textbox').isVisible(),
      change: await main.getByRole('button', { name: 'Mark as discussed' }).isVisible(),
      'delete answer': await part.getByRole('button', { name: 'Delete' }).isVisible(),
      'delete near miss': await this.offersToDelete(),
    };
    expect(await reason.isVisible(), 'says why it does not offer an answer').toBe(!offered.answer);
    return offered;
  }

  private async offersToDelete(): Promise<boolean> {
    const { more } = this.nearMiss;
    if (!(await more.isVisible())) {
      return false;
    }
    await more.click();
    // Everybody who reads gets this one.
    await this.nearMiss.item('Copy link').waitFor();
    const offers = await this.nearMiss.item('Delete for good…').isVisible();
    await this.page.keyboard.press('Escape');
    return offers;
  }

  /** Where the form for a near miss without a graph lets it be saved; where not, it must say why. */
  async record(): Promise<Record<PlaceName, boolean>> {
    // The form asks for the rights of all places at once: it begins with the first one that may be written to.
    await this.after(this.rightsAt('journal'), () => this.go(routes.record));
    const mayBeSavedIn = async (name: RegExp) => {
      const place = this.page.getByRole('radio', { name });
      // What they may not open is not offered.
      if (!(await place.isVisible())) {
        return false;
      }
      await place.check({ force: true });
      return this.mayBeSaved();
    };
    return {
      organization: await mayBeSavedIn(/^Everybody in this organization/),
      journal: await mayBeSavedIn(new RegExp(this.stage.journalTitle)),
    };
  }

  private async mayBeSaved(): Promise<boolean> {
    const save = this.page.getByRole('button', { name: 'Save', exact: true });
    const offered = await save.isEnabled();
    const reason = this.page.getByText('You do not have the right to save a near miss here.');
    expect(await reason.isVisible(), 'says why it cannot be saved').toBe(!offered);
    return offered;
  }

  /** Whether the app's own page under Plugins lets journals be made. */
  async configure(): Promise<boolean> {
    await this.page.goto(`${routes.configuration}?page=configuration`);
    // Whoever may not is shown another page on each Grafana, so there is nothing else to wait for.
    return this.page
      .getByRole('button', { name: 'Make the journal' })
      .waitFor({ timeout: 8_000 })
      .then(
        () => true,
        () => false
      );
  }
}
