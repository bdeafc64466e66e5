import { expect, test } from './fixtures';
import { NearMissView } from './views/NearMissView';

const LED = 'What led somebody to look there';
const WHO = 'Who else on the team';

test('lets two people answer one worksheet, each privately until shared', async ({
  page,
  world,
  openAs,
  recordOne,
}) => {
  const id = await recordOne('worksheet');
  const mine = new NearMissView(page);
  await mine.goto(id);
  await mine.words(LED).fill('The saw had lost its teeth: no collection brought it down.');

  const colleague = new NearMissView(await openAs('colleague'));
  await colleague.goto(id);
  await expect(colleague.main.getByText('The saw had lost its teeth')).toHaveCount(0);
  await colleague.words(WHO).fill('Whoever has seen a heap after a collection.');
  await colleague.share(WHO).click();
  await expect(colleague.part(WHO).getByText('Whoever has seen a heap after a collection.')).toBeVisible();
  await expect(colleague.words(WHO)).toHaveValue('');

  // A private answer survives a reload, is shared when ready, and stands beside the colleague's.
  await page.reload();
  await expect(mine.words(LED)).toHaveValue('The saw had lost its teeth: no collection brought it down.');
  await expect(mine.part(WHO).getByText('Whoever has seen a heap after a collection.')).toBeVisible();
  await mine.share(LED).click();
  await expect(mine.part(LED).getByText('The saw had lost its teeth')).toBeVisible();
  await colleague.page.reload();
  await expect(colleague.part(LED).getByText('The saw had lost its teeth')).toBeVisible();
  await expect(colleague.part(LED).getByText(world.users.editor.login)).toBeVisible();
});

test('closes a near miss with what came of it, withdraws it and brings it back', async ({ page, recordOne }) => {
  const id = await recordOne('closing');
  const nearMiss = new NearMissView(page);
  await nearMiss.goto(id);
  await nearMiss.pick('Close…');
  await page.getByRole('button', { name: 'Close it with this' }).click();
  await expect(page.getByText('Say in a few words what came of it.')).toBeVisible();
  await page.getByLabel('What came of it').fill('The cache has an upper bound now.');
  await page.getByRole('button', { name: 'Close it with this' }).click();
  await expect(nearMiss.main.getByText('The cache has an upper bound now.').first()).toBeVisible();

  await nearMiss.pick('Withdraw');
  await page.getByRole('button', { name: 'Withdraw', exact: true }).click();
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(page.getByRole('button', { name: 'Bring it back' })).toHaveCount(0);
});
