import { changeIn, recordIn, shareIn } from '../hosts/writeTo';
import { atAnyAge } from '../../storage/annotations/atAnyAge';
import { createNearMissStore } from '../../storage/store/createNearMissStore';
import { A_SOURCE, aRecord, anEntry } from '../builders/builders';
import { unique, type ContractUser } from '../hosts/contractHost';
import { failureKind, valueIn } from '../grafana/valueIn';
import { type ContractStage, DAY, NOON } from './contractStage';

/** The store over the port, end to end. */
export function describeStore(stage: ContractStage): void {
  describe('the store on it', () => {
    const id = () =>
      unique('x')
        .replace(/[^a-z0-9]/g, '')
        .slice(-12)
        .padStart(12, '0');
    const at = (time: number) => ({ stretch: { from: time - 3_600_000, to: time }, noticedAt: null, actedAt: time });
    const storeOf = (user: ContractUser) =>
      createNearMissStore(atAnyAge(user.port), { link: (of) => `https://grafana.example/nm/${of}` });

    it('records, marks, changes, shares and removes', async () => {
      const checkout = await stage.host.makeDashboard();
      const source = { ...A_SOURCE, dashboardUid: checkout };
      const record = aRecord({ id: id(), source, ...at(NOON) });
      const store = storeOf(stage.editor);
      const { marker } = valueIn(await recordIn(store, record, { kind: 'organization' }));
      expect(marker).toMatchObject({ ok: true });
      valueIn(await recordIn(store, record, { kind: 'organization' }));
      const { nearMiss, markers } = valueIn(await store.read(record.id));
      expect(markers).toHaveLength(1);
      valueIn(await changeIn(store, nearMiss, { status: 'closed', outcome: 'an alert' }));
      valueIn(await shareIn(storeOf(stage.other), anEntry({ id: id(), nearMiss: record.id })));
      const seen = valueIn(await storeOf(stage.viewer).read(record.id));
      expect(seen.nearMiss).toMatchObject({ status: 'closed', outcome: 'an alert', title: record.title });
      expect(seen.nearMiss.evidence).toEqual(record.evidence);
      expect(seen.entries).toEqual([
        expect.objectContaining({
          author: expect.objectContaining({
            login: stage.other.login,
            sealed: stage.onAppPlatform ? null : true,
          }),
        }),
      ]);
      expect(failureKind(await changeIn(storeOf(stage.viewer), seen.nearMiss, { title: 'x' }))).toBe('forbidden');
      valueIn(await store.remove(nearMiss));
      expect(failureKind(await store.read(record.id))).toBe('missing');
    }, 30_000);

    it('records and changes what happened a hundred days ago', async () => {
      const store = storeOf(stage.editor);
      const old = Math.round(Date.now() - 100 * DAY);
      const record = aRecord({ id: id(), source: null, ...at(old) });
      valueIn(await recordIn(store, record, { kind: 'organization' }));
      valueIn(await changeIn(store, valueIn(await store.read(record.id)).nearMiss, { title: 'told late' }));
      const { nearMiss } = valueIn(await storeOf(stage.viewer).read(record.id));
      expect(nearMiss).toMatchObject({ title: 'told late', actedAt: old, stretch: record.stretch });
      const { nearMisses } = valueIn(await store.list());
      expect(nearMisses.find((one) => one.id === record.id)).toMatchObject({ title: 'told late', actedAt: old });
      valueIn(await store.remove(nearMiss));
    }, 30_000);

    it('keeps a journal among those who may see it', async () => {
      const journal = await stage.host.makeDashboard([{ user: stage.viewer, access: 'Edit' }]);
      const record = aRecord({ id: id(), source: null, stretch: null, evidence: null, actedAt: NOON, noticedAt: null });
      valueIn(await recordIn(storeOf(stage.viewer), record, { kind: 'journal', dashboardUid: journal }));
      const list = valueIn(await storeOf(stage.viewer).list());
      expect(list.nearMisses.map((nearMiss) => nearMiss.id)).toContain(record.id);
      expect(failureKind(await storeOf(stage.other).read(record.id))).toBe('missing');
      expect(valueIn(await storeOf(stage.other).list()).nearMisses.map((nearMiss) => nearMiss.id)).not.toContain(
        record.id
      );
    }, 30_000);
  });
}
