import type { AnnotationPort } from '../annotations/annotationPort';
import { createNearMissStore } from '../store/createNearMissStore';
import { writeAddition } from '../store/writeAddition';
import { aChange, aRecord } from '../../testing/builders/builders';
import { recordIn } from '../../testing/hosts/writeTo';
import { storeStage } from '../../testing/stages/storeStage';
import { valueIn } from '../../testing/grafana/valueIn';
import { moveNearMisses } from './moveNearMisses';

it('follows a near miss that was moved while it was written, so that it counts', async () => {
  const { annotations, context } = storeStage();
  await recordIn(createNearMissStore(annotations, { link: context.link }), aRecord(), { kind: 'organization' });
  const [from, to] = [{ kind: 'organization' as const }, { kind: 'journal' as const, dashboardUid: 'journal' }];
  let moved: Promise<unknown> | null = null;
  const port: AnnotationPort = {
    ...context.port,
    post: async (annotation, signal) => {
      moved ??= moveNearMisses(context, { from, to, team: '' });
      await moved;
      return context.port.post(annotation, signal);
    },
  };
  valueIn(
    await writeAddition(
      { ...context, port },
      {
        what: 'change',
        change: aChange({ set: { cue: 'A dip' }, base: {} }),
      }
    )
  );
  const file = valueIn(await createNearMissStore(annotations, { link: context.link }).read(aRecord().id));
  expect(file.nearMiss).toMatchObject({ place: to, cue: 'A dip' });
  expect(file.nearMiss.history).toHaveLength(1);
});
