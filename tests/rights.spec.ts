import type { Page } from '@playwright/test';
import { routes } from '../src/routes';
import { nodeSend } from '../src/testing/grafana/nodeSend';
import { expect, test } from './fixtures';
import { admin, call, url } from './host';
import { craftAnnotations } from './craftAnnotations';
import { makeRightsStage, type PlaceName, type RightsStage } from './rightsStage';
import { NearMissView } from './views/NearMissView';
import { ReaderView } from './views/ReaderView';
import { type Answers, type Deed, DEEDS, whatGrafanaAllows } from './whatGrafanaAllows';
import type { Role, World } from './world';

/**
 * Who may do what with a near miss, by the place it is kept in. In the journal's folder the editor and the member have Edit,
 * the viewer has View, the outsider has nothing, and neither has who is not signed in.
 *
 *   yes   the page offers it, and Grafana does it
 *   no    the page does not offer it, and Grafana refuses
 *   no*   never offered, since the near miss is not seen; that some Grafanas do it all the same, for an Editor who knows the
 *         number of the annotation, is known (docs/adr/0002)
 */
const TABLE = `
| who      | place        | list | open | answer | change | record | delete answer | delete near miss | configure |
| -------- | ------------ | ---- | ---- | ------ | ------ | ------ | ------------- | ---------------- | --------- |
| admin    | organization | yes  | yes  | yes    | yes    | yes    | yes           | yes              | yes       |
| admin    | journal      | yes  | yes  | yes    | yes    | yes    | yes           | yes              | yes       |
| editor   | organization | yes  | yes  | yes    | yes    | yes    | yes           | yes              | no        |
| editor   | journal      | yes  | yes  | yes    | yes    | yes    | yes           | yes              | no        |
| viewer   | organization | yes  | yes  | no     | no     | no     | no            | no               | no        |
| viewer   | journal      | yes  | yes  | no     | no     | no     | no            | no               | no        |
| member   | organization | yes  | yes  | no     | no     | no     | no            | no               | no        |
| member   | journal      | yes  | yes  | yes    | yes    | yes    | yes           | yes              | no        |
| outsider | organization | yes  | yes  | yes    | yes    | yes    | yes           | yes              | no        |
| outsider | journal      | no   | no   | no     | no     | no     | no*           | no*              | no        |
`;

/** Not signed in: what Grafana shows to everybody where anonymous access is on, and nothing where it is off. */
const NOBODY = {
  on: `
| nobody   | organization | yes  | yes  | no     | no     | no     | no            | no               | no        |
| nobody   | journal      | no   | no   | no     | no     | no     | no            | no               | no        |
`,
  off: `
| nobody   | organization | no   | no   | no     | no     | no     | no            | no               | no        |
| nobody   | journal      | no   | no   | no     | no     | no     | no            | no               | no        |
`,
};

const PLACES: readonly PlaceName[] = ['organization', 'journal'];
type Who = 'admin' | 'editor' | 'viewer' | 'member' | 'outsider' | 'nobody';
const ROLES: Record<Exclude<Who, 'admin' | 'nobody'>, Role> = {
  editor: 'editor',
  viewer: 'viewer',
  member: 'member',
  outsider: 'colleague',
};

type Offers = Record<Deed, boolean>;

function expected(table: string, who: Who, place: PlaceName): string[] {
  const rows = table.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const row = rows.find((cells) => cells[1] === who && cells[2] === place) ?? [];
  return row.slice(3, 3 + DEEDS.length);
}

/** `yes`, `no`, or what went apart, with Grafana's answer; `known` is the row that the table has. */
function measured(offers: Offers, answers: Answers, known: readonly string[]): string[] {
  return DEEDS.map((deed, index) => {
    const [offered, allowed] = [offers[deed], answers[deed] === 200];
    if (!offered && known[index] === 'no*') {
      return 'no*';
    }
    if (offered === allowed) {
      return offered ? 'yes' : 'no';
    }
    return offered ? `offered, then refused with ${answers[deed]}` : 'not offered, yet allowed';
  });
}

async function offersTo(view: ReaderView): Promise<Record<PlaceName, Offers>> {
  const listed = await view.list();
  const opened = {
    organization: await view.open('organization', listed.organization),
    journal: await view.open('journal', listed.journal),
  };
  const recorded = await view.record();
  const configure = await view.configure();
  const at = (place: PlaceName) => ({ ...opened[place], list: listed[place], record: recorded[place], configure });
  return { organization: at('organization'), journal: at('journal') };
}

/** Every page leads to the login. */
async function offersToNobody(page: Page): Promise<Record<PlaceName, Offers>> {
  for (const address of [routes.list, routes.nearMiss(stage.files.organization.nearMiss.id), routes.record]) {
    await page.goto(address);
    await expect(page).toHaveURL(/\/login/);
  }
  return { organization: NOTHING, journal: NOTHING };
}

const NOTHING: Offers = {
  list: false,
  open: false,
  answer: false,
  change: false,
  record: false,
  'delete answer': false,
  'delete near miss': false,
  configure: false,
};

let stage: RightsStage;
let anonymousAccess: 'on' | 'off';
test.beforeAll(async ({ world }) => {
  stage = await makeRightsStage(world);
  const asNobody = await nodeSend(url)({ method: 'GET', path: '/api/access-control/user/permissions' });
  anonymousAccess = asNobody.ok ? 'on' : 'off';
});
test.afterAll(() => stage.end());

function credentialsOf(who: Who, { users }: World): string | undefined {
  if (who === 'nobody') {
    return undefined;
  }
  const { login, password } = who === 'admin' ? { login: '', password: '' } : users[ROLES[who]];
  return login ? `${login}:${password}` : admin;
}

for (const who of ['admin', 'editor', 'viewer', 'member', 'outsider', 'nobody'] as const) {
  test(`offers ${who} what Grafana allows them, and nothing else`, async ({ world, openAs }, info) => {
    const page = await openAs(who === 'admin' || who === 'nobody' ? who : ROLES[who]);
    const answers = {
      organization: await whatGrafanaAllows(stage, 'organization', credentialsOf(who, world)),
      journal: await whatGrafanaAllows(stage, 'journal', credentialsOf(who, world)),
    };
    const offers =
      who === 'nobody' && anonymousAccess === 'off'
        ? await offersToNobody(page)
        : await offersTo(new ReaderView(page, stage));
    for (const place of PLACES) {
      const row = expected(who === 'nobody' ? NOBODY[anonymousAccess] : TABLE, who, place);
      const cells = measured(offers[place], answers[place], row);
      const line = [who, place, ...DEEDS.map((deed, index) => `${cells[index]} (${answers[place][deed]})`)].join(' | ');
      process.stdout.write(`| ${line} |\n`);
      await info.attach(`${who}, ${place}`, { body: `| ${line} |`, contentType: 'text/markdown' });
      expect.soft(cells, line).toEqual(row);
    }
  });
}

/**
 * The stranger: a Viewer with Edit on one journal, who posts there by the API whatever Grafana takes.
 *
 *   | posts with the id of a near miss of the organization | the page shows  | deleting for good |
 *   | ---------------------------------------------------- | --------------- | ----------------- |
 *   | an entry, a change that withdraws it, a record       | as not counting | leaves it         |
 *   | a marker                                             | nothing of it   | leaves it         |
 */
test('does nothing in the name of others for a stranger with a crafted annotation', async ({ openAs, world }) => {
  const { nearMiss } = await stage.another('organization');
  const crafted = await craftAnnotations(stage, world.users.member, nearMiss.id);
  const page = await openAs('editor');
  const view = new NearMissView(page);
  await view.goto(nearMiss.id);
  await expect(view.main.getByText('3 more things carry this id and do not count here')).toBeVisible();
  await expect(view.main.getByText('Withdrawn', { exact: true })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: nearMiss.title }).first()).toBeVisible();
  await view.main.getByText('Show what they say').click();
  const beside = view.main.getByRole('list', { name: 'What does not count here' });
  await expect(beside.getByRole('listitem')).toHaveCount(3);
  await expect(beside).toContainText(world.users.member.login);

  await view.pick('Delete for good…');
  await view.main.getByRole('textbox', { name: /^To confirm, type/ }).fill(nearMiss.title);
  await view.main.getByRole('button', { name: 'Delete for good', exact: true }).click();
  await expect(page.getByText('The near miss is deleted for good')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/^4 annotations with its id stay/)).toBeVisible();
  expect(await stillThere(nearMiss.annotationId)).toBe(false);
  for (const id of crafted) {
    expect(await stillThere(id)).toBe(true);
  }
});

const stillThere = (id: number) =>
  call('GET', `/api/annotations/${id}`).then(
    () => true,
    () => false
  );

test('keeps what is typed by who is not signed in in the browser alone, and calls nothing theirs', async ({
  openAs,
  world,
}) => {
  test.skip(anonymousAccess === 'off', 'anonymous access is off on this host');
  // Started by somebody who is gone since: Grafana knows no login for it, as for who is not signed in.
  const started = await stage.startedByNobody();
  const page = await openAs('nobody');
  const toUserStorage: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('user-storage')) {
      toUserStorage.push(request.url());
    }
  });
  await page.goto(`${routes.list}?status=started`);
  await expect(page.getByText(started)).toBeVisible();
  await expect(page.getByText('Yours to finish')).toHaveCount(0);

  await page.goto(routes.record);
  const almost = page.getByLabel('What almost happened?');
  const words = `Typed by nobody (${world.prefix})`;
  await almost.fill(words);
  await expect(page.getByText('You are not signed in.', { exact: false })).toBeVisible();
  // Somebody signed in would have it in Grafana's user storage two seconds later.
  await page.waitForTimeout(3_000);
  expect(toUserStorage).toEqual([]);
  await page.reload();
  await expect(almost).toHaveValue(words);
  await page.getByRole('link', { name: 'Sign in' }).last().click();
  await expect(page).toHaveURL(/\/login/);
});
