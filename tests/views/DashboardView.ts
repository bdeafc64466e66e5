import type { DashboardPage } from '@grafana/plugin-e2e';
import { expect, type Locator, type Page } from '@playwright/test';
import { CaptureView } from './CaptureView';

const MENU_ITEM = 'Record near miss';

/** A dashboard with graphs, and the way from a panel's menu to the modal. */
export class DashboardView {
  constructor(
    private readonly page: Page,
    private readonly dashboard: DashboardPage,
    private readonly grafanaVersion: string
  ) {}

  panel(title: string) {
    return this.dashboard.getPanelByTitle(title);
  }

  /** The region or line that Grafana draws for a marker on the panel of that title. */
  markers(title: string) {
    return this.panel(title).locator.locator('[data-testid*="annotation-marker"]');
  }

  /**
   * Up to Grafana 12 the entry sits in a submenu, from 13 on at the top. Grafana loads plugins behind the page, and a
   * menu opened before that has no entry of ours: so it is closed and opened again until it has.
   */
  async record(title: string): Promise<CaptureView> {
    const panel = this.panel(title);
    await panel.scrollIntoView();
    const button = this.menuButton(title);
    const brief = { timeout: 5_000 };
    const modal = this.page.getByRole('dialog');
    await expect(async () => {
      // On a busy machine the click may have done its work after its time was up.
      if (await modal.isVisible()) {
        return;
      }
      await this.page.keyboard.press('Escape');
      await this.forgetClicks();
      // Under the toolbar that stays in sight a click would hit the toolbar.
      await panel.locator.evaluate((element) => element.scrollIntoView({ block: 'center' }));
      await button.click({ force: true, ...brief });
      if (this.inSubmenu) {
        await this.page.getByRole('menuitem', { name: /^Extensions/ }).hover(brief);
      }
      await this.page.getByRole('menuitem', { name: MENU_ITEM }).click(brief);
      await expect(modal).toBeVisible(brief);
    }).toPass({ timeout: 90_000 });
    return new CaptureView(this.page);
  }

  private menuButton(title: string) {
    return this.page.locator(`[data-testid="data-testid Panel menu ${title}"]`);
  }

  private get inSubmenu() {
    return Number(this.grafanaVersion.split('.')[0]) < 13;
  }

  /** Starts counting the clicks that people make on this page. */
  async forgetClicks() {
    await this.page.evaluate(() => sessionStorage.setItem('clicks', '0'));
  }

  /** The same by keys alone; how many it took. */
  async recordByKeys(title: string): Promise<{ capture: CaptureView; keys: number }> {
    let keys = 0;
    const press = async (key: string) => {
      keys += 1;
      await this.page.keyboard.press(key);
    };
    const menu = this.menuButton(title);
    await this.panel(title).locator.focus();
    for (let presses = 0; presses < 10 && !(await focused(menu)); presses += 1) {
      await press('Tab');
    }
    await press('Enter');
    await this.page.getByRole('menu').first().waitFor();
    const item = this.page.getByRole('menuitem', { name: MENU_ITEM });
    const submenu = this.page.getByRole('menuitem', { name: /^Extensions/ });
    for (let presses = 0; presses < 20 && !(await focused(item)); presses += 1) {
      if (await focused(submenu)) {
        await press('ArrowRight');
        await item.waitFor();
        continue;
      }
      await press('ArrowDown');
    }
    await press('Enter');
    return { capture: new CaptureView(this.page), keys };
  }
}

async function focused(item: Locator): Promise<boolean> {
  return (await item.count()) > 0 && item.first().evaluate((element) => element.contains(document.activeElement));
}
