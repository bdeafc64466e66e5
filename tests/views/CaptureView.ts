import { expect, type Page } from '@playwright/test';
import { testIds } from '../../src/components/testIds';

/** The modal in which a near miss is recorded from a graph. */
export class CaptureView {
  readonly form;
  readonly almost;
  readonly save;
  readonly keep;
  readonly graph;
  readonly sentence;

  constructor(readonly page: Page) {
    this.form = page.getByTestId(testIds.capture);
    this.almost = this.form.getByLabel('What almost happened?');
    this.save = this.form.getByRole('button', { name: 'Save' });
    this.keep = this.form.getByRole('button', { name: 'Keep the graph' });
    this.graph = this.form.getByTestId(testIds.graph);
    this.sentence = this.form.getByText(/would (have (hit|dropped)|more likely have stopped)/i);
  }

  async ready() {
    await expect(this.keep).toBeEnabled({ timeout: 30_000 });
    await expect(this.graph.locator('.u-over')).toBeVisible();
  }

  savedBy(name: string) {
    // Grafana draws its own box over the input, so the label is what one clicks.
    return this.form.getByText(name, { exact: true });
  }

  series() {
    return this.form.getByLabel(/^Series/);
  }

  from() {
    return this.form.getByRole('textbox', { name: 'Stretch from' });
  }

  to() {
    return this.form.getByRole('textbox', { name: 'Stretch to' });
  }

  limit() {
    return this.form.getByRole('textbox', { name: /^Limit/ });
  }

  /** Who reads it, which opens to what goes along. */
  along() {
    return this.form.getByText(/ · what goes along$/);
  }

  /** The limits that the panel has. */
  limits() {
    return this.form.getByRole('group', { name: 'Limits of the panel' });
  }

  /** The stretches that somebody may have acted on. */
  stretches() {
    return this.form.getByRole('group', { name: 'Stretches of this series' });
  }

  /** Drags over the graph, from one share of its width to another. */
  async drag(from: number, to: number) {
    const plot = this.graph.locator('.u-over');
    const box = await plot.boundingBox();
    if (!box) {
      throw new Error('The graph is not drawn.');
    }
    const y = box.y + box.height / 2;
    await this.page.mouse.move(box.x + from * box.width, y);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + ((from + to) / 2) * box.width, y, { steps: 5 });
    await this.page.mouse.move(box.x + to * box.width, y, { steps: 5 });
    await this.page.mouse.up();
  }

  async fill(almost: string, savedBy = 'Person') {
    await this.almost.fill(almost);
    await this.savedBy(savedBy).click();
  }

  async saved() {
    await expect(this.page.getByText('The near miss is recorded.')).toBeVisible();
  }

  async open() {
    await this.page.getByRole('link', { name: 'Open the near miss' }).click();
  }
}
