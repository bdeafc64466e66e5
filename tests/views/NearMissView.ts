import type { Page } from '@playwright/test';
import { testIds } from '../../src/components/testIds';
import { routes } from '../../src/routes';

/** The page of one near miss. */
export class NearMissView {
  readonly main;
  readonly graph;
  readonly more;

  constructor(readonly page: Page) {
    this.main = page.getByTestId(testIds.page);
    this.graph = this.main.getByTestId(testIds.graph);
    this.more = this.main.getByRole('button', { name: 'More actions' });
  }

  async goto(id: string) {
    await this.page.goto(routes.nearMiss(id));
    await this.main.waitFor();
  }

  /** Does what the menu beside the next step has under that name. */
  async pick(name: string) {
    await this.more.click();
    await this.item(name).click();
  }

  /** An item of that menu while it is open. */
  item(name: string) {
    return this.page.getByRole('menuitem', { name });
  }

  /** Opens a folded part of the page. */
  async unfold(title: 'Facts' | 'Technical notes' | 'History') {
    await this.main.getByRole('heading', { name: title }).click();
  }

  /** A question of the worksheet, or one of its other parts, by the words it begins with. */
  part(begins: string) {
    return this.main.getByRole('region', { name: new RegExp(`^${begins}`) });
  }

  words(begins: string) {
    return this.part(begins).getByRole('textbox');
  }

  share(begins: string) {
    return this.part(begins).getByRole('button', { name: 'Share' });
  }
}
