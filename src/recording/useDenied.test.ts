import type { Place } from '../domain/record/place';
import { memorySend, refusing } from '../testing/grafana/memorySend';
import { renderOver } from '../testing/render/renderOver';
import { settle } from '../testing/render/settle';
import { useDenied } from './useDenied';

const PERMISSIONS = 'GET /api/access-control/user/permissions';
const JOURNAL = 'GET /api/dashboards/uid/journal';
const ORGANIZATION: Place = { kind: 'organization' };
const IN_JOURNAL: Place = { kind: 'journal', dashboardUid: 'journal' };
const EDITOR = { [PERMISSIONS]: { 'annotations:create': ['annotations:*'] } };
const VIEWER = { [PERMISSIONS]: {} };
const canAdd = (yes: boolean) => ({ [JOURNAL]: { meta: { annotationsPermissions: { dashboard: { canAdd: yes } } } } });

async function denied(place: Place | null, answers: Parameters<typeof memorySend>[0]) {
  const { result } = renderOver(() => useDenied(place), { send: memorySend(answers) });
  const before = result.current;
  await settle();
  return [before, result.current];
}

it.each([
  ['an Editor in the organization', ORGANIZATION, EDITOR, null],
  ['a Viewer in the organization', ORGANIZATION, VIEWER, 'no-right'],
  ['a Viewer in a journal of theirs', IN_JOURNAL, { ...VIEWER, ...canAdd(true) }, null],
  ['an Editor who only views a journal', IN_JOURNAL, { ...EDITOR, ...canAdd(false) }, 'no-right'],
  ['anybody in a journal hidden from them', IN_JOURNAL, { ...EDITOR, [JOURNAL]: refusing(403) }, 'forbidden'],
  ['anybody in a journal that was deleted', IN_JOURNAL, EDITOR, 'gone'],
])('nobody is kept from trying before Grafana answered; then %s: %#', async (_who, place, answers, expected) => {
  expect(await denied(place, answers)).toEqual([null, expected]);
});

it('nobody is kept from trying while they have yet to choose, or when the rights cannot be read', async () => {
  expect(await denied(null, VIEWER)).toEqual([null, null]);
  expect(await denied(ORGANIZATION, { [PERMISSIONS]: refusing(503) })).toEqual([null, null]);
});
