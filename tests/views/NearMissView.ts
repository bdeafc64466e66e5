import type { Page } from '@playwright/test';
import { testIds } from '../../src/components/testIds';
import { routes } from '../../src/routes';

/** The page of one near miss. */
export class NearMissView {
  readonly main;
  readonly graph;

  constructor(readonly page: Page) {
    this.main = page.getByTestId(testIds.page);
    this.graph = this.main.getByTestId(testIds.graph);
  }

  async goto(id: string) {
    await this.page.goto(routes.nearMiss(id));
    await this.main.waitFor();
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
