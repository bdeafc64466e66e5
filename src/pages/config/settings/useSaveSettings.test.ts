import { readSettings } from '../../../domain/record/settings';
import type { Outcome } from '../../../grafana/outcome';
import { memorySend, refusing } from '../../../testing/grafana/memorySend';
import { renderOver } from '../../../testing/render/renderOver';
import { settle } from '../../../testing/render/settle';
import { useSaveSettings } from './useSaveSettings';

const PATH = '/api/plugins/resilience-nearmiss-app/settings';
const teams = (...names: string[]) => readSettings({ teams: names.map((name) => ({ name })) });
const BASE = teams('payments');
const MINE = teams('payments', 'search');

/** Grafana holds `stored`; `onPost` answers the saving. */
function open(stored: () => Outcome<unknown>, onPost: () => Outcome<unknown> = () => ({ ok: true, value: {} })) {
  const send = memorySend({ [`GET ${PATH}`]: stored, [`POST ${PATH}`]: onPost });
  const { result } = renderOver(() => useSaveSettings(), { send });
  let saved: boolean | undefined;
  return {
    saving: () => result.current.saving,
    forget: () => settle(() => result.current.forget()),
    save: async (base = BASE) => {
      await settle(async () => {
        saved = await result.current.save(MINE, base);
      });
      return saved;
    },
    posted: () => send.asked.filter(({ method }) => method === 'POST').map(({ body }) => body),
  };
}

const holding = (jsonData: unknown) => (): Outcome<unknown> => ({ ok: true, value: { enabled: true, jsonData } });

it('saves what was made of what is stored', async () => {
  const { save, saving, posted, forget } = open(holding(BASE));
  expect(await save()).toBe(true);
  expect(saving()).toEqual({ is: 'saved' });
  expect(posted()).toEqual([expect.objectContaining({ enabled: true, jsonData: MINE })]);
  await forget();
  expect(saving()).toEqual({ is: 'idle' });
});

it('replaces nothing that somebody else saved in between, and saves over it once that is known', async () => {
  const theirs = teams('theirs');
  const { save, saving, posted } = open(holding(theirs));
  expect(await save()).toBe(false);
  expect(saving()).toEqual({ is: 'overtaken', theirs });
  expect(posted()).toEqual([]);
  expect(await save(theirs)).toBe(true);
});

it('saves nothing where it cannot see what is stored', async () => {
  const { save, saving, posted } = open(refusing(503, 'down'));
  expect(await save()).toBe(false);
  expect(saving()).toEqual({ is: 'failed', failure: { kind: 'unavailable', status: 503, detail: 'down' } });
  expect(posted()).toEqual([]);
});

it('says why Grafana refused, and saves at the next try', async () => {
  let refused = true;
  const { save, saving } = open(holding(BASE), () => (refused ? refusing(403)() : { ok: true, value: {} }));
  expect(await save()).toBe(false);
  expect(saving()).toMatchObject({ is: 'failed', failure: { kind: 'forbidden' } });
  refused = false;
  expect(await save()).toBe(true);
  expect(saving()).toEqual({ is: 'saved' });
});
