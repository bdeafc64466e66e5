import { type Annotation, type NewAnnotation, readAnnotation } from '../../domain/codec/annotation';
import type { AnnotationQuery } from '../../storage/annotations/annotationPort';
import type { ContractHost, ContractUser } from '../hosts/contractHost';
import { valueIn } from '../grafana/valueIn';

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
/** Of a day that is over everywhere; Grafana’s newer store takes nothing that is long past. */
export const NOON = Math.floor(Date.now() / DAY) * DAY - DAY / 2 - DAY;

/** Three people of a host, and what one of them, the Editor unless another is named, does with annotations. */
export interface ContractStage {
  host: ContractHost;
  readonly editor: ContractUser;
  /** Another Editor. */
  readonly other: ContractUser;
  readonly viewer: ContractUser;
  /** Whether the host keeps annotations on the app platform: told by an answer that does not say `updated`. */
  readonly onAppPlatform: boolean;
  post: (part: Partial<NewAnnotation>, user?: ContractUser) => Promise<number>;
  read: (id: number, user?: ContractUser) => Promise<Annotation>;
  /** Ids in the order of the answer. */
  find: (query: Partial<AnnotationQuery>, user?: ContractUser) => Promise<number[]>;
}

/** To be called in a `describe`: the people are there from its first test on, and gone after its last. */
export function contractStage(host: ContractHost): ContractStage {
  const people = new Map<string, ContractUser>();
  let onAppPlatform = false;
  beforeAll(async () => {
    people.set('editor', await host.makeUser('Editor'));
    people.set('other', await host.makeUser('Editor'));
    people.set('viewer', await host.makeUser('Viewer'));
    const probe = await stage.post({});
    onAppPlatform = (await stage.read(probe)).updated === null;
    valueIn(await stage.editor.port.remove(probe));
  });
  afterAll(() => host.cleanUp());

  const person = (name: string): ContractUser => {
    const user = people.get(name);
    if (!user) {
      throw new Error('people are there only while tests run');
    }
    return user;
  };
  const stage: ContractStage = {
    host,
    get editor() {
      return person('editor');
    },
    get other() {
      return person('other');
    },
    get viewer() {
      return person('viewer');
    },
    get onAppPlatform() {
      return onAppPlatform;
    },
    post: async (part, user = person('editor')) =>
      valueIn(await user.port.post({ time: NOON, timeEnd: NOON, text: 'contract', tags: [], ...part })),
    read: async (id, user = person('editor')) => {
      const annotation = readAnnotation(valueIn(await user.port.get(id)));
      if (!annotation) {
        throw new Error(`${id} is no annotation`);
      }
      return annotation;
    },
    find: async (query, user = person('editor')) =>
      valueIn(await user.port.find({ limit: 1000, ...query })).map((raw) => readAnnotation(raw)?.id ?? 0),
  };
  return stage;
}
